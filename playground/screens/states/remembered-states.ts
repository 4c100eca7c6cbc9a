import type { RememberedTask } from '../../../src/ui/expansion/remembered-task'
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
  const file = { id: 'file-1', name: 'Autumn campaign' }
  const task = (
    name: string,
    found: RememberedTask['found'],
    change: Partial<RememberedTask> & { readonly serviceUrl?: string; readonly number?: number } = {}
  ): RememberedTask => {
    const { serviceUrl = 'https://techhk.aoscdn.com', number = 1, ...more } = change
    return {
      entry: {
        id: `${name} ${number} ${String(found)}`,
        windowId: 'window-1',
        file,
        serviceUrl,
        expansion: orderFrom(state, { name, runId: name }),
        begunAtMs: frozenAtMs - tenMinutesMs,
        accepted: {
          taskId: `task-${number}`,
          atMs: frozenAtMs - tenMinutesMs,
          createdAtMs: null,
          isCanceled: false
        },
        images: []
      },
      isHere: true,
      isPastHour: false,
      found,
      thumbnails: found === 'finished' ? [pictures.results[number] ?? null] : [],
      ...more
    }
  }
  const elsewhere = { isHere: false } as const
  const canceled = (remembered: RememberedTask): RememberedTask => {
    const { entry } = remembered
    const { accepted } = entry
    return accepted === null
      ? remembered
      : { ...remembered, entry: { ...entry, accepted: { ...accepted, isCanceled: true } } }
  }
  const remember = (remembered: readonly RememberedTask[]): AppState => ({ ...withKey, remembered })
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
      task('Hero', null, { serviceUrl: 'https://techsz.aoscdn.com' }),
      task(layerNames.unbroken, 'finished')
    ]),
    'Remembered: sent to an address that is not allowed': remember([
      task('Hero', null, {
        serviceUrl: 'http://relay-of-the-design-department.internal.example:9000'
      })
    ]),
    'Remembered: in another file': remember([task('Hero', null, elsewhere)]),
    'Remembered: no longer kept by the service': remember([task('Hero', 'gone', { isPastHour: true })]),
    'Remembered: no longer kept, of another file': remember([task('Hero', 'gone', elsewhere)]),
    'Remembered: past its hour, not asked for': remember([task('Hero', null, { isPastHour: true })]),
    'Remembered: 4 variations of one expansion, one canceled': remember([
      task('Hero', 'finished', { number: 0 }),
      task('Hero', 'finished', { number: 1 }),
      canceled(task('Hero', 'working', { number: 2 })),
      task('Hero', null, { number: 3 })
    ]),
    'Remembered: 1, canceled': remember([canceled(task('Hero', 'working'))]),
    'Remembered: here, elsewhere and gone, with a layer selected': {
      ...state,
      remembered: [
        task('Hero', 'finished'),
        task('Banner', null, elsewhere),
        task('Footer', 'gone', elsewhere)
      ]
    },
    'Remembered: two uploads were interrupted': {
      ...withKey,
      lost: [
        { entryId: '1', name: 'Hero', file, phase: 'recent' },
        { entryId: '2', name: layerNames.unbroken, file: { id: '', name: '' }, phase: 'final' }
      ]
    },
    'Remembered: an answer did not say which image it is': {
      ...withKey,
      lost: [{ entryId: '1', name: 'Hero', file, phase: 'unnamed' }]
    },
    'Remembered: no key': { ...remember([task('Hero', null)]), hasKey: false },
    'News: the image alone was taken away': { ...state, news: { kind: 'image-only', name: 'Hero' } },
    'News: nothing to take back': { ...state, news: { kind: 'nothing-to-take-back', name: 'Hero' } },
    'News: kept': { ...state, news: { kind: 'kept', name: 'Hero' } },
    'News: not kept': { ...state, news: { kind: 'not-kept', name: 'Hero' } },
    'News: all kept': { ...state, news: { kind: 'all-kept', count: 3 } },
    'News: all discarded': { ...state, news: { kind: 'all-discarded', count: 3 } },
    'News: let go': {
      ...withKey,
      news: { kind: 'let-go', name: 'Hero', entries: [task('Hero', null).entry] }
    },
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
