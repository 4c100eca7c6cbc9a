import type { ServiceFailure } from '../../core/failures'
import {
  maxPromptLength,
  maxRatio,
  promptLength,
  randomSeed,
  scaleRange,
  stepsRange,
  strengthRange
} from '../../core/limits'
import { checkImageSource, type ImageSource } from './image-source'

/**
 * Added pixels divided by the image's side on that axis: top and bottom by its height, left and right by its width. Each
 * in (0, 1]. All four are always there, because the service takes an omitted one as 0.1.
 */
interface ExpansionRatios {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** What both kinds of request share. Whatever is left out is not sent, and the service's own default holds. */
interface RequestSettings {
  readonly image: ImageSource
  /** At most 200, counted by `promptLength`. */
  readonly prompt?: string
  /** 0 to 1: how far the result may leave the source image for the prompt. */
  readonly strength?: number
  /** 1 to 20: how closely the prompt is followed. */
  readonly scale?: number
  /** A whole number of sampling steps, at least 1. */
  readonly steps?: number
  /** A whole number; -1 lets the service choose. */
  readonly seed?: number
  /** 1 asks for links, 2 (our default) for base64: then no second host and no expiry come in. Always sent. */
  readonly returnType?: 1 | 2
  /** 0 (our default) answers with a task id, 1 with the result itself. Always sent. */
  readonly sync?: 0 | 1
}

/** Four-side mode: the image is the subject alone, and the ratios say how far it grows. */
export interface SidesRequest extends RequestSettings {
  readonly kind: 'sides'
  readonly ratios: ExpansionRatios
}

/** Canvas mode: the image is the whole enlarged canvas, and the mask, of its exact pixel size, says what to generate. */
export interface CanvasRequest extends RequestSettings {
  readonly kind: 'canvas'
  readonly mask: ImageSource
}

/** Everything that one create needs, as a plain value. A mask and ratios never go together. */
export type ExpansionRequest = SidesRequest | CanvasRequest

/**
 * Checks a request against every documented range, before anything is sent. Returns the first rule that it breaks, with
 * the service's name of the field, or null when it can go.
 */
export function checkRequest(request: ExpansionRequest): ServiceFailure | null {
  return checkImages(request) ?? checkRatios(request) ?? checkSettings(request)
}

function checkImages(request: ExpansionRequest): ServiceFailure | null {
  const image = checkImageSource(request.image)
  if (!image.ok) {
    return invalid(request.image.kind === 'file' ? 'image_file' : 'image_url', image.rule)
  }
  if (request.kind === 'sides') {
    return null
  }
  const field = request.mask.kind === 'file' ? 'mask_file' : 'mask_url'
  const mask = checkImageSource(request.mask)
  if (!mask.ok) {
    return invalid(field, mask.rule)
  }
  const [pixelSize, maskSize] = [image.pixelSize, mask.pixelSize]
  if (pixelSize === null || maskSize === null) {
    return null
  }
  // The reference, limit 5: "The mask image must have the same dimensions as the image."
  const { width, height } = pixelSize
  const isSame = width === maskSize.width && height === maskSize.height
  return isSame ? null : invalid(field, `must be ${width} × ${height} pixels, as its image is`)
}

function checkRatios(request: ExpansionRequest): ServiceFailure | null {
  if (request.kind === 'canvas') {
    return null
  }
  const { top, right, bottom, left } = request.ratios
  for (const [field, ratio] of Object.entries({ top, right, bottom, left })) {
    if (!(ratio > 0 && ratio <= maxRatio)) {
      return invalid(field, `must be more than 0 and at most ${maxRatio}`)
    }
  }
  return null
}

function checkSettings(request: ExpansionRequest): ServiceFailure | null {
  const {
    prompt = '',
    strength = 0,
    scale = 1,
    steps = 1,
    seed = randomSeed,
    returnType = 2,
    sync = 0
  } = request
  if (promptLength(prompt) > maxPromptLength) {
    return invalid('prompt', `must be at most ${maxPromptLength} characters long`)
  }
  if (!(strength >= strengthRange.min && strength <= strengthRange.max)) {
    return invalid('strength', `must be from ${strengthRange.min} to ${strengthRange.max}`)
  }
  if (!(scale >= scaleRange.min && scale <= scaleRange.max)) {
    return invalid('scale', `must be from ${scaleRange.min} to ${scaleRange.max}`)
  }
  if (!Number.isSafeInteger(steps) || steps < stepsRange.min) {
    return invalid('steps', `must be a whole number, at least ${stepsRange.min}`)
  }
  if (!Number.isSafeInteger(seed) || seed < randomSeed) {
    return invalid('seed', `must be a whole number, at least ${randomSeed}`)
  }
  if (![1, 2].includes(returnType)) {
    return invalid('return_type', 'must be 1 or 2')
  }
  return [0, 1].includes(sync) ? null : invalid('sync', 'must be 0 or 1')
}

function invalid(field: string, rule: string): ServiceFailure {
  return { kind: 'invalid-request', field, rule }
}
