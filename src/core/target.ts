import type { Size } from './size'

/** The layer that an expansion is for, as it was when it was looked at. Plain data: it crosses the bridge. */
export interface Target extends Size {
  readonly nodeId: string
  /** For the window only: a layer's name never leaves the document. */
  readonly name: string
  readonly kind: 'frame' | 'component' | 'shape'
  /** What is sent: the layer's own paints alone (other layers stay live on top), or the layer as it is seen. */
  readonly content: 'backdrop' | 'everything'
  /** How many visible layers stay live on top of what is sent. */
  readonly liveLayers: number
  /** Pixels for each document unit at which the layer's sharpest image is stored; null where it shows no image. */
  readonly nativeScale: number | null
}

/** Why the selection cannot be expanded; known before anything is exported or sent. `name` is the layer's. */
export type Obstacle =
  | { readonly kind: 'nothing-selected' }
  | { readonly kind: 'several-selected'; readonly count: number }
  | { readonly kind: 'not-expandable'; readonly name: string; readonly nodeType: string }
  | { readonly kind: 'hidden'; readonly name: string }
  | { readonly kind: 'empty'; readonly name: string }
  | { readonly kind: 'rotated'; readonly name: string }
  | { readonly kind: 'inside-instance'; readonly name: string }
  | { readonly kind: 'inside-auto-layout'; readonly name: string; readonly parentName: string }
  | { readonly kind: 'inside-boolean'; readonly name: string }
  | { readonly kind: 'size-limited'; readonly name: string }

/** What was found in the selection. */
export type Selection =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
