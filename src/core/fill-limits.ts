/**
 * Longest side of an image that a fill can hold, px. Figma's plugin documentation, `createImage`: at most 4096 a side.
 */
export const maxFillSide = 4096
