import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { planSides } from '../../src/core/plan-sides'

const all = (inset: number): Parameters<typeof planSides>[1] => ({
  top: inset,
  right: inset,
  bottom: inset,
  left: inset
})

describe('planSides sizes the export', () => {
  test.each([
    // name, subject, insets, native scale, expected scale
    ['at the native resolution of its image', { width: 600, height: 200 }, all(20), 2.5, 2.5],
    [
      'below it where the layer shows the image larger than it is',
      { width: 600, height: 200 },
      all(20),
      0.5,
      0.5
    ],
    ['at one pixel a unit where no image shows', { width: 600, height: 200 }, all(20), null, 1],
    ['larger where the short side would have fewer than 64 px', { width: 20, height: 20 }, all(2), 1, 3.2],
    ['larger for a thin strip', { width: 1000, height: 16 }, all(2), null, 4],
    [
      'smaller where the result would not fit a fill',
      { width: 4000, height: 1000 },
      all(500),
      1,
      4096 / 5000
    ],
    ['smaller for a panorama', { width: 6000, height: 400 }, all(100), 1, 4096 / 6200],
    [
      'smaller where the image is sharper than a fill can be',
      { width: 400, height: 400 },
      all(40),
      20,
      4096 / 480
    ]
  ])('%s', (_name, subject, insets, nativeScale, scale) => {
    const plan = planSides(subject, insets, nativeScale)
    expect(plan.ok && plan.value.scale).toBeCloseTo(scale, 3)
  })

  it('divides each inset by the side on its axis', () => {
    const plan = planSides({ width: 1200, height: 400 }, { top: 40, right: 360, bottom: 400, left: 12 }, null)
    expect(plan.ok && plan.value.ratios).toEqual({ top: 0.1, right: 0.3, bottom: 1, left: 0.01 })
    expect(plan.ok && plan.value.canvas).toEqual({ width: 1572, height: 840 })
  })
})

describe('planSides refuses what the four-side mode cannot do', () => {
  const subject = { width: 300, height: 100 }
  test.each([
    ['no inset at all', all(0), { kind: 'nothing-to-add' }],
    ['a side of zero', { ...all(10), left: 0 }, { kind: 'side-is-zero', side: 'left' }],
    ['a negative side', { ...all(10), top: -1 }, { kind: 'negative', side: 'top' }],
    [
      'more than the whole side',
      { ...all(10), bottom: 100.5 },
      { kind: 'side-too-far', side: 'bottom', limit: 100 }
    ],
    ['what is no number', { ...all(10), right: Number.NaN }, { kind: 'not-a-number', side: 'right' }],
    ['what is endless', { ...all(10), right: Infinity }, { kind: 'not-a-number', side: 'right' }]
  ])('%s', (_name, insets, failure) => {
    expect(planSides(subject, insets, null)).toEqual({ ok: false, failure })
  })

  it('a strip that has under 64 px across when its length fits', () => {
    expect(planSides({ width: 7000, height: 50 }, all(5), null)).toEqual({
      ok: false,
      failure: { kind: 'too-long-and-thin' }
    })
  })
})

describe('every plan', () => {
  const side = fc.double({ min: 0.01, max: 20_000, noNaN: true })
  const share = fc.double({ min: 0.001, max: 1, noNaN: true })
  const cases = fc.record({
    width: side,
    height: side,
    top: share,
    right: share,
    bottom: share,
    left: share,
    nativeScale: fc.option(fc.double({ min: 0.001, max: 100, noNaN: true }))
  })

  it('keeps to 64 … 4096 px a side whichever way the platform rounds, and to ratios in (0, 1]', () => {
    fc.assert(
      fc.property(cases, ({ width, height, nativeScale, ...shares }) => {
        const insets = {
          top: shares.top * height,
          right: shares.right * width,
          bottom: shares.bottom * height,
          left: shares.left * width
        }
        const plan = planSides({ width, height }, insets, nativeScale)
        if (!plan.ok) {
          expect(plan.failure).toEqual({ kind: 'too-long-and-thin' })
          return
        }
        const { scale, canvas, ratios } = plan.value
        expect(Math.floor(Math.min(width, height) * scale)).toBeGreaterThanOrEqual(64)
        expect(Math.ceil(Math.max(width, height) * scale)).toBeLessThanOrEqual(4096)
        expect(Math.ceil(Math.max(canvas.width, canvas.height) * scale)).toBeLessThanOrEqual(4096)
        for (const ratio of Object.values(ratios)) {
          expect(ratio).toBeGreaterThan(0)
          expect(ratio).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 2000 }
    )
  })
})
