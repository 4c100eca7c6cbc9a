/** A part of a text, from its first UTF-16 unit up to the one behind its last. */
export interface Range {
  readonly from: number
  readonly to: number
}
