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

/** Scales that differ by less are one, as a share. */
const sameScale = 0.002

/** What is looked for, and the picture in which: whole in a reduced copy and in boxes at its own size. */
export interface MatchedImages {
  readonly template: CanvasTemplate
  /** The reduced copy keeps the result's shape; it is only asked for where the result is not where it was expected. */
  readonly result: { readonly size: Size; readonly reduced: () => GreyImage; readonly full: GreySource }
}

/** Long side of the pictures of the first search, cells. */
const coarseSide = 112

/** From this likeness on, the expected place is taken without trying others; a better place must be clearly better. */
const sureScore = 0.8

const clearlyBetter = 0.06

/** Under this likeness the place found may be chance, and scales between the guesses are tried. */
const doubtfulScore = 0.45

/** Under this one there is nothing alike at any scale. */
const noScore = 0.12

/** Under this confidence the expected place is more likely than the one found. */
const leastConfidence = 0.4

/** What is found this near to where it was expected is only measured more exactly, canvas px at the corners. */
const nearby = 8

/** A place that is found where it was expected needs less to be believed than one found elsewhere. */
const leastElsewhere = 0.75

/** From this confidence on, the expected place is the right one without any search. */
const sureConfidence = 0.85

/** Finds where the canvas lies in the service's picture; the expected place, with confidence 0, where nothing tells it. */
export function register(pictures: MatchedImages): {
  readonly map: Registration
  readonly confidence: number
} {
  const { template, result } = pictures
  const expected = expectedRegistration(template.size, result.size)
  // A result of another shape than the canvas is surely not where it was expected.
  const isOfShape = expected.x0 === 0 && expected.y0 === 0
  const atOnce = isOfShape ? refineFine(pictures, expected) : null
  if (atOnce !== null && atOnce.confidence >= sureConfidence) {
    return settled(atOnce, pictures)
  }
  const coarse = findCoarse(pictures, isOfShape ? expected : null)
  const middle = coarse === null ? null : refineReduced(pictures, coarse)
  const fine = middle === null ? null : (refineFine(pictures, middle.map) ?? { ...middle, shifts: [] })
  if (fine === null) {
    return { map: expected, confidence: 0 }
  }
  const isElsewhere = registrationDistance(fine.map, expected, template.size) > nearby
  return fine.confidence < (isElsewhere ? leastElsewhere : leastConfidence)
    ? { map: expected, confidence: 0 }
    : settled(fine, pictures)
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

/** Refines on the reduced copies. */
function refineReduced(
  { template: { size, reduced: canvas, keptReduced }, result }: MatchedImages,
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
  const keptCells = greySource({ ...canvas, data: Float32Array.from(keptReduced) })
  const patches = cutPatches(
    greySource(canvas),
    (left, top, side, cells) =>
      Uint8Array.from(samplePatch(keptCells, left, top, side, side, cells), (share) =>
        share > 0.99 ? 1 : 0
      ),
    choosePatches(canvas, keptReduced, patchSide),
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

/** Refines at the pictures' own size. */
function refineFine({ template, result }: MatchedImages, start: Registration): RefinedRegistration | null {
  const step = cellSide(start)
  return refineRegistration(template.patchesAt(step), step, template.size, result.full, start, 2)
}

/** The first search; `expected` is tried first, where there is one. */
function findCoarse(
  { template: { size: canvas, reduced, keptReduced, subject }, result }: MatchedImages,
  expected: Registration | null
): Registration | null {
  const shrink = Math.max(1, Math.max(reduced.width, reduced.height) / coarseSide)
  const size = {
    width: Math.max(1, Math.round(reduced.width / shrink)),
    height: Math.max(1, Math.round(reduced.height / shrink))
  }
  const keptShare = sampleWhole({ ...reduced, data: Float32Array.from(keptReduced) }, size).data
  const kept = Uint8Array.from(keptShare, (share) => (share > 0.98 ? 1 : 0))
  const whole = result.reduced()
  const doubled = Math.min(1, (2 * coarseSide) / Math.max(whole.width, whole.height))
  const picture = sampleWhole(whole, {
    width: Math.max(1, Math.round(whole.width * doubled)),
    height: Math.max(1, Math.round(whole.height * doubled))
  })
  const match = coarseMatcher(sampleWhole(reduced, size), kept, picture)
  if (match === null) {
    return null
  }
  // A scale of the reduced pictures for one of the full ones; both keep their shape but for rounding.
  const toOffset = picture.width / result.size.width
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

/** Scales between the least and the greatest guess, in steps that the first search can bridge. */
function between(guesses: readonly number[]): readonly number[] {
  const least = Math.min(...guesses)
  const count = Math.min(40, Math.ceil(Math.log(Math.max(...guesses) / least) / 0.02))
  const ratio = (Math.max(...guesses) / least) ** (1 / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => least * ratio ** (index + 0.5))
}

function sampleWhole(picture: GreyImage, size: Size): GreyImage {
  const data = samplePatch(
    greySource(picture),
    0,
    0,
    picture.width / size.width,
    picture.height / size.height,
    size
  )
  return { ...size, data }
}

/**
 * Scales (result px for a canvas px) at which the canvas can lie in a result of this size: edge to edge on either axis;
 * untouched; with a side added that was not asked for, a tenth of the canvas or of the subject (the reference: an omitted
 * ratio is 0.1); or the subject alone, edge to edge.
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
