import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { apply } from '../../../src/core/geometry/affine'
import { addGrownFill } from '../../../src/main/place/add-fill'
import { gradient, image, solid } from '../support/open-layers'

const added = image({ imageHash: 'new' })
const subject = { width: 200, height: 100 }
const insets = { top: 10, right: 20, bottom: 30, left: 40 }
const diagonal: Transform = [
  [0.5, 0.2, 0.1],
  [-0.3, 1, 0]
]

describe('where the image comes among the fills', () => {
  const below = solid()
  const photo = image({ imageHash: 'old' })
  test.each([
    ['of none', [], 'images', 0],
    ['above a colour', [below], 'images', 1],
    ['above the image that was sent', [below, photo, solid({ opacity: 0.5 })], 'images', 2],
    ['above the topmost of two', [photo, below, photo, below], 'images', 3],
    ['above all where no image shows', [below, image({ visible: false }), below], 'images', 3],
    ['above all that was sent as it is seen', [photo, below], 'everything', 2]
  ] as const)('%s', (_name, paints, above, index) => {
    const fills = addGrownFill(paints, added, { above, subject, insets })
    expect(fills[index]).toBe(added)
    expect(fills.filter((paint) => paint !== added)).toEqual(paints)
  })
})

describe('a gradient above the image', () => {
  const length = fc.integer({ min: 1, max: 2000 })
  const inset = fc.oneof(fc.constant(0), length)
  it('has the same colour at the same place of the old layer', () => {
    fc.assert(
      fc.property(
        fc.record({ width: length, height: length }),
        fc.record({ top: inset, right: inset, bottom: inset, left: inset }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), {
          minLength: 3
        }),
        (size, grown, points) => {
          const paints = [image(), gradient(diagonal)]
          const after = addGrownFill(paints, added, { above: 'images', subject: size, insets: grown })[2]
          const transform =
            after !== undefined && 'gradientTransform' in after ? after.gradientTransform : null
          if (transform === null) {
            throw new Error('the gradient is gone')
          }
          const canvas = {
            width: size.width + grown.left + grown.right,
            height: size.height + grown.top + grown.bottom
          }
          for (const [tenthAcross, tenthDown] of points) {
            const across = (size.width * tenthAcross) / 10
            const down = (size.height * tenthDown) / 10
            const was = apply(diagonal, across / size.width, down / size.height)
            const is = apply(
              transform,
              (across + grown.left) / canvas.width,
              (down + grown.top) / canvas.height
            )
            expect(is.x).toBeCloseTo(was.x, 9)
            expect(is.y).toBeCloseTo(was.y, 9)
          }
        }
      )
    )
  })

  it('is left alone beneath the image, which hides it', () => {
    const [first] = addGrownFill([gradient(diagonal), image()], added, { above: 'images', subject, insets })
    expect(first).toEqual(gradient(diagonal))
  })

  it('keeps its stops, opacity and blend mode', () => {
    const paint = { ...gradient(diagonal), opacity: 0.4, blendMode: 'MULTIPLY' as const }
    const after = addGrownFill([image(), paint], added, { above: 'images', subject, insets })[2]
    expect({ ...after, gradientTransform: diagonal }).toEqual(paint)
  })
})
