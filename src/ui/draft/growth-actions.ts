import type { Insets, Side } from '../../core/geometry/insets'
import { ratios } from '../../core/geometry/ratios'
import type { Size } from '../../core/geometry/size'
import { evenPercent } from '../../core/growth/even-growth'
import type { Anchor, Growth } from '../../core/growth/growth'
import type { AppState } from '../state/app-state'
import type { Store } from '../state/store'
import { insetTextsOf, shownGrowth } from './shown-growth'

/** How far the selected layers are to grow: each of these takes the place of what was set before. */
export interface GrowthActions {
  /** Grows by these insets from now on, in document units. */
  readonly growTo: (insets: Insets) => void
  /** Takes a growth as it was set before. */
  readonly takeGrowth: (growth: Growth) => void
  readonly typeInset: (side: Side, text: string) => void
  /** Grows to a shape: a name of `core/ratios`, or `original` for the layer's own. */
  readonly chooseShape: (name: string) => void
  readonly typeSize: (axis: 'width' | 'height', text: string) => void
  readonly chooseSize: (size: Size) => void
  readonly chooseAnchor: (anchor: Anchor) => void
}

const centred: Anchor = { across: 'middle', down: 'middle' }

export function createGrowthActions({ get, update }: Store<AppState>): GrowthActions {
  return {
    growTo: (insets) => {
      update({ growthKind: 'sides', insetTexts: insetTextsOf(insets) })
    },
    takeGrowth: (growth) => {
      update(stateOfGrowth(growth))
    },
    typeInset: (side, text) => {
      const { insetTexts } = shownGrowth(get())
      // While a size is wrong, the sides come to nothing: what was typed there before holds again.
      const isEmpty = Object.values(insetTexts).every((typed) => typed === '')
      update({
        growthKind: 'sides',
        insetTexts: { ...(isEmpty ? get().insetTexts : insetTexts), [side]: text }
      })
    },
    chooseShape: (name) => {
      if (name === 'original') {
        const text = `${evenPercent}%`
        update({ growthKind: 'sides', insetTexts: { top: text, right: text, bottom: text, left: text } })
        return
      }
      update({ growthKind: 'ratio', ratio: name, anchor: chosenAnchor(get()) })
    },
    typeSize: (axis, text) => {
      const { sizeTexts, anchor } = shownGrowth(get())
      update({ growthKind: 'size', sizeTexts: { ...sizeTexts, [axis]: text }, anchor: anchor ?? centred })
    },
    chooseSize: ({ width, height }) => {
      const sizeTexts = { width: String(width), height: String(height) }
      update({ growthKind: 'size', sizeTexts, anchor: chosenAnchor(get()) })
    },
    chooseAnchor: (anchor) => {
      const { growthKind } = get()
      // The canvas stays as large as it is; only where the picture lies on it is another.
      const { sizeTexts } = shownGrowth(get())
      update(growthKind === 'sides' ? { growthKind: 'size', sizeTexts, anchor } : { anchor })
    }
  }
}

/** Sides that were dragged or typed say nothing of where the picture stays on a canvas of another shape. */
function chosenAnchor({ growthKind, anchor }: AppState): Anchor {
  return growthKind === 'sides' ? centred : anchor
}

/** The state in which a growth is set in the window. */
export function stateOfGrowth(growth: Growth): Partial<AppState> {
  switch (growth.kind) {
    case 'sides':
      return { growthKind: 'sides', insetTexts: growth.texts }
    case 'ratio': {
      const { ratio, anchor } = growth
      const name = Object.entries(ratios).find(
        ([, { width, height }]) => width === ratio.width && height === ratio.height
      )
      return { growthKind: 'ratio', anchor, ...(name === undefined ? {} : { ratio: name[0] }) }
    }
    case 'size': {
      const { width, height, anchor } = growth
      return { growthKind: 'size', sizeTexts: { width, height }, anchor }
    }
  }
}
