import type { Box } from '../../../../src/raster/canvas/box'
import { canvasTemplate } from '../../../../src/raster/finish/register/canvas-template'
import { type GreyImage, greySource } from '../../../../src/raster/finish/register/grey-image'
import type { MatchedImages } from '../../../../src/raster/finish/register/register'
import { crop, type Picture, resize } from '../../../fixtures/finish/finish-image'

/** Long side of the reduced copies here, px. */
const reducedSide = 320

/** The canvas with nothing but the subject on it, and a result, as `register` takes them. */
export function matchedImages(truth: Picture, subject: Box, result: Picture): MatchedImages {
  const size = { width: truth.width, height: truth.height }
  const canvas = onlyBox(grey(truth), subject)
  const reducedCanvas = reduce(canvas)
  const across = reducedCanvas.width / size.width
  const down = reducedCanvas.height / size.height
  const isKnown = (left: number, top: number, right: number, bottom: number): 0 | 1 =>
    left >= subject.left - 1e-6 &&
    top >= subject.top - 1e-6 &&
    right <= subject.left + subject.width + 1e-6 &&
    bottom <= subject.top + subject.height + 1e-6
      ? 1
      : 0
  return {
    template: canvasTemplate({
      size,
      reduced: reducedCanvas,
      full: greySource(canvas),
      knownReduced: Uint8Array.from({ length: reducedCanvas.width * reducedCanvas.height }, (_, at) => {
        const x = at % reducedCanvas.width
        const y = Math.floor(at / reducedCanvas.width)
        return isKnown(x / across, y / down, (x + 1) / across, (y + 1) / down)
      }),
      knownAt: (x0, y0, step, { width, height }) =>
        Uint8Array.from({ length: width * height }, (_, at) => {
          const x = x0 + (at % width) * step
          const y = y0 + Math.floor(at / width) * step
          return isKnown(x, y, x + step, y + step)
        }),
      subject
    }),
    result: {
      size: { width: result.width, height: result.height },
      reduced: () => reduce(grey(result)),
      full: greySource(grey(result))
    }
  }
}

/** A result with a strip added on a side, mirrored from the picture. */
export function withExtraSide(
  picture: Picture,
  side: 'top' | 'right' | 'bottom' | 'left',
  share: number
): Picture {
  const isDown = side === 'top' || side === 'bottom'
  const extra = Math.round((isDown ? picture.height : picture.width) * share)
  const width = picture.width + (isDown ? 0 : extra)
  const height = picture.height + (isDown ? extra : 0)
  const left = side === 'left' ? extra : 0
  const top = side === 'top' ? extra : 0
  const mirrored = (at: number, length: number): number =>
    at < 0 ? -1 - at : at >= length ? 2 * length - 1 - at : at
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = mirrored(y - top, picture.height) * picture.width + mirrored(x - left, picture.width)
      for (let c = 0; c < 3; c++) {
        data[(y * width + x) * 3 + c] = picture.data[from * 3 + c] ?? 0
      }
    }
  }
  return { width, height, data }
}

/** A result that lacks some pixels at its edges. */
export function cutEdges(
  picture: Picture,
  left: number,
  top: number,
  right: number,
  bottom: number
): Picture {
  return crop(picture, {
    left,
    top,
    width: picture.width - left - right,
    height: picture.height - top - bottom
  })
}

function grey({ width, height, data }: Picture): GreyImage {
  const levels = Float32Array.from(
    { length: width * height },
    (_, at) => 0.299 * (data[at * 3] ?? 0) + 0.587 * (data[at * 3 + 1] ?? 0) + 0.114 * (data[at * 3 + 2] ?? 0)
  )
  return { width, height, data: levels }
}

/** What is around the subject is unknown: black, as on an empty canvas. */
function onlyBox(picture: GreyImage, { left, top, width, height }: Box): GreyImage {
  const data = picture.data.map((level, at) => {
    const x = at % picture.width
    const y = Math.floor(at / picture.width)
    return x >= left && x < left + width && y >= top && y < top + height ? level : 0
  })
  return { ...picture, data }
}

function reduce(picture: GreyImage): GreyImage {
  const factor = Math.min(1, reducedSide / Math.max(picture.width, picture.height))
  const size = { width: Math.round(picture.width * factor), height: Math.round(picture.height * factor) }
  const rgb = {
    width: picture.width,
    height: picture.height,
    data: Uint8Array.from(
      { length: picture.data.length * 3 },
      (_, at) => picture.data[Math.floor(at / 3)] ?? 0
    )
  }
  return grey(resize(rgb, size))
}
