import type { Size } from '../../src/core/geometry/size'
import { maxUploadSide, minUploadSide } from '../../src/core/limits'
import { fail, succeed } from '../../src/core/outcome'
import { decodeBase64 } from '../../src/raster/answer/decode-base64'
import { parseJson } from '../../src/raster/answer/parse-json'
import { blobOf } from '../../src/raster/canvas/blob-of'
import type { EncodedImage } from '../../src/raster/upload/encode-under-limit'
import type { RasterClient } from '../../src/raster/worker/raster-client'
import type { Faults } from './faults'
import { commentOf, pictureFile } from './picture-file'
import type { SeededRandom } from './seeded-random'
import type { Owner } from './virtual-time'

export interface OwnRasterOptions {
  readonly owner: Owner
  readonly random: SeededRandom
  readonly faults: Faults
  readonly onCrossing: () => void
}

/** The pixel work of a window without pixels: it takes its time and fails at times; a result stays the bytes that came. */
export function ownRaster({ owner, random, faults, onCrossing }: OwnRasterOptions): RasterClient {
  const work = <Value>(make: () => Value): Promise<Value> =>
    new Promise((resolve) => {
      const slowMs = faults.strikes('raster work slow') ? random.spread(500, 20_000) : 0
      owner.after(random.spread(2, 300) + slowMs, () => {
        onCrossing()
        resolve(make())
      })
    })
  const detail = 'out of memory'
  return {
    parseJson: (json) => parseJson(json),
    decodeBase64: async (text) => decodeBase64(await work(() => text)),
    prepareUpload: ({ subject, scale }) =>
      work(() => {
        if (faults.strikes('raster work fails')) {
          return fail({ kind: 'unreadable-export', detail })
        }
        if (faults.strikes('subject see-through')) {
          return succeed({ kind: 'see-through' })
        }
        const size = { width: subject.width * scale, height: subject.height * scale }
        return succeed({ kind: 'opaque', upload: upload(size) })
      }),
    composeCanvas: ({ pixelSize }) =>
      work(() =>
        faults.strikes('raster work fails')
          ? fail({ kind: 'unreadable-export', detail })
          : succeed({ upload: upload(pixelSize), refined: random.chance(0.9) ? [] : null })
      ),
    writeRefinedMask: (size) => work(() => pictureFile(size, 'a mask')),
    prepareFinish: () => work(() => (faults.strikes('raster work fails') ? null : 1)),
    releaseFinish: () => work(() => undefined),
    finishReceived: (result, sent) =>
      work(() =>
        faults.strikes('raster work fails')
          ? fail({ kind: 'unreadable-result', detail })
          : succeed({
              image: blobOf(result),
              bytes: result,
              thumbnail: new Uint8Array([1]),
              isUnchanged: sent !== null && commentOf(result).includes('unchanged'),
              seam: { before: { mean: 4, worst: 6 }, after: { mean: 0.5, worst: 1 } },
              kept:
                sent?.canvas == null
                  ? null
                  : commentOf(result).includes('misread')
                    ? { kept: 90, generated: 0 }
                    : { kept: 1, generated: 50 }
            })
      ),
    thumbnailOfFile: () => work(() => succeed(new Uint8Array([1]))),
    makeThumbnail: () => work(() => succeed(new Uint8Array([1])))
  }
}

function upload({ width, height }: Size): EncodedImage {
  const within = (length: number): number =>
    Math.min(maxUploadSide, Math.max(minUploadSide, Math.round(length)))
  const pixelSize = { width: within(width), height: within(height) }
  return { bytes: pictureFile(pixelSize, 'an upload'), mime: 'image/png', pixelSize }
}
