import { offerTasks } from '../../../src/raster/worker/offer-tasks'

let calls = 0

/** Tasks under the names of the real ones that do what no real one should. */
offerTasks({
  /** Tells how often this worker was called. */
  parseJson: () => ++calls,
  /** Never answers. */
  composeCanvas: () => new Promise(() => undefined),
  writeRefinedMask: () => {
    throw new Error('no such mask')
  },
  finishReceived: goDown,
  prepareFinish: goDown
})

/** Brings the worker down. */
function goDown(): Promise<never> {
  setTimeout(() => {
    throw new Error('out of memory')
  })
  return new Promise(() => undefined)
}
