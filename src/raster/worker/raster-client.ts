import type { RasterFailure } from '../../core/failures'
import { fail, type Outcome } from '../../core/outcome'
import type { rasterTasks } from './raster-tasks'
import { createTaskCaller, type TaskHost } from './task-caller'

type Tasks = typeof rasterTasks

/** The raster tasks as another thread has them: each gives a promise. */
export type RasterClient = {
  readonly [Name in keyof Tasks]: (
    ...params: Parameters<Tasks[Name]>
  ) => Promise<Awaited<ReturnType<Tasks[Name]>>>
}

/**
 * The raster tasks for whoever does not want to do them on its own thread; none of their code comes with it. A task that
 * tells its failures as data fails as data too when the place where it is done is lost: as it does when it has no memory
 * for a canvas. What could not be prepared is null, and what is lost is released. The others reject.
 */
export function createRasterClient(open: () => Promise<TaskHost>): RasterClient {
  const call = createTaskCaller<Tasks>(open)
  return {
    parseJson: (...params) => call((tasks) => tasks.parseJson(...params)),
    decodeBase64: (...params) => call((tasks) => tasks.decodeBase64(...params)),
    prepareUpload: (...params) =>
      orFail(
        call((tasks) => tasks.prepareUpload(...params)),
        'unreadable-export'
      ),
    composeCanvas: (...params) =>
      orFail(
        call((tasks) => tasks.composeCanvas(...params)),
        'unreadable-export'
      ),
    writeRefinedMask: (...params) => call((tasks) => tasks.writeRefinedMask(...params)),
    prepareFinish: (...params) => call((tasks) => tasks.prepareFinish(...params)).catch(() => null),
    releaseFinish: (...params) => call((tasks) => tasks.releaseFinish(...params)).catch(() => undefined),
    finishReceived: (...params) =>
      orFail(
        call((tasks) => tasks.finishReceived(...params)),
        'unreadable-result'
      ),
    makeThumbnail: (...params) =>
      orFail(
        call((tasks) => tasks.makeThumbnail(...params)),
        'unreadable-export'
      ),
    thumbnailOfFile: (...params) =>
      orFail(
        call((tasks) => tasks.thumbnailOfFile(...params)),
        'unreadable-result'
      )
  }
}

async function orFail<Value>(
  work: Promise<Outcome<Value, RasterFailure>>,
  kind: 'unreadable-export' | 'unreadable-result'
): Promise<Outcome<Value, RasterFailure>> {
  try {
    return await work
  } catch (error) {
    return fail({ kind, detail: String(error) })
  }
}
