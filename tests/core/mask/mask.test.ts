import fc from 'fast-check'
import { decode } from 'fast-png'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import type { AffineMap } from '../../../src/core/geometry/affine'
import type { CornerRadii, RoundedBox } from '../../../src/core/geometry/rounded-box'
import type { Size } from '../../../src/core/geometry/size'
import { maskBands, type MaskShapes } from '../../../src/core/mask/mask-bands'
import {
  invertedMaskColours,
  type MaskColours,
  maskColours,
  writeMaskPng
} from '../../../src/core/mask/write-mask-png'

const square: CornerRadii = [0, 0, 0, 0]

function box(
  x: number,
  y: number,
  width: number,
  height: number,
  degrees = 0,
  radii = square,
  scale = 1
): RoundedBox {
  const angle = (degrees / 180) * Math.PI
  const [cos, sin] =
    degrees % 90 === 0
      ? [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
      : [Math.cos(angle), Math.sin(angle)]
  const place: AffineMap = [
    [cos * scale, -sin * scale, x],
    [sin * scale, cos * scale, y]
  ]
  return { width, height, radii, place }
}

/** How far a pixel's centre is inside of a shape, in pixels (negative: outside), by the signed distance of a rounded box. */
function depth(
  { width, height, radii, place: [[a, b, tx], [c, d, ty]] }: RoundedBox,
  x: number,
  y: number
): number {
  const determinant = a * d - b * c
  const u = (d * (x - tx) - b * (y - ty)) / determinant
  const v = (-c * (x - tx) + a * (y - ty)) / determinant
  const isRight = u > width / 2
  const isBottom = v > height / 2
  const radius = radii[isBottom ? (isRight ? 2 : 3) : isRight ? 1 : 0]
  const du = Math.abs(u - width / 2) - (width / 2 - radius)
  const dv = Math.abs(v - height / 2) - (height / 2 - radius)
  const outside = Math.hypot(Math.max(du, 0), Math.max(dv, 0))
  const distance = outside + Math.min(Math.max(du, dv), 0) - radius
  return -distance * Math.sqrt(Math.abs(determinant))
}

/** Compares every pixel of a mask with the analytic shapes: those over a pixel away from any edge must be right. */
function expectExact(size: Size, shapes: MaskShapes, colours: MaskColours = maskColours): void {
  const {
    width,
    height,
    data,
    channels,
    depth: bits
  } = decode(writeMaskPng(size, maskBands(size, shapes), colours))
  expect({ width, height, channels, bits }).toEqual({ ...size, channels: 3, bits: 8 })
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const within = Math.max(...shapes.kept.map((shape) => depth(shape, column + 0.5, row + 0.5)), -Infinity)
      const visible =
        shapes.clip === null ? within : Math.min(within, depth(shapes.clip, column + 0.5, row + 0.5))
      const at = (row * width + column) * 3
      const pixel = [data[at], data[at + 1], data[at + 2]]
      const expected = visible > 0 ? colours.keep : colours.generate
      if (Math.abs(visible) > 1 ? pixel.some((value) => value !== expected) : new Set(pixel).size !== 1) {
        throw new Error(`pixel ${column}, ${row} is ${pixel.join()}, ${visible} px inside`)
      }
    }
  }
}

describe('the mask is exact', () => {
  test.each([
    ['nothing is kept', { width: 70, height: 70 }, []],
    ['everything is kept', { width: 70, height: 90 }, [box(0, 0, 70, 90)]],
    ['a box in the middle', { width: 100, height: 80 }, [box(20, 10, 50, 40)]],
    ['a box that reaches past every side', { width: 100, height: 80 }, [box(-20, -10, 500, 400)]],
    ['a box outside', { width: 100, height: 80 }, [box(200, 10, 50, 40)]],
    ['a box at fractions of a pixel', { width: 100, height: 80 }, [box(20.3, 10.7, 50.5, 40.1)]],
    ['a lower edge on the centre of a row', { width: 64, height: 80 }, [box(0, 0, 64, 40.5)]],
    ['an upper edge on the centre of a row', { width: 64, height: 80 }, [box(0, 20.5, 64, 40)]],
    ['a box turned by 90° with edges on centres', { width: 64, height: 80 }, [box(50.5, 10.5, 40, 30, 90)]],
    [
      'a corner too small to see, met exactly',
      { width: 32, height: 33 },
      [
        {
          width: 2.5,
          height: 1.1130254798455153,
          radii: [5e-324, 0, 0, 0],
          place: [
            [1.712428864259652, 0.556213741816897, 28.25],
            [-0.556213741816897, 1.712428864259652, 32.5]
          ]
        } as const
      ]
    ],
    [
      'a row along the edge of a rounded box',
      { width: 1, height: 36 },
      [box(0, 35.5, 6.5, 6.5, 0, [3.25, 0, 0, 0])]
    ],
    ['a rounded box', { width: 100, height: 100 }, [box(10, 10, 80, 80, 0, [10, 20, 30, 40])]],
    ['a circle', { width: 100, height: 100 }, [box(10, 10, 80, 80, 0, [40, 40, 40, 40])]],
    ['a box turned by 30°', { width: 200, height: 200 }, [box(100, 20, 90, 60, 30)]],
    ['a box turned by 90°', { width: 200, height: 200 }, [box(150, 20, 90, 60, 90)]],
    [
      'a rounded box turned by −75°',
      { width: 200, height: 200 },
      [box(60, 150, 120, 60, -75, [5, 30, 15, 0])]
    ],
    ['two boxes apart', { width: 120, height: 80 }, [box(10, 10, 30, 30), box(70, 20, 30, 40)]],
    [
      'two boxes one over the other',
      { width: 120, height: 80 },
      [box(10, 10, 60, 30), box(40, 20, 60, 40, 10)]
    ],
    [
      'a box of nothing',
      { width: 64, height: 64 },
      [
        {
          ...box(10, 10, 20, 20),
          place: [
            [0, 0, 5],
            [0, 0, 5]
          ] as const
        }
      ]
    ]
  ])('%s', (_name, size, kept) => {
    expectExact(size, { kept, clip: null })
    expectExact(size, { kept, clip: null }, invertedMaskColours)
  })

  it('what the frame clips is generated', () => {
    const size = { width: 120, height: 90 }
    expectExact(size, { kept: [box(0, 0, 60, 90)], clip: box(0, 0, 120, 90, 0, [30, 30, 30, 30]) })
  })

  // Edges exactly on centres and borders of pixels are as likely as any others: designs are made of tidy numbers.
  const tidy = (min: number, max: number): fc.Arbitrary<number> =>
    fc.integer({ min: min * 4, max: max * 4 }).map((quarters) => quarters / 4)
  const length = fc.oneof(tidy(1, 160), fc.double({ min: 0.5, max: 160, noNaN: true }))
  const place = fc.oneof(tidy(-60, 180), fc.double({ min: -60, max: 180, noNaN: true }))
  const angle = fc.oneof(fc.double({ min: -360, max: 360, noNaN: true }), fc.constantFrom(0, 90, 180, 270))
  const shape = fc
    .record({
      x: place,
      y: place,
      width: length,
      height: length,
      angle,
      scale: fc.oneof(fc.constant(1), fc.double({ min: 0.3, max: 3, noNaN: true })),
      share: fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 4, maxLength: 4 })
    })
    .map(({ x, y, width, height, angle: degrees, scale, share }) => {
      const [one = 0, two = 0, three = 0, four = 0] = share.map((part) => part * Math.min(width, height))
      return box(x, y, width, height, degrees, [one, two, three, four], scale)
    })

  it('over thousands of random boxes, rotations, radii and sizes', () => {
    fc.assert(
      fc.property(
        fc.record({ width: fc.integer({ min: 1, max: 130 }), height: fc.integer({ min: 1, max: 130 }) }),
        fc.array(shape, { maxLength: 3 }),
        fc.boolean(),
        (size, kept, isInverted) => {
          expectExact(size, { kept, clip: null }, isInverted ? invertedMaskColours : maskColours)
        }
      ),
      { numRuns: 2000 }
    )
  })
})

describe('the file', () => {
  test.each([
    ['64 × 64', { width: 64, height: 64 }],
    ['4096 × 4096', { width: 4096, height: 4096 }],
    ['4096 × 64', { width: 4096, height: 64 }],
    ['67 × 4093', { width: 67, height: 4093 }]
  ])('of %s is read alike by another decoder', async (_name, size) => {
    const inset = Math.floor(Math.min(size.width, size.height) / 4)
    const kept = [box(inset, inset, size.width - 2 * inset, size.height - 2 * inset)]
    const png = writeMaskPng(size, maskBands(size, { kept, clip: null }), maskColours)
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject({ ...size, channels: 3 })
    const white = data.reduce((sum, value) => sum + value / 255, 0) / 3
    expect(white).toBe(size.width * size.height - (size.width - 2 * inset) * (size.height - 2 * inset))
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', depth: 'uchar', hasAlpha: false })
  })

  it('of 4096 × 4096 has at most 100 KB, however the box is turned', () => {
    const size = { width: 4096, height: 4096 }
    for (const degrees of [0, 0.01, 0.3, 1, 7, 30, 45, 60, 89, 89.99]) {
      const kept = [box(2000, 300, 1800, 1500, degrees, [200, 300, 400, 100])]
      const png = writeMaskPng(size, maskBands(size, { kept, clip: null }), maskColours)
      expect(png.length).toBeLessThanOrEqual(100_000)
    }
  })
})
