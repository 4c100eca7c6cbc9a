import type { Failure } from '../../src/core/failures'
import { maxResultPixels } from '../../src/core/limits'
import { readImageHeader } from '../../src/core/png/image-header'
import { blobOf } from '../../src/raster/canvas/blob-of'
import { decode } from '../../src/raster/canvas/decode'
import { compareKnownArea, readSentCanvas } from '../../src/raster/finish/compare-known-area'
import { finishExpansion } from '../../src/raster/finish/finish-expansion'
import { plainResult } from '../../src/raster/finish/plain-result'
import { makeThumbnail } from '../../src/raster/thumbnail/subject-thumbnail'
import { prepareUpload } from '../../src/raster/upload/prepare-upload'
import { english } from '../../src/ui/words/english'
import { explainFailure } from '../../src/ui/words/failures/explain-failure'
import { mutateImage } from './mutate-image'
import { createRandom, pick, whole } from './random'

/** What a run of damaged images came to. */
export interface FuzzedImages {
  readonly outcomes: Readonly<Record<string, number>>
  /** What must never be, each with the seed that shows it. */
  readonly problems: readonly string[]
}

type Images = readonly [Uint8Array, ...Uint8Array[]]

/** Gives the pixel work `count` damaged copies of `images`, of the seeds from `firstSeed` on; `sent` is a sound PNG. */
async function fuzzImages(
  firstSeed: number,
  count: number,
  images: Images,
  sent: Uint8Array
): Promise<FuzzedImages> {
  const outcomes: Record<string, number> = {}
  const problems: string[] = []
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    try {
      const name = await workOnce(seed, images, sent)
      outcomes[name] = (outcomes[name] ?? 0) + 1
      if (name.startsWith('!')) {
        problems.push(`seed ${seed}: ${name}`)
      }
    } catch (error) {
      problems.push(`seed ${seed}: thrown: ${String(error)}`)
    }
  }
  return { outcomes, problems }
}

/** Tells what the work came to; with an exclamation mark what must not be. */
async function workOnce(seed: number, images: Images, sent: Uint8Array): Promise<string> {
  const random = createRandom(seed)
  const image = mutateImage(pick(random, images), random)
  const header = readImageHeader(image)
  if (header === null || header.width * header.height > maxResultPixels) {
    // As when it is downloaded: it never comes any further.
    return 'refused by its header'
  }
  const size = { width: 64, height: 64 }
  const place = [
    [64, 0, 0],
    [0, 64, 0]
  ] as const
  switch (whole(random, 0, 4)) {
    case 0:
      return nameOf(await plainResult(image))
    case 1:
      return nameOf(await makeThumbnail([{ kind: 'export', png: image, imagePlace: place }], size, size))
    case 2:
      return nameOf(
        await prepareUpload(
          {
            kind: 'sides',
            layers: [{ source: { nodeId: '1:1', content: 'everything' }, imagePlace: place }],
            subject: size,
            insets: { top: 8, right: 8, bottom: 8, left: 8 },
            canvas: { width: 80, height: 80 },
            ratios: { top: 0.125, right: 0.125, bottom: 0.125, left: 0.125 },
            scale: 1
          },
          [blobOf(image)]
        )
      )
    case 3:
      return compare(image, sent).then(
        () => 'compared',
        // Caught where it is called: a result that cannot be compared is one all the same.
        () => 'not compared'
      )
    default: {
      const shape = {
        ...size,
        radii: [0, 0, 0, 0],
        place: [
          [1, 0, 8],
          [0, 1, 8]
        ]
      } as const
      return nameOf(
        await finishExpansion(
          image,
          {
            canvas: null,
            picture: {
              canvasSize: { width: 80, height: 80 },
              layers: [
                {
                  image: blobOf(sent),
                  imagePlace: [
                    [64, 0, 8],
                    [0, 64, 8]
                  ]
                }
              ],
              kept: { kind: 'shapes', shapes: { kept: [shape], clip: null } }
            }
          },
          { matchSeam: random() < 0.5, keepPixels: random() < 0.5 }
        )
      )
    }
  }
}

async function compare(image: Uint8Array, sent: Uint8Array): Promise<void> {
  const upload = blobOf(sent)
  const canvas = await readSentCanvas({ upload, mask: upload, maskIsInverted: false })
  compareKnownArea(canvas, await decode(image))
}

function nameOf(outcome: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }): string {
  if (outcome.ok) {
    return 'ok'
  }
  const { title, sentence } = explainFailure(outcome.failure, null, english)
  return title === '' || sentence === '' ? `!no words for ${outcome.failure.kind}` : outcome.failure.kind
}

declare global {
  interface Window {
    fuzzImages: (
      firstSeed: number,
      count: number,
      images: readonly string[],
      sent: string
    ) => Promise<FuzzedImages>
  }
}

window.fuzzImages = (firstSeed, count, images, sent) => {
  const [first = new Uint8Array(), ...others] = images.map(fromBase64)
  return fuzzImages(firstSeed, count, [first, ...others], fromBase64(sent))
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
