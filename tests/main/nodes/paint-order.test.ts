import { describe, expect, test } from 'vitest'
import { imagePaintCount, upToTopmostImage } from '../../../src/main/nodes/paint-order'
import { image, solid } from '../support/open-layers'

describe('how many of the paints are the picture', () => {
  test.each([
    ['none of none', [], 0],
    ['all where there is no image', [solid(), solid()], 2],
    ['one image', [image()], 1],
    ['what lies beneath the image, too', [solid(), image()], 2],
    ['not what lies above it', [image(), solid(), solid()], 1],
    ['up to the topmost of several', [image(), solid(), image(), solid()], 3],
    ['not a hidden image', [image(), solid(), image({ visible: false })], 1],
    ['not one that is see-through all over', [image(), solid(), image({ opacity: 0 })], 1],
    ['all where every image is hidden', [image({ visible: false }), solid()], 2]
  ] as const)('%s', (_name, paints, count) => {
    expect(imagePaintCount(paints)).toBe(count)
    expect(upToTopmostImage(paints)).toEqual(paints.slice(0, count))
  })
})
