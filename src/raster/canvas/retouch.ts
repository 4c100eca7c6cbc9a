/** Changes opaque pixels that were read of a canvas, in place; `left` and `top` are where they were read, px. */
export type Retouch = (image: ImageData, left: number, top: number) => void
