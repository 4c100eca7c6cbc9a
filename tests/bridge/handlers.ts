import type { Handlers } from '../../src/bridge/answerer'
import { storedValues } from '../../src/bridge/stored-values'
import { succeed } from '../../src/core/outcome'
import type { Selection } from '../../src/core/plan/target'

export const nothingSelected: Selection = {
  nodeIds: [],
  sides: { kind: 'obstacle', obstacle: { kind: 'nothing-selected' } },
  frame: { kind: 'obstacle', obstacle: { kind: 'nothing-selected' } },
  each: []
}

/** Handlers that answer every call of the protocol with something of its shape. */
export const sampleHandlers: Handlers = {
  'describe-selection': () => succeed(nothingSelected),
  'export-subject': () => succeed({ png: new Uint8Array([1, 2, 3]) }),
  'read-paints': () => succeed({ paints: [] }),
  'build-mask': () => succeed({ png: new Uint8Array([4]) }),
  'place-result': () => succeed({ where: 'grown' }),
  'take-back': () => succeed({ back: 'whole' }),
  'keep-result': () => succeed({ isKept: true }),
  'forget-image': () => succeed(null),
  'show-original': () => succeed(null),
  'read-launch': () => succeed({ command: 'expand', recipe: null }),
  'place-apart': () => succeed(null),
  'begin-entry': () => succeed({ file: { id: 'f1', name: 'Sample' } }),
  'accept-entry': () => succeed(null),
  'settle-entry': () => succeed(null),
  'restore-entry': () => succeed(null),
  'list-entries': () => succeed({ here: { id: 'f1', name: 'Sample' }, tasks: [], lost: [], againInMs: null }),
  'read-stored': ({ name }) => succeed(storedValues[name].initial),
  'write-stored': () => succeed(null),
  'resize-window': (size) => succeed(size),
  'close-plugin': () => succeed(null)
}
