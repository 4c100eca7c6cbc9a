import { AsyncLocalStorage } from 'node:async_hooks'
import { sha1 } from '../../../playground/testing/document'
import type { ClientStorage } from '../../../playground/testing/host'
import type { Params } from '../../../src/bridge/protocol'
import { placeResult } from '../../../src/main/calls/place-result'
import { type Session, startSession } from '../../../src/main/placed/session'
import { layer, named } from '../../playground/document/build-document'
import { openLayers, solid } from './open-layers'
import { placementFor } from './placement-for'
import { sampleRef } from './sample-entry'
import { sampleRecipe } from './sample-recipe'
import { tinyPng } from './tiny-png'

/** How long each call of the storage takes one window, ms: before it happens, and until its answer is there. */
export type Latency = () => { readonly beforeMs: number; readonly afterMs: number }

/** A window of the plugin, with a copy of the file of its own. */
export interface StorageWindow {
  readonly session: Session
  readonly figma: ReturnType<typeof openLayers>['figma']
  /** Places the image of the entry `e1`, whose task it resumes; says where it went, or why it did not. */
  readonly place: (more?: Partial<Params<'place-result'>>) => Promise<string>
  /** Runs code with the `figma` of this window, whatever else runs between its steps. */
  readonly run: <Result>(action: () => Result) => Result
  /** How many fills of the frame show the image. */
  readonly images: () => number
}

const current = new AsyncLocalStorage<object>()

/** Opens a window on a file with one frame (one of its own, if none is given), on a storage that it shares with others. */
export function openStorageWindow(
  storage: ClientStorage,
  latency: Latency = noLatency,
  figma = openLayers([layer('FRAME', { name: 'target', fills: [solid()] })]).figma
): StorageWindow {
  const session = startSession()
  const placement = placementFor('fill', figma.layer(named(figma.document, 'target').id))
  const api: object = withoutGetter(() => figma.run((): object => Reflect.get(globalThis, 'figma') as object))
  const own = new Proxy(api, {
    get: (target, name): unknown =>
      name === 'clientStorage' ? slowly(storage, latency) : Reflect.get(target, name)
  })
  const run = <Result>(action: () => Result): Result => {
    Object.defineProperty(globalThis, 'figma', { configurable: true, get: () => current.getStore() })
    return current.run(own, action)
  }
  return {
    session,
    figma,
    run,
    place: (more = {}) =>
      run(async () => {
        const run = {
          recipe: sampleRecipe,
          runId: 'r1',
          variant: 1,
          ref: sampleRef,
          claim: 'resumed'
        } as const
        const params = { image: tinyPng, placement, ...run, ...more }
        const placed = await placeResult(params, session)
        return placed.ok ? placed.value.where : placed.failure.kind
      }),
    images: () =>
      named(figma.document, 'target').fills.filter(
        (paint) => paint.type === 'IMAGE' && paint.imageHash === sha1(tinyPng)
      ).length
  }
}

/** A document's own `figma` is set where the getter is. */
function withoutGetter<Result>(action: () => Result): Result {
  Reflect.deleteProperty(globalThis, 'figma')
  return action()
}

function noLatency(): ReturnType<Latency> {
  return { beforeMs: 0, afterMs: 0 }
}

/** The platform's storage, whose calls take their time: what they do happens somewhere in it. */
function slowly(storage: ClientStorage, latency: Latency): object {
  const call = async <Result>(work: () => Result): Promise<Result> => {
    const { beforeMs, afterMs } = latency()
    await wait(beforeMs)
    const result = work()
    await wait(afterMs)
    return result
  }
  return {
    getAsync: (key: string) => call(() => storage.get(key)),
    setAsync: (key: string, value: unknown) =>
      call(() => {
        storage.set(key, value)
      }),
    deleteAsync: (key: string) =>
      call(() => {
        storage.delete(key)
      }),
    keysAsync: () => call(() => storage.keys())
  }
}

function wait(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}
