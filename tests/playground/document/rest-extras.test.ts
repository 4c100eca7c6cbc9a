import { describe, expect, test } from 'vitest'
import { readTracks, writeTracks } from '../../../playground/document/layout/grid-tracks'
import { dumpScene, loadScene } from '../../../playground/document/scene/rest'
import { type Fields, layer, sceneWith, solid } from '../canvas/build-scene'
import { named, parseScene } from './build-document'

const alias = (id: string) => ({ type: 'VARIABLE_ALIAS', id: `VariableID:${id}` })

function load(fields: Fields) {
  return named(loadScene(sceneWith(layer('FRAME', [0, 0, 40, 30], { name: 'node', ...fields })), {}), 'node')
}

const extras: readonly (readonly [string, Fields, Fields])[] = [
  [
    'styles',
    { styles: { fill: '1:2', stroke: '1:3', effect: '1:4', grid: '1:5', text: '1:6' } },
    { fillStyleId: '1:2', strokeStyleId: '1:3', effectStyleId: '1:4', gridStyleId: '1:5', textStyleId: '1:6' }
  ],
  ['styles in the plural', { styles: { fills: '1:2' } }, { fillStyleId: '1:2', strokeStyleId: '' }],
  [
    'variables of the size',
    { boundVariables: { size: { x: alias('1:1'), y: alias('1:2') } } },
    { boundVariables: { width: alias('1:1'), height: alias('1:2') } }
  ],
  [
    'variables of sides and corners',
    {
      boundVariables: {
        individualStrokeWeights: { left: alias('1:1') },
        rectangleCornerRadii: { RECTANGLE_TOP_LEFT_CORNER_RADIUS: alias('1:2') }
      }
    },
    { boundVariables: { strokeLeftWeight: alias('1:1'), topLeftRadius: alias('1:2') } }
  ],
  [
    'variables of text and layout',
    { boundVariables: { paddingTop: alias('1:1'), fontSize: [alias('1:2')] } },
    { boundVariables: { paddingTop: alias('1:1'), fontSize: [alias('1:2')] } }
  ],
  [
    'a variable of a colour',
    { fills: [solid(255, 0, 0, { boundVariables: { color: alias('1:1') } })] },
    { fills: [{ type: 'SOLID', boundVariables: { color: alias('1:1') } }] }
  ],
  [
    'a variable of a gradient’s stop',
    {
      fills: [
        {
          type: 'GRADIENT_LINEAR',
          gradientStops: [
            { position: 0, color: { r: 0, g: 0, b: 0, a: 1 }, boundVariables: { color: alias('1:1') } }
          ]
        }
      ]
    },
    { fills: [{ gradientStops: [{ boundVariables: { color: alias('1:1') } }] }] }
  ],
  [
    'a variable of a blur',
    { effects: [{ type: 'LAYER_BLUR', radius: 3, boundVariables: { radius: alias('1:1') } }] },
    { effects: [{ boundVariables: { radius: alias('1:1') } }] }
  ],
  [
    'prototype links',
    { interactions: [{ trigger: { type: 'ON_CLICK' }, actions: [{ type: 'BACK' }] }] },
    { reactions: [{ trigger: { type: 'ON_CLICK' }, action: { type: 'BACK' }, actions: [{ type: 'BACK' }] }] }
  ],
  [
    'layout grids and export settings',
    { layoutGrids: [{ pattern: 'GRID', sectionSize: 8 }], exportSettings: [{ format: 'PNG', suffix: '' }] },
    { layoutGrids: [{ pattern: 'GRID', sectionSize: 8 }], exportSettings: [{ format: 'PNG', suffix: '' }] }
  ],
  [
    'dashes',
    { strokeDashes: [4, 2], strokeCap: 'ROUND', strokeJoin: 'BEVEL' },
    { dashPattern: [4, 2], strokeCap: 'ROUND', strokeJoin: 'BEVEL' }
  ],
  [
    'a grid',
    {
      ...{ layoutMode: 'GRID', gridRowCount: 2, gridColumnsSizing: '40px minmax(0,2fr) fit-content(100%)' },
      ...{ gridRowGap: 4, gridColumnGap: 6 }
    },
    {
      gridRowSizes: [
        { type: 'FLEX', value: 1 },
        { type: 'FLEX', value: 1 }
      ],
      gridColumnSizes: [{ type: 'FIXED', value: 40 }, { type: 'FLEX', value: 2 }, { type: 'HUG' }],
      gridRowGap: 4,
      gridColumnGap: 6
    }
  ]
]

describe('what ties a layer to something else', () => {
  test.each(extras)('%s', (_name, fields, expected) => {
    expect(load(fields)).toMatchObject(expected)
  })

  test.each(extras)('%s: dumped and loaded again it is the same', (_name, fields, expected) => {
    const scene = sceneWith(layer('FRAME', [0, 0, 40, 30], { name: 'node', ...fields }))
    const text = JSON.stringify(dumpScene(loadScene(scene, {})))
    const again = loadScene(parseScene(text), {})
    expect(JSON.stringify(dumpScene(again))).toBe(text)
    expect(named(again, 'node')).toMatchObject(expected)
  })

  test('a grid that hugs says so by its sizing alone', () => {
    const sizing = { layoutSizingHorizontal: 'HUG', layoutSizingVertical: 'FIXED' }
    const expected = { primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'FIXED' }
    expect(load({ layoutMode: 'GRID', ...sizing })).toMatchObject(expected)
  })

  test('the cells of what is in a grid', () => {
    const child = {
      ...{ name: 'child', gridRowAnchorIndex: 1, gridColumnAnchorIndex: 0, gridColumnSpan: 2 },
      ...{ gridChildHorizontalAlign: 'MAX', layoutSizingHorizontal: 'FILL' }
    }
    const grid = { layoutMode: 'GRID', gridRowCount: 2, gridColumnCount: 2 }
    const scene = sceneWith(layer('FRAME', [0, 0, 9, 9], grid, [layer('RECTANGLE', [0, 0, 9, 9], child)]))
    const expected = {
      ...{ gridRowAnchorIndex: 1, gridColumnAnchorIndex: 0, gridRowSpan: 1, gridColumnSpan: 2 },
      ...{ gridChildHorizontalAlign: 'MAX', gridChildVerticalAlign: 'AUTO', layoutGrow: 1 }
    }
    const document = loadScene(scene, {})
    expect(named(document, 'child')).toMatchObject(expected)
    expect(named(loadScene(dumpScene(document), {}), 'child')).toMatchObject(expected)
  })

  test.each([
    ['a list of tracks that is none', { gridRowsSizing: 'subgrid' }, 'gridRowsSizing'],
    ['a variable that is none', { boundVariables: { opacity: 'VariableID:1:1' } }, 'boundVariables.opacity'],
    ['a style that is no id', { styles: { fill: 7 } }, 'styles.fill']
  ])('%s is refused', (_name, fields, path) => {
    expect(() => load(fields)).toThrow(path)
  })
})

describe('tracks in CSS’s words', () => {
  test.each([
    ['100px', [{ type: 'FIXED', value: 100 }]],
    [
      '1fr 2.5fr',
      [
        { type: 'FLEX', value: 1 },
        { type: 'FLEX', value: 2.5 }
      ]
    ],
    [
      'repeat(2, minmax(0, 1fr)) auto',
      [{ type: 'FLEX', value: 1 }, { type: 'FLEX', value: 1 }, { type: 'HUG' }]
    ],
    [
      'repeat(2,40px fit-content(100%))',
      [{ type: 'FIXED', value: 40 }, { type: 'HUG' }, { type: 'FIXED', value: 40 }, { type: 'HUG' }]
    ],
    ['', []],
    ['10em', null]
  ])('%s', (template, tracks) => {
    expect(readTracks(template)).toEqual(tracks)
    if (tracks !== null) expect(readTracks(writeTracks(readTracks(template) ?? []))).toEqual(tracks)
  })
})
