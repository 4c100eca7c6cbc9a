import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absoluteBoundingBox } from '../../../playground/document/geometry'
import type { DocumentNode } from '../../../playground/document/node'
import { dumpScene, loadScene, type SceneFile } from '../../../playground/document/scene/rest'
import { handlesFromTransform, transformFromHandles } from '../../../playground/document/scene/scene-paints'
import { recordOf } from '../../../playground/document/snapshot'
import { affine, allNodes, arbitraryDocument } from './arbitrary-document'
import { boxOf, named, parseScene } from './build-document'

type Fields = Readonly<Record<string, unknown>>

/** A scene of one page with one layer, and perhaps one in it. */
function sceneOf(node: Fields, child?: Fields): SceneFile {
  const children =
    child === undefined ? {} : { children: [{ id: '1:3', name: 'child', type: 'RECTANGLE', ...child }] }
  return {
    name: 'Test',
    document: {
      id: '0:0',
      type: 'DOCUMENT',
      children: [
        {
          id: '0:1',
          type: 'CANVAS',
          children: [{ id: '1:2', name: 'node', type: 'FRAME', ...node, ...children }]
        }
      ]
    }
  }
}

function load(node: Fields, child?: Fields, images: Record<string, Uint8Array> = {}): DocumentNode {
  return named(loadScene(sceneOf(node, child), images), 'node')
}

/** 1e-6 px is the arithmetic's noise. */
function expectBox(actual: readonly number[], expected: readonly number[]): void {
  expected.forEach((value, index) => {
    expect(actual[index]).toBeCloseTo(value, 5)
  })
}

describe('there and back', () => {
  test('what is dumped and loaded is the same document, to the last bit', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const again = loadScene(dumpScene(document), {})
        expect(JSON.stringify(dumpScene(again))).toBe(JSON.stringify(dumpScene(document)))
        expect(allNodes(again).map(recordOf)).toEqual(allNodes(document).map(recordOf))
      }),
      { numRuns: 50 }
    )
  })

  test('through a file, too', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const text = JSON.stringify(dumpScene(document))
        const scene = parseScene(text)
        expect(JSON.stringify(dumpScene(loadScene(scene, {})))).toBe(text)
      }),
      { numRuns: 50 }
    )
  })

  test('the order in which values were set does not show', () => {
    const one = load({ pluginData: { playground: { a: '1', b: '2' } } })
    const other = load({ pluginData: { playground: { b: '2', a: '1' } } })
    expect(Object.keys(one.pluginData)).not.toEqual(Object.keys(other.pluginData))
    const text = (node: DocumentNode): string =>
      JSON.stringify(dumpScene(loadScene(sceneOf({ pluginData: { playground: node.pluginData } }), {})))
    expect(text(one)).toBe(text(other))
  })

  test('gradient handles', () => {
    fc.assert(
      fc.property(affine, fc.boolean(), (transform, isLinear) => {
        const back = transformFromHandles(handlesFromTransform(transform, isLinear), isLinear)
        expectBox(back.flat(), transform.flat())
      })
    )
  })
})

describe('values in REST’s words', () => {
  test('a linear gradient from left to right', () => {
    const handles = [
      { x: 0, y: 0.5 },
      { x: 1, y: 0.5 },
      { x: 0, y: 1 }
    ]
    const stops = [{ position: 0, color: { r: 1, g: 0, b: 0, a: 0.5 } }]
    const node = load({
      fills: [{ type: 'GRADIENT_LINEAR', gradientHandlePositions: handles, gradientStops: stops }]
    })
    expect(node.fills).toEqual([
      {
        type: 'GRADIENT_LINEAR',
        visible: true,
        opacity: 1,
        blendMode: 'NORMAL',
        gradientTransform: [
          [1, 0, 0],
          [0, 1, 0]
        ],
        gradientStops: stops
      }
    ])
  })

  test('STRETCH with an imageTransform is CROP; without one it shows the whole image', () => {
    const imageTransform = [
      [0.5, 0, 0.25],
      [0, 1, 0]
    ]
    const hash = 'a'.repeat(40)
    const node = load({
      fills: [
        { type: 'IMAGE', scaleMode: 'STRETCH', imageRef: hash, imageTransform },
        { type: 'IMAGE', scaleMode: 'STRETCH', imageRef: hash }
      ]
    })
    expect(node.fills).toMatchObject([
      { scaleMode: 'CROP', imageHash: hash, imageTransform },
      {
        scaleMode: 'CROP',
        imageTransform: [
          [1, 0, 0],
          [0, 1, 0]
        ]
      }
    ])
  })

  test.each([
    ['one radius for all corners', { cornerRadius: 8 }, { cornerRadii: [8, 8, 8, 8] }],
    [
      'a radius for each',
      { cornerRadius: 8, rectangleCornerRadii: [1, 2, 3, 4] },
      { cornerRadii: [1, 2, 3, 4] }
    ],
    [
      'constraints',
      { constraints: { horizontal: 'LEFT_RIGHT', vertical: 'BOTTOM' } },
      { constraints: { horizontal: 'STRETCH', vertical: 'MAX' } }
    ],
    [
      'a colour’s alpha is the paint’s opacity',
      { fills: [{ type: 'SOLID', opacity: 0.5, color: { r: 0, g: 0, b: 0, a: 0.5 } }] },
      { fills: [{ opacity: 0.25, color: { r: 0, g: 0, b: 0 } }] }
    ],
    [
      'unknown paints and effects are left out',
      { fills: [{ type: 'PATTERN', sourceNodeId: '1:1' }], effects: [{ type: 'GLASS' }] },
      { fills: [], effects: [] }
    ],
    ['unknown fields are ignored', { scrollBehavior: 'SCROLLS', devStatus: 7 }, { type: 'FRAME' }],
    [
      'defaults',
      {},
      { visible: true, opacity: 1, clipsContent: false, layoutMode: 'NONE', strokes: [], pluginData: {} }
    ]
  ] as const)('%s', (_name, fields, expected) => {
    expect(load(fields)).toMatchObject(expected)
  })

  test.each([
    [
      'the font’s own line height, given in px all the same',
      { lineHeightPx: 19.36, lineHeightUnit: 'INTRINSIC_%' },
      { lineHeightPx: null }
    ],
    ['a line height in px', { lineHeightPx: 24, lineHeightUnit: 'PIXELS' }, { lineHeightPx: 24 }],
    ['REST leaves out NONE', {}, { textAutoResize: 'NONE' }],
    ['truncated', { textAutoResize: 'HEIGHT', textTruncation: 'ENDING' }, { textAutoResize: 'TRUNCATE' }]
  ] as const)('text: %s', (_name, style, expected) => {
    expect(load({ type: 'TEXT', characters: 'Hello', style })).toMatchObject({
      characters: 'Hello',
      ...expected
    })
  })

  test('a page’s backgroundColor is its fill', () => {
    const scene = sceneOf({})
    const page = { id: '0:1', type: 'CANVAS', backgroundColor: { r: 0, g: 0.5, b: 1, a: 1 }, children: [] }
    const document = loadScene({ ...scene, document: { ...scene.document, children: [page] } }, {})
    expect(document.currentPage.fills).toMatchObject([{ type: 'SOLID', color: { r: 0, g: 0.5, b: 1 } }])
  })

  test('kinds that are not known are left out', () => {
    const document = loadScene(sceneOf({}, { type: 'STICKY' }), {})
    expect(named(document, 'node').children).toEqual([])
  })
})

describe('places', () => {
  const frameBox = { absoluteBoundingBox: { x: 100, y: 200, width: 300, height: 150 } }

  test('a dump without geometry: from the boxes', () => {
    const node = load(frameBox, { absoluteBoundingBox: { x: 110, y: 230, width: 40, height: 20 } })
    expect(boxOf(node)).toEqual([100, 200, 300, 150])
    expect(node.children.map(boxOf)).toEqual([[10, 30, 40, 20]])
  })

  test('a turned layer without geometry: from its box and rotation', () => {
    const angle = Math.PI / 6
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const box = { x: 10, y: 20, width: 100 * c + 40 * s, height: 100 * s + 40 * c }
    const node = load({ rotation: angle, absoluteBoundingBox: box })
    expectBox([node.width, node.height], [100, 40])
    expectBox(node.relativeTransform.flat(), [c, s, 10, -s, c, 20 + 100 * s])
    const { x, y, width, height } = absoluteBoundingBox(node)
    expectBox([x, y, width, height], [box.x, box.y, box.width, box.height])
  })

  test('a size that is missing beside a transform', () => {
    const relativeTransform = [
      [0, -1, 150],
      [1, 0, 200]
    ]
    const node = load({ relativeTransform, absoluteBoundingBox: { x: 100, y: 200, width: 50, height: 80 } })
    expectBox([node.width, node.height], [80, 50])
  })

  test.each([
    ['relative to the frame', 25],
    ['relative to the group', 15]
  ])('the child of a group, %s', (_name, x) => {
    const scene: SceneFile = sceneOf(frameBox)
    const at = (m02: number) => [
      [1, 0, m02],
      [0, 1, 0]
    ]
    const child = {
      ...{ id: '1:4', name: 'child', type: 'RECTANGLE', size: { x: 5, y: 5 }, relativeTransform: at(x) },
      absoluteBoundingBox: { x: 125, y: 200, width: 5, height: 5 }
    }
    const group = {
      ...{ id: '1:3', type: 'GROUP', size: { x: 5, y: 5 }, relativeTransform: at(10), children: [child] },
      absoluteBoundingBox: { x: 110, y: 200, width: 20, height: 5 }
    }
    const page = scene.document.children?.[0]
    const node = { ...page?.children?.[0], id: '1:2', type: 'FRAME', children: [group] }
    const canvas = { id: '0:1', type: 'CANVAS', children: [node] }
    const document = loadScene({ ...scene, document: { ...scene.document, children: [canvas] } }, {})
    expect(boxOf(named(document, 'child'))).toEqual([25, 0, 5, 5])
  })

  test('opening a file moves nothing, whatever its auto-layout would do', () => {
    const document = loadScene(
      sceneOf(
        { ...frameBox, layoutMode: 'HORIZONTAL', primaryAxisSizingMode: 'FIXED', paddingLeft: 50 },
        { absoluteBoundingBox: { x: 104, y: 204, width: 40, height: 20 } }
      ),
      {}
    )
    document.changed()
    expect(boxOf(named(document, 'child'))).toEqual([4, 4, 40, 20])
    named(document, 'child').width = 41
    document.changed()
    expect(boxOf(named(document, 'child'))[0]).toBe(50)
  })
})

describe('images', () => {
  test('go by the SHA-1 of their bytes', () => {
    const bytes = new TextEncoder().encode('abc')
    const document = loadScene(sceneOf({ fills: [{ type: 'IMAGE', imageRef: 'photo.png' }] }), {
      'photo.png': bytes
    })
    const hash = 'a9993e364706816aba3e25717850c26c9cd0d89d'
    expect(named(document, 'node').fills).toMatchObject([
      { type: 'IMAGE', imageHash: hash, scaleMode: 'FILL' }
    ])
    expect([...document.images]).toEqual([[hash, bytes]])
  })
})

describe('broken scenes are refused with the path of what is wrong', () => {
  test.each([
    ['no document', { name: 'x' }, 'document'],
    ['no page', { name: 'x', document: { id: '0:0', type: 'DOCUMENT', children: [] } }, 'document.children'],
    ['a layer instead of a document', { name: 'x', document: { id: '0:0', type: 'FRAME' } }, 'document.type'],
    ['a layer without an id', sceneOf({ id: undefined }), 'document.children.0.children.0.id'],
    ['a number that is a text', sceneOf({ opacity: 'half' }), 'document.children.0.children.0.opacity'],
    [
      'a paint’s colour',
      sceneOf({ fills: [{ type: 'SOLID', color: { r: 1, g: 1 } }] }),
      'document.children.0.children.0.fills.0.color.b'
    ],
    [
      'an effect’s radius',
      sceneOf({ effects: [{ type: 'LAYER_BLUR', radius: null }] }),
      'children.0.effects.0.radius'
    ],
    [
      'in a child',
      sceneOf({}, { relativeTransform: [[1, 0, 0]] }),
      'document.children.0.children.0.children.0.relativeTransform.1'
    ],
    [
      'an image that is not there',
      sceneOf({ fills: [{ type: 'IMAGE', imageRef: 'photo.png' }] }),
      'document.children.0.children.0.fills.0.imageRef: there is no image "photo.png"'
    ],
    ['an id that is there twice', sceneOf({}, { id: '1:2' }), 'document.children.0.children.0.children.0.id']
  ])('%s', (_name, scene: unknown, path) => {
    const file = parseScene(JSON.stringify(scene))
    expect(() => loadScene(file, {})).toThrow(path)
  })
})
