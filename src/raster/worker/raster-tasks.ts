import { decodeBase64 } from '../answer/decode-base64'
import { parseJson } from '../answer/parse-json'
import { createFinishingTasks } from '../finish/finishing-tasks'
import { makeThumbnail } from '../thumbnail/subject-thumbnail'
import { thumbnailOfFile } from '../thumbnail/thumbnail-of-file'
import { composeCanvas } from '../upload/compose-canvas'
import { prepareUpload } from '../upload/prepare-upload'
import { writeRefinedMask } from '../upload/refine-mask'

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
  makeThumbnail,
  thumbnailOfFile,
  ...createFinishingTasks()
}
