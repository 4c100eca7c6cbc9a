import { describe, expect, test } from 'vitest'
import { resizeNode } from '../../../playground/document/layout/layout'
import type { NodeKind } from '../../../playground/document/node'
import { rescaleNode } from '../../../playground/document/rescale'
import { boxOf, documentWith, layer, named } from './build-document'

const path = [{ windingRule: 'NONZERO' as const, data: 'M 0 0 L 40 0 L 40 20 Z' }]

describe('scaling by one factor', () => {
  test.each([
    'FRAME',
    'COMPONENT',
    'INSTANCE',
    'RECTANGLE',
    'ELLIPSE',
    'POLYGON',
    'STAR',
    'VECTOR'
  ] as const satisfies readonly NodeKind[])('%s: its top left corner stays, its size is scaled', (kind) => {
    const document = documentWith(layer(kind, { name: 'node', x: 7, y: 9, width: 40, height: 20 }))
    rescaleNode(named(document, 'node'), 1.5)
    document.changed()
    expect(boxOf(named(document, 'node'))).toEqual([7, 9, 60, 30])
  })

  test('everything that has a length goes along', () => {
    const document = documentWith(
      layer('FRAME', {
        ...{ name: 'node', strokeWeight: 2, cornerRadii: [1, 2, 3, 4], dashPattern: [3, 1] },
        ...{ itemSpacing: 5, paddingLeft: 6, minWidth: 10, lineHeightPx: 7 },
        effects: [{ type: 'LAYER_BLUR', blurType: 'NORMAL', radius: 4, visible: true }],
        individualStrokeWeights: { top: 1, right: 2, bottom: 3, left: 4 }
      })
    )
    rescaleNode(named(document, 'node'), 2)
    expect(named(document, 'node')).toMatchObject({
      ...{ strokeWeight: 4, cornerRadii: [2, 4, 6, 8], dashPattern: [6, 2] },
      ...{ itemSpacing: 10, paddingLeft: 12, minWidth: 20, lineHeightPx: 14, maxWidth: null },
      effects: [{ radius: 8 }],
      individualStrokeWeights: { top: 2, right: 4, bottom: 6, left: 8 }
    })
  })

  test('the paths of a vector', () => {
    const document = documentWith(layer('VECTOR', { name: 'node', vectorPaths: path }))
    rescaleNode(named(document, 'node'), 2)
    expect(named(document, 'node').vectorPaths[0]?.data).toBe('M 0 0 L 80 0 L 80 40 Z')
  })

  test('what is in a group, about the group’s corner, however deep', () => {
    const document = documentWith(
      layer('GROUP', { name: 'group', x: 100, y: 50 }, [
        layer('RECTANGLE', { name: 'a', x: 100, y: 50, width: 20, height: 20 }),
        layer('GROUP', { name: 'inner', x: 130, y: 60 }, [
          layer('RECTANGLE', { name: 'b', x: 130, y: 60, width: 10, height: 10 })
        ])
      ])
    )
    document.changed()
    rescaleNode(named(document, 'group'), 2)
    document.changed()
    expect(boxOf(named(document, 'a'))).toEqual([100, 50, 40, 40])
    expect(boxOf(named(document, 'b'))).toEqual([160, 70, 20, 20])
    expect(boxOf(named(document, 'group'))).toEqual([100, 50, 80, 40])
  })
})

describe('resizing', () => {
  test('a boolean operation scales its paths and what it is made of', () => {
    const document = documentWith(
      layer('BOOLEAN_OPERATION', { name: 'node', x: 10, width: 40, height: 20, vectorPaths: path }, [
        layer('RECTANGLE', { name: 'operand', x: 20, y: 5, width: 10, height: 10 })
      ])
    )
    resizeNode(named(document, 'node'), 80, 10, { constraints: false })
    document.changed()
    expect(named(document, 'node').vectorPaths[0]?.data).toBe('M 0 0 L 80 0 L 80 10 Z')
    expect(boxOf(named(document, 'operand'))).toEqual([30, 2.5, 20, 5])
  })

  test('one in a group goes along with its operands', () => {
    const document = documentWith(
      layer('GROUP', { name: 'group', x: 10, width: 40, height: 20 }, [
        layer('BOOLEAN_OPERATION', { name: 'node', x: 10, width: 40, height: 20, vectorPaths: path }, [
          layer('RECTANGLE', { name: 'operand', x: 20, y: 5, width: 10, height: 10 })
        ])
      ])
    )
    resizeNode(named(document, 'group'), 80, 20, { constraints: false })
    document.changed()
    expect(boxOf(named(document, 'node'))).toEqual([10, 0, 80, 20])
    expect(named(document, 'node').vectorPaths[0]?.data).toBe('M 0 0 L 80 0 L 80 20 Z')
    expect(boxOf(named(document, 'operand'))).toEqual([30, 5, 20, 10])
  })

  test.each([true, false])(
    'a section leaves what is in it, with constraints asked for: %s',
    (constraints) => {
      const document = documentWith(
        layer('SECTION', { name: 'node' }, [
          layer('RECTANGLE', { name: 'child', constraints: { horizontal: 'MAX', vertical: 'SCALE' } })
        ])
      )
      resizeNode(named(document, 'node'), 300, 300, { constraints })
      document.changed()
      expect(boxOf(named(document, 'child'))).toEqual([0, 0, 100, 100])
    }
  )

  test('a bound width and height are bound no more', () => {
    const alias: VariableAlias = { type: 'VARIABLE_ALIAS', id: 'VariableID:1:1' }
    const boundVariables = { width: alias, height: alias, opacity: alias }
    const document = documentWith(layer('FRAME', { name: 'node', boundVariables }))
    resizeNode(named(document, 'node'), 5, 5, { constraints: true })
    expect(named(document, 'node').boundVariables).toEqual({ opacity: alias })
  })
})
