import type { Size } from './geometry/size'

/**
 * Longest side of an image that a fill can hold, px. Figma's plugin documentation, `createImage`: at most 4096 a side.
 */
export const maxFillSide = 4096

/*
 * What the image expansion service documents about its own limits. "The reference" is its published API page; "shown by
 * public clients" marks what it does beyond that page. The UI offers these ranges, and the client checks them before
 * sending.
 */

/** The reference, Guidelines and Limits 7: "Min 64x64". Pixels a side, for the image and its mask. */
export const minUploadSide = 64

/** The reference, Guidelines and Limits 7: "max 4096 x 4096". Pixels a side, for the image and its mask. */
export const maxUploadSide = 4096

/** The reference, Guidelines and Limits 7: "Up to 5MB". It does not say which megabyte: the smaller is meant here. */
export const maxUploadBytes = 5_000_000

/** The reference, image_url and mask_url: "up to 512 characters". */
export const maxUrlLength = 512

/** The reference, top/bottom/left/right: "Range: (0, 1]"; the upper end. The lower end, 0, is itself out of range. */
export const maxRatio = 1

/** The reference, top/bottom/left/right: "Default is 0.1"; what an omitted side means. */
export const omittedRatio = 0.1

/** The reference, strength: "Recommended range: [0.1, 1.0]", and 0 has a meaning of its own ("almost identical"). */
export const strengthRange = { min: 0, max: 1 } as const

/** The reference, scale: "Default is 7.0. Range: [1, 20]". */
export const scaleRange = { min: 1, max: 20, standard: 7 } as const

/** The reference, steps: "Default is 30"; a count, so at least 1. No upper end is documented. */
export const stepsRange = { min: 1, standard: 30 } as const

/** The reference, seed: "-1 means a random seed is used". No upper end is documented. */
export const randomSeed = -1

/** Shown by public clients: a prompt of 201 gets 400 "length must not exceed 200". */
export const maxPromptLength = 200

/** The reference, sync: "keeping the total polling duration within 180 seconds". */
export const pollForMs = 180_000

/** The reference, sync: "polling once every 1 second". */
export const pollEveryMs = 1_000

/** Shown by public clients: a third request within a second gets 429. Per key, creates and polls together. */
export const requestsPerSecond = 2

/**
 * The longest side that a result can have, in pixels: the longest side that can be uploaded, extended by the largest
 * ratio at both of its ends. A header that claims more is not of an image that was asked for.
 */
const maxResultSide = maxUploadSide * (1 + 2 * maxRatio)

/**
 * The most pixels that a result can have: four times those of the largest canvas that is ever asked for (4096 × 4096).
 * Decoded they take 268 MB; a file of a few kilobytes can claim any number.
 */
export const maxResultPixels = 4 * maxUploadSide ** 2

/** Tells whether an image of this size, px, is larger than any result, and takes more memory than is given to one. */
export function exceedsAnyResult({ width, height }: Size): boolean {
  return Math.max(width, height) > maxResultSide || width * height > maxResultPixels
}

/**
 * Counts a prompt as it will be counted against `maxPromptLength`, in UTF-16 units, with a line break as two. The service
 * does not say how it counts; this is never less than its count of characters, also after a form has turned each line
 * break into CR LF.
 */
export function promptLength(prompt: string): number {
  return prompt.replace(/\r\n|\r|\n/g, '\r\n').length
}
