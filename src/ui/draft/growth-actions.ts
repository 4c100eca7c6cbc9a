import type { Insets, Side } from '../../core/geometry/insets'
import { ratios } from '../../core/geometry/ratios'
import type { Size } from '../../core/geometry/size'
import { evenPercent } from '../../core/growth/even-growth'
import type { Anchor, Growth } from '../../core/growth/growth'
import type { AppState } from '../state/app-state'
import type { Store } from '../state/store'
import { insetTextsOf, shownGrowth } from './shown-growth'

/** Actions that set the growth of the selected layers; each replaces the growth before. */
export interface GrowthActions {
  /** Sets insets, document units. */
  readonly growTo: (insets: Insets) => void
  /** Restores an earlier growth. */
  readonly takeGrowth: (growth: Growth) => void
  readonly typeInset: (side: Side, text: string) => void
  /** Sets a ratio: a name of `core/ratios`, or `original` for the layer's own. */
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
      // An invalid size gives no sides, so the sides typed before hold again.
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
      // The canvas keeps its size; only the source image's position changes.
      const { sizeTexts } = shownGrowth(get())
      update(growthKind === 'sides' ? { growthKind: 'size', sizeTexts, anchor } : { anchor })
    }
  }
}

/** The position for dragged or typed sides, which define none on a canvas of another ratio. */
function chosenAnchor({ growthKind, anchor }: AppState): Anchor {
  return growthKind === 'sides' ? centred : anchor
}

/** Returns the part of the state that holds a growth. */
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
