import { type InsetEntries, type Insets, resolveInsets, type Side, sides } from '../geometry/insets'
import type { Size } from '../geometry/size'
import { fail, type Outcome, succeed } from '../outcome'
import { parseInset } from './parse-inset'

/** Where the subject lies on the canvas along one axis: at its start, in its middle, at its end. */
export type AnchorPoint = 'start' | 'middle' | 'end'

export interface Anchor {
  readonly across: AnchorPoint
  readonly down: AnchorPoint
}

/** How far a layer grows, as the designer gives it: for each layer it is given for, it comes to insets of its own. */
export type Growth =
  /** Each side as typed: `120`, `30%`. */
  | { readonly kind: 'sides'; readonly texts: Readonly<Record<Side, string>> }
  /** The least canvas of this shape that holds the subject; width : height. */
  | { readonly kind: 'ratio'; readonly ratio: Size; readonly anchor: Anchor }
  /** A canvas of this size in document units, as typed. */
  | { readonly kind: 'size'; readonly width: string; readonly height: string; readonly anchor: Anchor }

/** Why a growth comes to no insets. */
export type GrowthObstacle =
  | { readonly kind: 'not-a-number'; readonly side: Side }
  | { readonly kind: 'no-size'; readonly axis: 'width' | 'height' }
  /** The layer has this shape or size already. */
  | { readonly kind: 'no-larger' }
  /** The size would cut the subject off. */
  | { readonly kind: 'smaller'; readonly axis: 'width' | 'height'; readonly least: number }

/** Computes the insets, in document units, by which a growth makes a layer of size `subject` larger. */
export function insetsOf(growth: Growth, subject: Size): Outcome<Insets, GrowthObstacle> {
  switch (growth.kind) {
    case 'sides':
      return readSides(growth.texts, subject)
    case 'ratio': {
      const { ratio, anchor } = growth
      const scale = Math.max(subject.width / ratio.width, subject.height / ratio.height)
      return around(
        subject,
        {
          width: wholeOver(ratio.width * scale, subject.width),
          height: wholeOver(ratio.height * scale, subject.height)
        },
        anchor
      )
    }
    case 'size':
      return readSize(growth, subject)
  }
}

/**
 * Computes the insets, document units, that a growth is drawn with: those it comes to, and none where it comes to nothing
 * or would cut the subject.
 */
export function drawnInsets(growth: Growth, subject: Size): Insets {
  const side = (name: Side): number => {
    const texts = { ...noTexts, [name]: textsOf(growth)[name] }
    const read = insetsOf(growth.kind === 'sides' ? { kind: 'sides', texts } : growth, subject)
    return read.ok ? Math.max(0, read.value[name]) : 0
  }
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') }
}

const noTexts: Readonly<Record<Side, string>> = { top: '', right: '', bottom: '', left: '' }

function textsOf(growth: Growth): Readonly<Record<Side, string>> {
  return growth.kind === 'sides' ? growth.texts : noTexts
}

function readSides(texts: Readonly<Record<Side, string>>, subject: Size): Outcome<Insets, GrowthObstacle> {
  const none = { amount: 0, unit: 'px' } as const
  let entries: InsetEntries = { top: none, right: none, bottom: none, left: none }
  for (const side of sides) {
    const entry = parseInset(texts[side])
    if (entry === null) {
      return fail({ kind: 'not-a-number', side })
    }
    entries = { ...entries, [side]: entry }
  }
  return succeed(resolveInsets(entries, subject))
}

function readSize(
  { width, height, anchor }: Growth & { readonly kind: 'size' },
  subject: Size
): Outcome<Insets, GrowthObstacle> {
  const canvas = { width: readLength(width), height: readLength(height) }
  for (const axis of ['width', 'height'] as const) {
    const length = canvas[axis]
    if (length === null) {
      return fail({ kind: 'no-size', axis })
    }
    if (length < subject[axis]) {
      return fail({ kind: 'smaller', axis, least: subject[axis] })
    }
  }
  return around(subject, { width: canvas.width ?? 0, height: canvas.height ?? 0 }, anchor)
}

/** The nearest whole length that is not shorter than the subject; its own where that is as near. */
function wholeOver(length: number, least: number): number {
  const whole = Math.round(length)
  return Math.abs(length - least) < leastInset || whole < least ? length : whole
}

/** A positive number of document units; null for anything else. */
function readLength(text: string): number | null {
  const entry = parseInset(text)
  return entry === null || entry.unit === '%' || entry.amount <= 0 ? null : entry.amount
}

function around(subject: Size, canvas: Size, { across, down }: Anchor): Outcome<Insets, GrowthObstacle> {
  const [left, right] = split(canvas.width - subject.width, across)
  const [top, bottom] = split(canvas.height - subject.height, down)
  const isSame = [top, right, bottom, left].every((inset) => inset === 0)
  return isSame ? fail({ kind: 'no-larger' }) : succeed({ top, right, bottom, left })
}

/** Rounding in the ratio must not become a negative or a hair-thin side. */
const leastInset = 1e-6

function split(added: number, point: AnchorPoint): readonly [number, number] {
  const length = added < leastInset ? 0 : added
  switch (point) {
    case 'start':
      return [0, length]
    case 'middle':
      // A whole number of units on both sides where there is one in all.
      return Number.isInteger(length)
        ? [Math.floor(length / 2), Math.ceil(length / 2)]
        : [length / 2, length / 2]
    case 'end':
      return [length, 0]
  }
}
