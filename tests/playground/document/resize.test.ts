import { describe, expect, test } from 'vitest'
import { resizeNode } from '../../../playground/document/layout/layout'
import type { DocumentNode } from '../../../playground/document/node'
import { scalePathData } from '../../../playground/document/path-data'
import { boxOf, documentWith, layer, named } from './build-document'

/** A frame of 200 × 100 with a child at 20, 10 of 60 × 30, after the frame became 300 × 140. */
function childAfterResize(
  constraints: Constraints,
  withConstraints = true,
  values: Partial<DocumentNode> = {}
) {
  const document = documentWith(
    layer('FRAME', { name: 'frame', width: 200, height: 100 }, [
      layer('RECTANGLE', { name: 'child', x: 20, y: 10, width: 60, height: 30, constraints, ...values })
    ])
  )
  resizeNode(named(document, 'frame'), 300, 140, { constraints: withConstraints })
  document.changed()
  return named(document, 'child')
}

describe('constraints', () => {
  test.each([
    ['MIN', [20, 60], [10, 30]],
    ['MAX', [120, 60], [50, 30]],
    ['CENTER', [70, 60], [30, 30]],
    ['STRETCH', [20, 160], [10, 70]],
    ['SCALE', [30, 90], [14, 42]]
  ] as const)('%s', (constraint, [x, width], [y, height]) => {
    const child = childAfterResize({ horizontal: constraint, vertical: constraint })
    expect(boxOf(child)).toEqual([x, y, width, height])
  })

  test('without constraints the children stay where they are', () => {
    const child = childAfterResize({ horizontal: 'MAX', vertical: 'SCALE' }, false)
    expect(boxOf(child)).toEqual([20, 10, 60, 30])
  })

  test('a child on its side is stretched along the frame’s axes', () => {
    const child = childAfterResize({ horizontal: 'STRETCH', vertical: 'MIN' }, true, {
      relativeTransform: [
        [0, -1, 50],
        [1, 0, 10]
      ]
    })
    expect([child.width, child.height]).toEqual([60, 130])
    expect(child.relativeTransform).toEqual([
      [0, -1, 150],
      [1, 0, 10]
    ])
  })

  test('a turned child keeps its size', () => {
    const c = Math.SQRT1_2
    const child = childAfterResize({ horizontal: 'MAX', vertical: 'STRETCH' }, true, {
      relativeTransform: [
        [c, c, 20],
        [-c, c, 60]
      ]
    })
    expect([child.width, child.height]).toEqual([60, 30])
    expect(child.relativeTransform[0][2]).toBeCloseTo(120)
    expect(child.relativeTransform[1][2]).toBeCloseTo(80)
  })

  test('go down through frames, and count in a group as if it were not there', () => {
    const stretch = { horizontal: 'STRETCH', vertical: 'MIN' } as const
    const document = documentWith(
      layer('FRAME', { name: 'outer', width: 200 }, [
        layer('GROUP', {}, [
          layer('FRAME', { name: 'inner', width: 100, constraints: stretch }, [
            layer('RECTANGLE', {
              name: 'right',
              x: 90,
              width: 10,
              constraints: { horizontal: 'MAX', vertical: 'MIN' }
            })
          ])
        ])
      ])
    )
    resizeNode(named(document, 'outer'), 260, 100, { constraints: true })
    expect(named(document, 'inner').width).toBe(160)
    expect(boxOf(named(document, 'right'))).toEqual([150, 0, 10, 100])
  })

  test('sections have none', () => {
    const document = documentWith(
      layer('SECTION', { name: 'section' }, [
        layer('RECTANGLE', { name: 'child', constraints: { horizontal: 'SCALE', vertical: 'SCALE' } })
      ])
    )
    resizeNode(named(document, 'section'), 500, 500, { constraints: true })
    expect(boxOf(named(document, 'child'))).toEqual([0, 0, 100, 100])
  })
})

describe('groups', () => {
  test('what is in them is scaled in place', () => {
    const document = documentWith(
      layer('GROUP', { name: 'group', x: 10, y: 20, width: 100, height: 50 }, [
        layer('RECTANGLE', { name: 'a', x: 10, y: 20, width: 40, height: 50 }),
        layer('RECTANGLE', { name: 'b', x: 90, y: 30, width: 20, height: 10 })
      ])
    )
    resizeNode(named(document, 'group'), 200, 25, { constraints: true })
    document.changed()
    expect(boxOf(named(document, 'a'))).toEqual([10, 20, 80, 25])
    expect(boxOf(named(document, 'b'))).toEqual([170, 25, 40, 5])
    expect(boxOf(named(document, 'group'))).toEqual([10, 20, 200, 25])
  })

  test('a turned one in its own axes', () => {
    const turned: Transform = [
      [0, -1, 100],
      [1, 0, 0]
    ]
    const document = documentWith(
      layer('GROUP', { name: 'group', relativeTransform: turned, width: 50, height: 20 }, [
        layer('RECTANGLE', { name: 'a', relativeTransform: turned, width: 50, height: 20 })
      ])
    )
    resizeNode(named(document, 'group'), 100, 20, { constraints: true })
    document.changed()
    expect(named(document, 'a')).toMatchObject({ width: 100, height: 20, relativeTransform: turned })
  })
})

describe('other layers', () => {
  test('text of automatic size gets a fixed one', () => {
    const document = documentWith(
      layer('TEXT', { name: 'text', characters: 'ab cd', fontSize: 20, width: 50, height: 24 })
    )
    resizeNode(named(document, 'text'), 30, 24, { constraints: true })
    expect(named(document, 'text').textAutoResize).toBe('HEIGHT')
    resizeNode(named(document, 'text'), 30, 90, { constraints: true })
    expect(named(document, 'text').textAutoResize).toBe('NONE')
  })

  test('vectors are scaled', () => {
    const document = documentWith(
      layer('VECTOR', {
        name: 'vector',
        vectorPaths: [{ windingRule: 'NONZERO', data: 'M 0 0 L 100 0 L 50 100 Z' }]
      })
    )
    resizeNode(named(document, 'vector'), 50, 300, { constraints: true })
    expect(named(document, 'vector').vectorPaths[0]?.data).toBe('M 0 0 L 50 0 L 25 300 Z')
  })

  test.each([
    ['curves', 'M0 0C1 2,3 4 5-6Q7 8 9 .5', 'M 0 0 C 2 6 6 12 10 -18 Q 14 24 18 1.5'],
    ['lines along an axis', 'M1 1H10V10h-2v1e1z', 'M 2 3 H 20 V 30 h -4 v 30 z'],
    ['arcs keep their flags', 'M0 0A5 5 30 1 0 10 10', 'M 0 0 A 10 15 30 1 0 20 30']
  ])('path data: %s', (_name, data, scaled) => {
    expect(scalePathData(data, 2, 3)).toBe(scaled)
  })
})
