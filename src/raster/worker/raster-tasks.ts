import { compareKept } from '../compare-kept'
import { composeCanvas } from '../compose-canvas'
import { decodeBase64 } from '../decode-base64'
import { finishExpansion } from '../finish/finish-expansion'
import { finishResult } from '../finish-result'
import { makeThumbnail } from '../make-thumbnail'
import { prepareUpload } from '../prepare-upload'
import { writeRefinedMask } from '../write-refined-mask'

/**
 * The pixel work that is done off the window's thread, by name. What a task takes and returns is plain data; it is copied
 * on the way in and handed over on the way out, so a task keeps nothing of what it returns.
 */
export const rasterTasks = {
  decodeBase64,
  prepareUpload,
  composeCanvas,
  writeRefinedMask,
  finishExpansion,
  finishResult,
  compareKept,
  makeThumbnail
}
