/** Width and height, in document units or pixels; the owner's name or comment says which (`pixelSize`: px). */
export interface Size {
  readonly width: number
  readonly height: number
}
