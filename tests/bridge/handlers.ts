import type { Handlers } from '../../src/bridge/answerer'
import { succeed } from '../../src/core/outcome'
import { noDurations } from '../../src/core/expansion/expected-time'
import { defaultSettings } from '../../src/core/settings'
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
  'read-prompts': () => succeed([]),
  'write-prompts': () => succeed(null),
  'read-durations': () => succeed(noDurations),
  'write-durations': () => succeed(null),
  'place-apart': () => succeed(null),
  'identify-file': () => succeed({ id: 'f1', name: 'Sample' }),
  'remember-task': () => succeed(null),
  'forget-task': () => succeed(null),
  'recall-tasks': () => succeed([]),
  'note-sent': () => succeed(null),
  'forget-sent': () => succeed(null),
  'recall-sent': () => succeed([]),
  'read-settings': () => succeed(defaultSettings),
  'write-settings': () => succeed(null),
  'read-key': () => succeed(null),
  'write-key': () => succeed(null),
  'resize-window': () => succeed(null),
  'close-plugin': () => succeed(null)
}
