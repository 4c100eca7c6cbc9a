import { describe, expect, test } from 'vitest'
import { compositingObstacle } from '../../../src/main/nodes/compositing-obstacle'
import { layer, type Sketch } from '../../playground/document/build-document'
import { image, openLayers, solid } from '../support/open-layers'

const plain = { name: 'target', fills: [image()] }
const shape = (values: Sketch['values']): Sketch => layer('RECTANGLE', { ...plain, ...values })
const group = (...children: readonly Sketch[]): Sketch => layer('GROUP', { name: 'target' }, children)

describe('why a layer could not be kept as it is seen', () => {
  test.each<readonly [string, readonly Sketch[], string | null]>([
    ['an image', [shape({})], null],
    ['no fill at all', [shape({ fills: [] })], null],
    ['an opacity', [shape({ opacity: 0.99 })], 'see-through'],
    ['a blend mode', [shape({ blendMode: 'MULTIPLY' })], 'blended'],
    ['the plain blend mode', [shape({ blendMode: 'NORMAL' })], null],
    ['a fill that blends', [shape({ fills: [image({ blendMode: 'SCREEN' })] })], 'blended'],
    [
      'a hidden fill that would blend',
      [shape({ fills: [image(), solid({ blendMode: 'SCREEN', visible: false })] })],
      null
    ],
    ['a see-through fill alone', [shape({ fills: [image({ opacity: 0.5 })] })], 'see-through'],
    ['a see-through fill over an opaque one', [shape({ fills: [image(), solid({ opacity: 0.5 })] })], null],
    [
      'see-through fills alone',
      [shape({ fills: [image({ opacity: 0.5 }), solid({ opacity: 0.9 })] })],
      'see-through'
    ],
    ['a mask', [shape({ isMask: true })], 'masked'],
    ['above a mask', [layer('RECTANGLE', { isMask: true }), shape({})], 'masked'],
    ['beneath a mask', [shape({}), layer('RECTANGLE', { isMask: true })], null],
    ['above a hidden mask', [layer('RECTANGLE', { isMask: true, visible: false }), shape({})], null],
    ['a mask counts before an opacity', [shape({ isMask: true, opacity: 0.5 })], 'masked'],
    ['a group of plain layers', [group(shape({ name: 'a' }), shape({ name: 'b' }))], null],
    [
      'a group with a see-through layer',
      [group(shape({ name: 'a' }), shape({ name: 'b', opacity: 0.5 }))],
      'see-through'
    ],
    [
      'a group in a group',
      [group(layer('GROUP', { blendMode: 'DARKEN' }, [shape({ name: 'a' })]))],
      'blended'
    ],
    [
      'a hidden layer of a group',
      [group(shape({ name: 'a' }), shape({ name: 'b', opacity: 0.5, visible: false }))],
      null
    ],
    [
      'a mask within a group',
      [group(shape({ name: 'a', isMask: true, opacity: 0.5 }), shape({ name: 'b' }))],
      null
    ],
    [
      'what is in a frame is its own',
      [layer('FRAME', plain, [shape({ name: 'a', opacity: 0.5, blendMode: 'MULTIPLY' })])],
      null
    ]
  ])('%s', (_name, sketches, expected) => {
    const { the } = openLayers(sketches)
    expect(compositingObstacle(the('target'))).toBe(expected)
  })
})
