import type { Size } from './size'

export const sides = ['top', 'right', 'bottom', 'left'] as const

export type Side = (typeof sides)[number]

/** How far the canvas reaches past the subject on each side, in document units. */
export type Insets = Readonly<Record<Side, number>>

/** One side as the designer enters it: document units, or a percentage of the subject's side on that axis. */
export interface InsetEntry {
  readonly amount: number
  readonly unit: 'px' | '%'
}

export type InsetEntries = Readonly<Record<Side, InsetEntry>>

/** Returns the subject's extent along a side's axis: height for top and bottom, width for right and left. */
export function extentAlong(side: Side, subject: Size): number {
  return side === 'top' || side === 'bottom' ? subject.height : subject.width
}

/**
 * Computes the insets of `entries` for a subject of size `subject`, document units. A percentage gives
 * whole units, unless its length is under 1.
 */
export function resolveInsets(entries: InsetEntries, subject: Size): Insets {
  const resolve = (side: Side): number => {
    const { amount, unit } = entries[side]
    const length = unit === 'px' ? amount : (amount / 100) * extentAlong(side, subject)
    return unit === 'px' || Math.abs(length) < 1 ? length : Math.round(length)
  }
  return { top: resolve('top'), right: resolve('right'), bottom: resolve('bottom'), left: resolve('left') }
}

/** Computes the canvas's size: the subject grown by the insets. */
export function growBy(subject: Size, insets: Insets): Size {
  return {
    width: subject.width + insets.left + insets.right,
    height: subject.height + insets.top + insets.bottom
  }
}
