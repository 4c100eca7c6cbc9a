import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Size } from '../../../src/core/geometry/size'
import type { Outcome } from '../../../src/core/outcome'
import type { LayerPlan } from '../../../src/core/plan/plan'
import { type InsetsObstacle, planSides, type SidesSubject } from '../../../src/core/plan/plan-sides'

type Insets = Parameters<typeof planSides>[1]

const all = (inset: number): Insets => ({ top: inset, right: inset, bottom: inset, left: inset })

const subjectOf = (size: Size, nativeScale: number | null = null): SidesSubject => ({
  layers: [
    {
      source: { nodeId: '1:2', content: 'backdrop' },
      imagePlace: [
        [size.width, 0, 0],
        [0, size.height, 0]
      ]
    }
  ],
  nativeScale,
  ...size
})

function planned(outcome: Outcome<LayerPlan, InsetsObstacle>): LayerPlan {
  if (!outcome.ok) throw new Error(outcome.failure.kind)
  return outcome.value
}

describe('planSides sizes the export', () => {
  test.each([
    ['at the native resolution of its image', { width: 600, height: 200 }, all(20), 2.5, 2.5],
    ['below it where the layer shows it larger than it is', { width: 600, height: 200 }, all(20), 0.5, 0.5],
    ['at one pixel a unit where no image shows', { width: 600, height: 200 }, all(20), null, 1],
    ['larger where the short side would have under 64 px', { width: 20, height: 20 }, all(2), 1, 3.2],
    ['larger for a thin strip', { width: 1000, height: 16 }, all(2), null, 4],
    [
      'smaller where the result would not fit a fill',
      { width: 4000, height: 1000 },
      all(500),
      1,
      4096 / 5000
    ],
    ['smaller for a panorama', { width: 6000, height: 400 }, all(100), 1, 4096 / 6200],
    ['smaller where the image is sharper than a fill', { width: 400, height: 400 }, all(40), 20, 4096 / 480]
  ])('%s', (_name, size, insets, nativeScale, scale) => {
    expect(planned(planSides(subjectOf(size, nativeScale), insets)).scale).toBeCloseTo(scale, 3)
  })
})

describe('planSides chooses the kind of request', () => {
  const subject = { width: 1200, height: 400 }
  test.each([
    ['every side in (0, 1]', { top: 40, right: 360, bottom: 400, left: 12 }, 'sides'],
    ['one side of zero', { top: 0, right: 360, bottom: 40, left: 12 }, 'canvas'],
    ['only one side', { top: 0, right: 360, bottom: 0, left: 0 }, 'canvas'],
    ['one side over the whole', { top: 40, right: 1201, bottom: 40, left: 12 }, 'canvas']
  ])('%s → %s', (_name, insets, kind) => {
    expect(planned(planSides(subjectOf(subject), insets)).kind).toBe(kind)
  })

  it('divides each inset by the side on its axis', () => {
    const plan = planned(planSides(subjectOf(subject), { top: 40, right: 360, bottom: 400, left: 12 }))
    expect(plan).toMatchObject({
      ratios: { top: 0.1, right: 0.3, bottom: 1, left: 0.01 },
      canvas: { width: 1572, height: 840 }
    })
  })

  it('asks for a canvas where the subject alone would be too thin, and its surroundings are not', () => {
    const plan = planned(planSides(subjectOf({ width: 7000, height: 50 }), { ...all(50), top: 2000 }))
    expect(plan).toMatchObject({ kind: 'canvas', canvas: { width: 7100, height: 2100 } })
  })

  it('lays the subject of a canvas on whole pixels', () => {
    const plan = planned(planSides(subjectOf({ width: 99.5, height: 70.25 }, 1.7), { ...all(0), left: 33.3 }))
    expect(plan).toMatchObject({
      kind: 'canvas',
      pixelSize: { width: 57 + 169, height: 119 },
      layers: [
        {
          imagePlace: [
            [169, 0, 57],
            [0, 119, 0]
          ]
        }
      ],
      kept: [
        {
          width: 169,
          height: 119,
          place: [
            [1, 0, 57],
            [0, 1, 0]
          ]
        }
      ]
    })
  })
})

describe('planSides refuses what nothing can be made of', () => {
  test.each([
    ['no inset at all', all(0), { kind: 'nothing-to-add' }],
    ['a negative side', { ...all(10), top: -1 }, { kind: 'negative', side: 'top' }],
    ['what is no number', { ...all(10), right: Number.NaN }, { kind: 'not-a-number', side: 'right' }],
    ['what is endless', { ...all(10), right: Infinity }, { kind: 'not-a-number', side: 'right' }],
    ['a canvas that is too long and thin', { ...all(0), right: 30_000 }, { kind: 'too-long-and-thin' }],
    ['a canvas in which the subject is a speck', all(40_000), { kind: 'subject-too-small' }]
  ])('%s', (_name, insets, failure) => {
    expect(planSides(subjectOf({ width: 300, height: 100 }), insets)).toEqual({ ok: false, failure })
  })
})

describe('every plan', () => {
  const side = fc.double({ min: 0.01, max: 20_000, noNaN: true })
  const share = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 3, noNaN: true }))
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
        const outcome = planSides(subjectOf({ width, height }, nativeScale), insets)
        if (!outcome.ok) {
          expect(['too-long-and-thin', 'subject-too-small', 'nothing-to-add']).toContain(outcome.failure.kind)
          return
        }
        const plan = outcome.value
        const { scale, canvas } = plan
        expect(Math.ceil(Math.max(canvas.width, canvas.height) * scale)).toBeLessThanOrEqual(4096)
        if (plan.kind === 'sides') {
          expect(Math.floor(Math.min(width, height) * scale)).toBeGreaterThanOrEqual(64)
          expect(Math.ceil(Math.max(width, height) * scale)).toBeLessThanOrEqual(4096)
          for (const ratio of Object.values(plan.ratios)) {
            expect(ratio).toBeGreaterThan(0)
            expect(ratio).toBeLessThanOrEqual(1)
          }
        } else {
          expect(Math.min(plan.pixelSize.width, plan.pixelSize.height)).toBeGreaterThanOrEqual(64)
          expect(Math.max(plan.pixelSize.width, plan.pixelSize.height)).toBeLessThanOrEqual(4096)
        }
      }),
      { numRuns: 3000 }
    )
  })
})
