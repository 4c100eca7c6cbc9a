import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { growBy } from '../../../src/core/geometry/insets'
import { ratios } from '../../../src/core/geometry/ratios'
import {
  type Anchor,
  type AnchorPoint,
  drawnInsets,
  type Growth,
  insetsOf
} from '../../../src/core/growth/growth'

const middle: Anchor = { across: 'middle', down: 'middle' }
const subject = { width: 400, height: 300 }

function sized(width: string, height: string, anchor = middle): Growth {
  return { kind: 'size', width, height, anchor }
}

describe('sides as typed', () => {
  const texts = { top: '10', right: '10%', bottom: '', left: '12,5px' }
  test('are document units, or parts of the layer', () => {
    expect(insetsOf({ kind: 'sides', texts }, subject)).toEqual({
      ok: true,
      value: { top: 10, right: 40, bottom: 0, left: 12.5 }
    })
  })
  test('that are no number are named', () => {
    expect(insetsOf({ kind: 'sides', texts: { ...texts, bottom: 'lots' } }, subject)).toEqual({
      ok: false,
      failure: { kind: 'not-a-number', side: 'bottom' }
    })
  })
})

describe('a ratio', () => {
  test.each([
    ['1:1', { width: 400, height: 400 }],
    ['16:9', { width: 533, height: 300 }],
    ['9:16', { width: 400, height: 711 }],
    ['1.91:1', { width: 573, height: 300 }]
  ] as const)('%s is the least canvas of that shape, in whole pixels', (name, canvas) => {
    const insets = insetsOf({ kind: 'ratio', ratio: ratios[name] ?? subject, anchor: middle }, subject)
    expect(insets.ok && growBy(subject, insets.value)).toEqual(canvas)
  })

  test('that the layer has already adds nothing', () => {
    expect(insetsOf({ kind: 'ratio', ratio: { width: 4, height: 3 }, anchor: middle }, subject)).toEqual({
      ok: false,
      failure: { kind: 'no-larger' }
    })
  })

  test('never cuts the layer off, and is met to half a pixel', () => {
    const length = fc.double({ min: 1, max: 5000, noNaN: true })
    fc.assert(
      fc.property(length, length, fc.constantFrom(...Object.values(ratios)), (width, height, ratio) => {
        const insets = insetsOf({ kind: 'ratio', ratio, anchor: middle }, { width, height })
        if (!insets.ok) {
          return
        }
        const { top, right, bottom, left } = insets.value
        expect(Math.min(top, right, bottom, left)).toBeGreaterThanOrEqual(0)
        const canvas = growBy({ width, height }, insets.value)
        expect(Math.abs(canvas.width - (canvas.height * ratio.width) / ratio.height)).toBeLessThan(
          0.51 * Math.max(1, ratio.width / ratio.height)
        )
      })
    )
  })
})

describe('a size', () => {
  test.each([
    ['start', 'start', { top: 0, right: 100, bottom: 101, left: 0 }],
    ['middle', 'middle', { top: 50, right: 50, bottom: 51, left: 50 }],
    ['end', 'middle', { top: 50, right: 0, bottom: 51, left: 100 }]
  ] as const satisfies [AnchorPoint, AnchorPoint, object][])(
    'leaves the picture at the %s across and the %s down',
    (across, down, insets) => {
      expect(insetsOf(sized('500', '401', { across, down }), subject)).toEqual({ ok: true, value: insets })
    }
  )

  test.each([
    ['', '400', { kind: 'no-size', axis: 'width' }],
    ['500', '120%', { kind: 'no-size', axis: 'height' }],
    ['500', '-4', { kind: 'no-size', axis: 'height' }],
    ['399', '400', { kind: 'smaller', axis: 'width', least: 400 }],
    ['500', '299.5', { kind: 'smaller', axis: 'height', least: 300 }],
    ['400', '300', { kind: 'no-larger' }]
  ] as const)('%s × %s is refused, with why', (width, height, failure) => {
    expect(insetsOf(sized(width, height), subject)).toEqual({ ok: false, failure })
  })
})

describe('the insets that a growth is drawn with', () => {
  const drawn = (texts: Partial<Record<'top' | 'right' | 'bottom' | 'left', string>>) =>
    drawnInsets(
      { kind: 'sides', texts: { top: '', right: '', bottom: '', left: '', ...texts } },
      { width: 200, height: 100 }
    )
  const none = { top: 0, right: 0, bottom: 0, left: 0 }
  test.each([
    ['as typed', { top: '10%', right: '30' }, { ...none, top: 10, right: 30 }],
    [
      'what is no number adds nothing, the others what they say',
      { top: '5', left: 'wide' },
      { ...none, top: 5 }
    ],
    ['a negative side adds nothing', { bottom: '-20', left: '7' }, { ...none, left: 7 }]
  ])('%s', (_, texts, expected) => {
    expect(drawn(texts)).toEqual(expected)
  })

  it('a size that would cut is drawn as the bare layer', () => {
    const anchor = { across: 'middle', down: 'middle' } as const
    expect(
      drawnInsets({ kind: 'size', width: '100', height: '300', anchor }, { width: 200, height: 100 })
    ).toEqual(none)
  })
})
