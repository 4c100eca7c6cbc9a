/** Width and height; the unit is told by the name of what holds it (document units, or pixels as in `pixelSize`). */
export interface Size {
  readonly width: number
  readonly height: number
}
