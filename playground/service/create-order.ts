/** How far each side is extended: added pixels ÷ the original's side on that axis (facts: ratios). */
export interface Ratios {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** An image as a create names it. */
export type ImageSource =
  { readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'url'; readonly url: string }

/** A create whose every field was found good. */
export interface CreateOrder {
  readonly image: ImageSource
  /** Present: canvas mode (guideline 4). */
  readonly mask: ImageSource | undefined
  readonly ratios: Ratios
  readonly returnType: 1 | 2
  readonly sync: boolean
  readonly strength: number | undefined
  readonly scale: number
  readonly steps: number
  /** −1: any. */
  readonly seed: number
  readonly prompt: string
}
