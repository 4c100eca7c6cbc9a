import type { Size } from '../../../core/geometry/size'
import { omittedRatio } from '../../../core/limits'
import type { CanvasTemplate } from './canvas-template'
import { choosePatches } from './choose-patches'
import { coarseMatcher, type CoarseRegistration } from './coarse-matcher'
import { cellSide, cutPatches, patchSide } from './cut-patches'
import { expectedRegistration } from './expected-registration'
import { type GreyImage, type GreySource, greySource } from './grey-image'
import { type RefinedRegistration, refineRegistration } from './refine-registration'
import { type Registration, registrationDistance } from './registration'
import { samplePatch } from './sample-patch'
import { snapRegistration } from './snap-registration'

/** Scales that differ by a smaller share count as one. */
const sameScale = 0.002

/** The template, and the result in a reduced copy and in boxes at its own size. */
export interface MatchedImages {
  readonly template: CanvasTemplate
  /** The reduced copy keeps the result's shape; it is only made if the expected place is wrong. */
  readonly result: { readonly size: Size; readonly reduced: () => GreyImage; readonly full: GreySource }
}

/** Long side of the template in the first search, cells. */
const coarseSide = 112

/** From this likeness on, the expected place is taken without a search. */
const sureScore = 0.8

/** By this much another place must be more alike than the expected one. */
const clearlyBetter = 0.06

/** Below this likeness the place may be chance, and scales between the guesses are tried. */
const doubtfulScore = 0.45

/** Below this likeness nothing is alike at any scale. */
const noScore = 0.12

/** Least confidence for a place near the expected one. */
const leastConfidence = 0.4

/** Greatest distance from the expected place that counts as near, canvas px at the corners. */
const nearby = 8

/** Least confidence for a place further away. */
const leastElsewhere = 0.75

/** From this confidence on, the refined expected place is taken without a search. */
const sureConfidence = 0.85

/** Finds where the canvas lies in the result. Falls back on the expected place, with confidence 0. */
export function register(images: MatchedImages): {
  readonly map: Registration
  readonly confidence: number
} {
  const { template, result } = images
  const expected = expectedRegistration(template.size, result.size)
  // A result of another shape than the canvas is surely not at the expected place.
  const isOfShape = expected.x0 === 0 && expected.y0 === 0
  const atOnce = isOfShape ? refineFine(images, expected) : null
  if (atOnce !== null && atOnce.confidence >= sureConfidence) {
    return settled(atOnce, images)
  }
  const coarse = findCoarse(images, isOfShape ? expected : null)
  const middle = coarse === null ? null : refineReduced(images, coarse)
  const fine = middle === null ? null : (refineFine(images, middle.map) ?? { ...middle, shifts: [] })
  if (fine === null) {
    return { map: expected, confidence: 0 }
  }
  const isElsewhere = registrationDistance(fine.map, expected, template.size) > nearby
  return fine.confidence < (isElsewhere ? leastElsewhere : leastConfidence)
    ? { map: expected, confidence: 0 }
    : settled(fine, images)
}

function settled(
  place: RefinedRegistration,
  { template, result }: MatchedImages
): { readonly map: Registration; readonly confidence: number } {
  return {
    map: snapRegistration(place, template.size, result.size),
    confidence: Math.min(1, place.confidence)
  }
}

/** Refines a map on the reduced copies. */
function refineReduced(
  { template: { size, reduced: canvas, knownReduced }, result }: MatchedImages,
  { scaleX, scaleY, x0, y0 }: Registration
): RefinedRegistration | null {
  // On the reduced copies, maps are between their own pixels.
  const canvasX = canvas.width / size.width
  const canvasY = canvas.height / size.height
  const reduced = result.reduced()
  const resultX = reduced.width / result.size.width
  const resultY = reduced.height / result.size.height
  const start = {
    scaleX: (scaleX * resultX) / canvasX,
    scaleY: (scaleY * resultY) / canvasY,
    x0: x0 * resultX,
    y0: y0 * resultY
  }
  const step = cellSide(start)
  const knownCells = greySource({ ...canvas, data: Float32Array.from(knownReduced) })
  const patches = cutPatches(
    greySource(canvas),
    (left, top, side, cells) =>
      Uint8Array.from(samplePatch(knownCells, left, top, side, side, cells), (share) =>
        share > 0.99 ? 1 : 0
      ),
    choosePatches(canvas, knownReduced, patchSide),
    step
  )
  const refined = refineRegistration(patches, step, canvas, greySource(reduced), start, 3)
  if (refined === null) {
    return null
  }
  return {
    ...refined,
    map: {
      scaleX: (refined.map.scaleX * canvasX) / resultX,
      scaleY: (refined.map.scaleY * canvasY) / resultY,
      x0: refined.map.x0 / resultX,
      y0: refined.map.y0 / resultY
    }
  }
}

/** Refines a map at the images' own size. */
function refineFine({ template, result }: MatchedImages, start: Registration): RefinedRegistration | null {
  const step = cellSide(start)
  return refineRegistration(template.patchesAt(step), step, template.size, result.full, start, 2)
}

/** Searches on small copies; tries `expected` first. Null if the known area is flat. */
function findCoarse(
  { template: { size: canvas, reduced, knownReduced, subject }, result }: MatchedImages,
  expected: Registration | null
): Registration | null {
  const shrink = Math.max(1, Math.max(reduced.width, reduced.height) / coarseSide)
  const size = {
    width: Math.max(1, Math.round(reduced.width / shrink)),
    height: Math.max(1, Math.round(reduced.height / shrink))
  }
  const knownShare = sampleWhole({ ...reduced, data: Float32Array.from(knownReduced) }, size).data
  const known = Uint8Array.from(knownShare, (share) => (share > 0.98 ? 1 : 0))
  const whole = result.reduced()
  const doubled = Math.min(1, (2 * coarseSide) / Math.max(whole.width, whole.height))
  const image = sampleWhole(whole, {
    width: Math.max(1, Math.round(whole.width * doubled)),
    height: Math.max(1, Math.round(whole.height * doubled))
  })
  const match = coarseMatcher(sampleWhole(reduced, size), known, image)
  if (match === null) {
    return null
  }
  // Converts scales of the full images to the reduced ones; both keep their shape up to rounding.
  const toOffset = image.width / result.size.width
  const toGrid = toOffset / (size.width / canvas.width)
  const atExpected =
    expected === null
      ? null
      : match(((expected.scaleX + expected.scaleY) / 2) * toGrid, {
          x0: expected.x0 * toOffset,
          y0: expected.y0 * toOffset
        })
  let best: CoarseRegistration = atExpected ?? { scale: toGrid, x0: 0, y0: 0, score: -1 }
  if (best.score < sureScore) {
    const guesses = scaleGuesses(canvas, result.size, subject)
    const tryAll = (scales: readonly number[]): void => {
      for (const scale of scales) {
        const place = match(scale * toGrid)
        if (place.score > best.score + (best === atExpected ? clearlyBetter : 0)) best = place
      }
    }
    tryAll(guesses)
    if (best.score < doubtfulScore && best.score > noScore) tryAll(between(guesses))
  }
  const scale = best.scale / toGrid
  return { scaleX: scale, scaleY: scale, x0: best.x0 / toOffset, y0: best.y0 / toOffset }
}

/** Lists scales between the least and the greatest guess, in steps that the first search can bridge. */
function between(guesses: readonly number[]): readonly number[] {
  const least = Math.min(...guesses)
  const count = Math.min(40, Math.ceil(Math.log(Math.max(...guesses) / least) / 0.02))
  const ratio = (Math.max(...guesses) / least) ** (1 / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => least * ratio ** (index + 0.5))
}

function sampleWhole(image: GreyImage, size: Size): GreyImage {
  const data = samplePatch(
    greySource(image),
    0,
    0,
    image.width / size.width,
    image.height / size.height,
    size
  )
  return { ...size, data }
}

/**
 * Lists scales (result px for each canvas px) at which the canvas can lie in a result of this size: edge to edge on either
 * axis; 1; with one or two unrequested sides of a tenth of the canvas or the subject (the reference: an omitted ratio is
 * 0.1); or the subject alone, edge to edge.
 */
function scaleGuesses(canvas: Size, result: Size, subject: Size): readonly number[] {
  const guesses = [
    result.width / canvas.width,
    result.height / canvas.height,
    1,
    result.width / subject.width,
    result.height / subject.height
  ]
  for (const extra of [omittedRatio, 2 * omittedRatio]) {
    guesses.push(
      result.width / (canvas.width + extra * canvas.width),
      result.height / (canvas.height + extra * canvas.height),
      result.width / (canvas.width + extra * subject.width),
      result.height / (canvas.height + extra * subject.height)
    )
  }
  const distinct: number[] = []
  for (const guess of guesses) {
    if (distinct.every((other) => Math.abs(guess / other - 1) > sameScale)) {
      distinct.push(guess)
    }
  }
  return distinct
}
