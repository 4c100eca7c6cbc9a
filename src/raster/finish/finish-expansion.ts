import type { RasterFailure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import { exceedsAnyResult, maxFillSide } from '../../core/limits'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { hasAlphaChannel } from '../../core/png/alpha-channel'
import { type ImageHeader, readImageHeader } from '../../core/png/image-header'
import { decode } from '../canvas/decode'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { encodeImage } from '../png/encode-png'
import { resultThumbnail } from '../thumbnail/result-thumbnail'
import { compareKnownArea } from './compare-known-area'
import { coversNothingNew } from './compose/covers-nothing-new'
import { drawAtWorkingSize } from './compose/draw-at-working-size'
import { isPixelExact } from './compose/is-pixel-exact'
import { overlayOriginal } from './compose/overlay-original'
import { resampleToCanvas } from './compose/resample-to-canvas'
import { uncoveredStrip } from './compose/uncovered-strip'
import { encodeFinished } from './encode-finished'
import type { FinishedImage, FinishOptions, FoundRegistration } from './finished-image'
import { isUnchanged } from './is-unchanged'
import { holdsOriginal } from './original/holds-original'
import type { SnapshotImage } from './original/snapshot-image'
import { type PreparedSnapshot, prepareSnapshot } from './prepare-snapshot'
import { locateCanvas } from './register/locate-canvas'
import type { Registration } from './register/registration'
import { matchSeam } from './seam/match-seam'
import { sampleBoundary } from './seam/sample-boundary'
import type { Snapshot } from './snapshot'

/**
 * Makes of the service's picture one that cannot be told from a single image: finds where what was sent lies in it, brings
 * it to the canvas's size without stretching, matches the tones of what was generated to the original along the rim and
 * lays the original's own pixels over what is kept. The service's bytes are passed on untouched where nothing of this
 * changes anything. `held` is what was prepared of `sent` before; null where nothing was, or could be.
 */
export async function finishExpansion(
  result: Uint8Array,
  sent: Snapshot,
  options: FinishOptions,
  held: Promise<PreparedSnapshot | null> | null = null
): Promise<Outcome<FinishedImage, RasterFailure>> {
  const header = readImageHeader(result)
  if (header === null) {
    return fail({ kind: 'unreadable-result', detail: `${result.length} bytes that are no image` })
  }
  if (exceedsAnyResult(header)) {
    return fail({
      kind: 'unreadable-result',
      detail: `${header.width} × ${header.height} px is more than can be read`
    })
  }
  const [picture, prepared] = await Promise.allSettled([
    decode(result),
    held === null ? prepareSnapshot(sent, header) : held.then((made) => made ?? prepareSnapshot(sent, header))
  ])
  try {
    if (picture.status === 'rejected') {
      return fail({ kind: 'unreadable-result', detail: String(picture.reason) })
    }
    if (prepared.status === 'rejected') {
      return fail({ kind: 'unreadable-export', detail: String(prepared.reason) })
    }
    const bitmap = picture.value
    const { compared } = prepared.value
    const kept = compared === null ? null : compareKnownArea(compared, bitmap)
    const finished = await finish({ bytes: result, header, bitmap }, prepared.value, sent.picture, options)
    return succeed({ ...finished, kept })
  } catch (error) {
    return fail({ kind: 'unreadable-result', detail: String(error) })
  } finally {
    if (picture.status === 'fulfilled') picture.value.close()
  }
}

interface ReceivedPicture {
  readonly bytes: Uint8Array
  readonly header: ImageHeader
  readonly bitmap: ImageBitmap
}

async function finish(
  { bytes, header, bitmap }: ReceivedPicture,
  { mask, original, template, boundary, rough }: PreparedSnapshot,
  { canvasSize, kept }: SnapshotImage,
  options: FinishOptions
): Promise<Omit<FinishedImage, 'kept'>> {
  const mayBeSeeThrough = hasAlphaChannel(bytes)
  const service = drawAtWorkingSize(bitmap, canvasSize, mayBeSeeThrough)
  bitmap.close()
  const size: Size = { width: service.canvas.width, height: service.canvas.height }
  const { map, confidence } = locateCanvas(service, template)
  const isItself = size.width === header.width && size.height === header.height
  const found: FoundRegistration = {
    map: inOwnPixels(map, size, header),
    confidence,
    isPixelExact: isItself && isPixelExact(map),
    gap: uncoveredStrip(map, canvasSize, size)
  }
  const isFit = header.format === 'png' || header.format === 'jpeg'
  const asItCame = async (
    verdict: 'untouched' | 'unchanged',
    canvas: ReadableCanvas
  ): Promise<Omit<FinishedImage, 'kept'>> => {
    const passes = isFit && Math.max(header.width, header.height) <= maxFillSide
    const encoded = passes
      ? { bytes, mime: header.format === 'jpeg' ? ('image/jpeg' as const) : ('image/png' as const) }
      : { bytes: await encodeImage(canvas), mime: 'image/png' as const }
    const pixelSize = passes ? { width: header.width, height: header.height } : canvasSize
    const thumbnail = await resultThumbnail(canvas.canvas)
    return { ...encoded, pixelSize, thumbnail, verdict, place: found, seam: null }
  }
  if (coversNothingNew(mask, map, size)) {
    return asItCame('unchanged', resampleToCanvas(service, map, canvasSize, true))
  }
  const laid = resampleToCanvas(service, map, canvasSize, mayBeSeeThrough)
  if (isUnchanged(laid, original, mask, rough)) {
    return asItCame('unchanged', laid)
  }
  const unit = Math.max(1, 1 / map.scaleX)
  const samples = sampleBoundary(laid, boundary, { unit, isJpeg: header.format === 'jpeg' })
  const { seam, membrane } = matchSeam(samples, canvasSize, {
    isOn: options.matchSeam,
    seamIsOutline: kept.kind === 'bands'
  })
  const isAsPlaced =
    found.isPixelExact && found.map.x0 === 0 && found.map.y0 === 0 && isSameSize(header, canvasSize)
  const isComplete = !options.keepPixels || holdsOriginal(laid, original, mask)
  if (isAsPlaced && isFit && membrane === null && isComplete) {
    return { ...(await asItCame('untouched', laid)), seam }
  }
  // The membrane leaves what is kept as it is: it makes no difference which of the two comes first.
  overlayOriginal(laid, original, mask)
  const asJpeg = header.format === 'jpeg' && !options.keepPixels
  const encoded = await encodeFinished(laid, mask, membrane, asJpeg)
  return { ...encoded, pixelSize: canvasSize, verdict: 'finished', place: found, seam }
}

/** The map in pixels of the file that came, where it was made smaller first. */
function inOwnPixels(map: Registration, drawn: Size, own: Size): Registration {
  const across = own.width / drawn.width
  const down = own.height / drawn.height
  return {
    scaleX: map.scaleX * across,
    scaleY: map.scaleY * down,
    x0: map.x0 * across,
    y0: map.y0 * down
  }
}

function isSameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height
}
