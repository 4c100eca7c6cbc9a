import { composeCanvas } from '../compose-canvas'
import { decodeBase64 } from '../decode-base64'
import { finishReceived } from '../finish-received'
import { makeThumbnail } from '../make-thumbnail'
import { parseJson } from '../parse-json'
import { prepareUpload } from '../prepare-upload'
import { writeRefinedMask } from '../write-refined-mask'

/**
 * The work that is done off the window's thread, by name. What a task takes and returns is plain data and blobs; bytes are
 * handed over on the way in and out, so neither side keeps them.
 */
export const rasterTasks = {
  parseJson,
  decodeBase64,
  prepareUpload,
  composeCanvas,
  writeRefinedMask,
  finishReceived,
  makeThumbnail
}
