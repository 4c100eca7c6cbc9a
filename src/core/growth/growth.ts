import { type InsetEntries, type Insets, resolveInsets, type Side, sides } from '../geometry/insets'
import type { Size } from '../geometry/size'
import { fail, type Outcome, succeed } from '../outcome'
import { parseInset } from './parse-inset'

/** The subject's position on the canvas along one axis. */
export type AnchorPoint = 'start' | 'middle' | 'end'

export interface Anchor {
  readonly across: AnchorPoint
  readonly down: AnchorPoint
}

/** The growth of a layer as the designer enters it. Each layer gets insets of its own from it. */
export type Growth =
  /** Each side as typed: `120`, `30%`. */
  | { readonly kind: 'sides'; readonly texts: Readonly<Record<Side, string>> }
  /** The smallest canvas of this ratio (width : height) that holds the subject. */
  | { readonly kind: 'ratio'; readonly ratio: Size; readonly anchor: Anchor }
  /** A canvas of this size in document units, as typed. */
  | { readonly kind: 'size'; readonly width: string; readonly height: string; readonly anchor: Anchor }

/** Why a growth gives no insets. */
export type GrowthObstacle =
  | { readonly kind: 'not-a-number'; readonly side: Side }
  | { readonly kind: 'no-size'; readonly axis: 'width' | 'height' }
  /** The layer already has this ratio or size. */
  | { readonly kind: 'no-larger' }
  /** The size would cut the subject. `least`: the smallest length, document units. */
  | { readonly kind: 'smaller'; readonly axis: 'width' | 'height'; readonly least: number }

/** Computes the insets of a growth for a layer of size `subject`, document units. */
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
 * Computes the insets with which a growth is drawn, document units: 0 for a side that is invalid or negative.
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

/** Rounds a length to whole units, unless that would be shorter than the subject or the length is the subject's own. */
function wholeOver(length: number, least: number): number {
  const whole = Math.round(length)
  return Math.abs(length - least) < leastInset || whole < least ? length : whole
}

/** Reads a positive number of document units; null for anything else. */
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

/** Smaller insets are rounding errors of a ratio and count as 0, document units. */
const leastInset = 1e-6

function split(added: number, point: AnchorPoint): readonly [number, number] {
  const length = added < leastInset ? 0 : added
  switch (point) {
    case 'start':
      return [0, length]
    case 'middle':
      // Whole units on both sides if their sum is whole.
      return Number.isInteger(length)
        ? [Math.floor(length / 2), Math.ceil(length / 2)]
        : [length / 2, length / 2]
    case 'end':
      return [length, 0]
  }
}
