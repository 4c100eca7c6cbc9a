import { fail, type Outcome } from '../../core/outcome'
import type { RasterFailure } from '../../core/failures'
import type { rasterTasks } from './raster-tasks'
import { createTaskCaller } from './task-caller'
import type { RemoteTasks, TaskHost } from './task-messages'

export type RasterClient = RemoteTasks<typeof rasterTasks>

/**
 * The raster tasks for whoever does not want to do them on its own thread; none of their code comes with it. A task that
 * tells its failures as data fails as data too when the place where it is done is lost: as it does when it has no memory
 * for a canvas. The others reject.
 */
export function createRasterClient(open: () => Promise<TaskHost>): RasterClient {
  const call = createTaskCaller<typeof rasterTasks>(open)
  return {
    parseJson: (...params) => call('parseJson', ...params),
    decodeBase64: (...params) => call('decodeBase64', ...params),
    prepareUpload: (...params) => orFail(call('prepareUpload', ...params), 'unreadable-export'),
    composeCanvas: (...params) => orFail(call('composeCanvas', ...params), 'unreadable-export'),
    writeRefinedMask: (...params) => call('writeRefinedMask', ...params),
    finishReceived: (...params) => orFail(call('finishReceived', ...params), 'unreadable-result'),
    makeThumbnail: (...params) => orFail(call('makeThumbnail', ...params), 'unreadable-export')
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
