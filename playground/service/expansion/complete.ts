import { boxBlur } from './box-blur'
import { distanceToKnown } from './distance'
import { levelSettings } from './match-settings'
import { inheritMatches, layPatches, type PatchField } from './patch-field'
import { PatchSearch } from './patch-search'
import type { Draw, Raster } from './raster'
import { continueRim } from './rim'
import { type PartialRaster, shrink } from './shrink'
import { vote } from './vote'
import { drawWaves, layWaves, type Wave } from './waves'

/** A completed picture and the matches that it was made of. */
export interface Completed {
  readonly raster: Raster
  /** The first guess at the same size: the colours of the rim carried on, and the seed's waves. */
  readonly guess: Raster
  /** Each pixel's distance to what is known. */
  readonly distance: Int32Array
  /** Undefined where too little is known for patches: the picture is then only filled smoothly. */
  readonly field: PatchField | undefined
}

const fewestSources = 60
const smallestSidePx = 20
/** How far a source's tone is averaged, px. */
const toneReach = 2

function layLevel({ raster, known }: PartialRaster, level: number): PatchField {
  return layPatches(known, raster.width, raster.height, levelSettings(level).radius)
}

/** The picture at full, half, quarter … size, as long as enough of it is known there. */
function pyramid(picture: PartialRaster): readonly PartialRaster[] {
  const levels = [picture]
  for (let last = picture; ;) {
    const width = Math.round(last.raster.width / 2)
    const height = Math.round(last.raster.height / 2)
    if (Math.min(width, height) < smallestSidePx) return levels
    last = shrink(picture, width, height)
    if (layLevel(last, levels.length).sources.length < fewestSources) return levels
    levels.push(last)
  }
}

/** Completes one level, from the coarser one's matches or else from the first guess. */
function completeLevel(
  picture: PartialRaster,
  level: number,
  coarse: PatchField | undefined,
  waves: readonly Wave[],
  draw: Draw
): Completed {
  const { known } = picture
  const { width, height } = picture.raster
  const settings = levelSettings(level)
  const field = layLevel(picture, level)
  const distance = distanceToKnown(known, width, height)
  const guess = continueRim(picture.raster, known)
  layWaves(guess, known, distance, waves)
  const raster = { width, height, data: Uint8Array.from(guess.data) }
  if (field.sources.length < fewestSources) return { raster, guess, distance, field: undefined }

  const tone = boxBlur(picture.raster, toneReach).data
  const search = new PatchSearch(field, { data: raster.data, tone, guide: guess.data }, settings, draw)
  if (coarse !== undefined) {
    inheritMatches(field, coarse)
    search.reprice()
    vote(raster, known, field, distance)
  }
  for (let round = 0; round < settings.rounds; round += 1) {
    search.reprice()
    search.sweep(true)
    search.sweep(false)
    vote(raster, known, field, distance)
  }
  return { raster, guess, distance, field }
}

/**
 * Completes the unknown part of a small picture with its known part's own texture: from coarse to fine, patches are
 * searched for and vote, in turns (Wexler et al. 2007 with the search of Barnes et al. 2009).
 */
export function complete(picture: PartialRaster, draw: Draw): Completed {
  const waves = drawWaves(draw)
  let completed: Completed | undefined
  for (const [level, each] of [...pyramid(picture).entries()].reverse()) {
    completed = completeLevel(each, level, completed?.field, waves, draw)
  }
  return completed ?? completeLevel(picture, 0, undefined, waves, draw)
}
