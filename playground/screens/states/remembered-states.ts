import type { TaskHope } from '../../../src/core/expansion/task-record'
import type { RememberedTask } from '../../../src/ui/expansion/task-memory'
import type { AppState } from '../../../src/ui/state/app-state'
import { growing, withKey } from './base-states'
import { frozenAtMs } from './samples/frozen-time'
import { layerNames } from './samples/layer-names'
import type { Pictures } from './samples/pictures'
import { orderFrom } from './samples/sample-runs'

const tenMinutesMs = 600_000

/** Images that were paid for earlier, and what is to be said once. */
export function rememberedStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const state = growing(pictures)
  const task = (
    name: string,
    found: RememberedTask['found'],
    hope: TaskHope = 'here',
    serviceUrl = 'https://techhk.aoscdn.com'
  ): RememberedTask => ({
    record: {
      taskId: `${name} ${hope} ${String(found)}`,
      file: { id: 'file-1', name: 'Autumn campaign' },
      serviceUrl,
      order: orderFrom(state, { name }),
      createdAtMs: frozenAtMs - tenMinutesMs
    },
    hope,
    found
  })
  const remember = (remembered: readonly RememberedTask[]): AppState => ({ ...withKey, remembered })
  const cutOff = { sentAtMs: frozenAtMs, awaits: 'task' } as const
  return {
    'Remembered: 1, not asked for yet': remember([task('Hero', null)]),
    'Remembered: 1 finished': remember([task('Hero', 'finished')]),
    'Remembered: 1 that the service could not make': remember([task('Hero', 'over')]),
    'Remembered: 3 mixed': remember([
      task('Hero', 'finished'),
      task(layerNames.unbroken, 'working'),
      task('Footer', 'over')
    ]),
    'Remembered: sent to another address': remember([
      task('Hero', null, 'here', 'https://techsz.aoscdn.com'),
      task(layerNames.unbroken, 'finished')
    ]),
    'Remembered: sent to an address that is not allowed': remember([
      task('Hero', null, 'here', 'http://relay-of-the-design-department.internal.example:9000')
    ]),
    'Remembered: in another file': remember([task('Hero', null, 'other-file')]),
    'Remembered: gone': remember([task('Hero', null, 'gone')]),
    'Remembered: here, elsewhere and gone, with a layer selected': {
      ...state,
      remembered: [task('Hero', 'finished'), task('Banner', null, 'other-file'), task('Footer', null, 'gone')]
    },
    'Remembered: two requests were cut off': {
      ...withKey,
      cutOff: [
        { ...cutOff, id: '1', name: 'Hero', file: { id: 'file-1', name: 'Autumn campaign' } },
        { ...cutOff, id: '2', name: layerNames.unbroken, file: { id: '', name: '' } }
      ]
    },
    'Remembered: an answer did not say which image it is': {
      ...withKey,
      cutOff: [
        {
          ...cutOff,
          id: '1',
          name: 'Hero',
          file: { id: 'file-1', name: 'Autumn campaign' },
          awaits: 'nothing'
        }
      ]
    },
    'Remembered: no key': { ...remember([task('Hero', null)]), hasKey: false },
    'News: the image alone was taken away': { ...state, news: { kind: 'image-only', name: 'Hero' } },
    'News: nothing to take back': { ...state, news: { kind: 'nothing-to-take-back', name: 'Hero' } },
    'News: kept': { ...state, news: { kind: 'kept', name: 'Hero' } },
    'News: not kept': { ...state, news: { kind: 'not-kept', name: 'Hero' } },
    'News: all kept': { ...state, news: { kind: 'all-kept', count: 3 } },
    'News: all discarded': { ...state, news: { kind: 'all-discarded', count: 3 } },
    'News: let go': { ...withKey, news: { kind: 'let-go', name: 'Hero', record: task('Hero', null).record } },
    'News: no recipe': { ...state, news: { kind: 'no-recipe' } },
    'News: Figma did not answer': {
      ...withKey,
      selection: null,
      news: { kind: 'failed', failure: { kind: 'no-answer', call: 'describe-selection' } }
    },
    'News: something is wrong in the plugin': {
      ...state,
      news: { kind: 'failed', failure: { kind: 'broken', detail: 'in get_width: The node does not exist' } }
    }
  }
}
