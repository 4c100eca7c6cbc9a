import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlaygroundDocument } from '../../../playground/document/document'
import { resizeNode } from '../../../playground/document/layout/layout'
import type { DocumentNode } from '../../../playground/document/node'
import { dumpScene } from '../../../playground/document/scene/rest'
import { arbitraryDocument } from './arbitrary-document'
import { boxOf, documentWith, layer, named, type Sketch } from './build-document'

type Values = Sketch['values']

const row: Values = {
  layoutMode: 'HORIZONTAL',
  primaryAxisSizingMode: 'FIXED',
  counterAxisSizingMode: 'FIXED',
  width: 400,
  height: 100
}
const column: Values = { ...row, layoutMode: 'VERTICAL', width: 100, height: 400 }
const hug: Values = { primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' }

function box(name: string, width: number, height: number, values: Values = {}): Sketch {
  return layer('RECTANGLE', { name, width, height, ...values })
}

function laidOut(frame: Values, ...children: readonly Sketch[]): PlaygroundDocument {
  const document = documentWith(layer('FRAME', { name: 'frame', ...frame }, children))
  document.changed()
  return document
}

function boxes(document: PlaygroundDocument): readonly (readonly number[])[] {
  return named(document, 'frame').children.map(boxOf)
}

describe('placing in one direction', () => {
  const two = [box('a', 50, 20), box('b', 30, 40)]
  test.each([
    [
      'a row, from the start',
      row,
      [
        [0, 0],
        [50, 0]
      ]
    ],
    [
      'with a gap',
      { ...row, itemSpacing: 8 },
      [
        [0, 0],
        [58, 0]
      ]
    ],
    [
      'a gap below zero overlaps',
      { ...row, itemSpacing: -10 },
      [
        [0, 0],
        [40, 0]
      ]
    ],
    [
      'inside the padding',
      { ...row, paddingLeft: 12, paddingTop: 5 },
      [
        [12, 5],
        [62, 5]
      ]
    ],
    [
      'in the middle',
      { ...row, primaryAxisAlignItems: 'CENTER', counterAxisAlignItems: 'CENTER' },
      [
        [160, 40],
        [210, 30]
      ]
    ],
    [
      'at the end',
      { ...row, primaryAxisAlignItems: 'MAX', counterAxisAlignItems: 'MAX' },
      [
        [320, 80],
        [370, 60]
      ]
    ],
    [
      'at the end, before the padding',
      { ...row, primaryAxisAlignItems: 'MAX', paddingRight: 20 },
      [
        [300, 0],
        [350, 0]
      ]
    ],
    [
      'spread out',
      { ...row, primaryAxisAlignItems: 'SPACE_BETWEEN', itemSpacing: 8 },
      [
        [0, 0],
        [370, 0]
      ]
    ],
    [
      'a column',
      { ...column, itemSpacing: 10 },
      [
        [0, 0],
        [0, 30]
      ]
    ],
    [
      'a column, centred across',
      { ...column, counterAxisAlignItems: 'CENTER' },
      [
        [25, 0],
        [35, 20]
      ]
    ]
  ] as const)('%s', (_name, frame, places) => {
    expect(boxes(laidOut(frame, ...two)).map(([x, y]) => [x, y])).toEqual(places)
  })

  test('hidden and absolute layers take no room', () => {
    const document = laidOut(
      { ...row, itemSpacing: 10 },
      box('a', 50, 20),
      box('hidden', 500, 20, { visible: false }),
      box('absolute', 70, 20, { layoutPositioning: 'ABSOLUTE', x: 300, y: 60 }),
      box('b', 30, 20)
    )
    expect(boxOf(named(document, 'b'))).toEqual([60, 0, 30, 20])
    expect(boxOf(named(document, 'absolute'))).toEqual([300, 60, 70, 20])
  })

  test('a turned layer takes the room of its bounding box', () => {
    const document = laidOut(
      row,
      layer('RECTANGLE', {
        name: 'turned',
        width: 60,
        height: 20,
        relativeTransform: [
          [0, -1, 0],
          [1, 0, 0]
        ]
      }),
      box('after', 10, 10)
    )
    expect(boxOf(named(document, 'turned')).slice(0, 2)).toEqual([20, 0])
    expect(boxOf(named(document, 'after')).slice(0, 2)).toEqual([20, 0])
  })

  test('a group is moved with what is in it', () => {
    const document = laidOut(
      { ...row, itemSpacing: 5 },
      box('a', 50, 20),
      layer('GROUP', { name: 'group' }, [box('in group', 30, 10, { x: 200, y: 70 })])
    )
    expect(boxOf(named(document, 'group'))).toEqual([55, 0, 30, 10])
    expect(boxOf(named(document, 'in group'))).toEqual([55, 0, 30, 10])
  })

  test('texts stand on one baseline', () => {
    const document = laidOut(
      { ...row, counterAxisAlignItems: 'BASELINE' },
      layer('TEXT', { name: 'large', characters: 'Ag', fontSize: 40 }),
      layer('TEXT', { name: 'small', characters: 'Ag', fontSize: 10 })
    )
    const drop = boxOf(named(document, 'small'))[1] - boxOf(named(document, 'large'))[1]
    expect(drop).toBeCloseTo((30 * 1984) / 2048)
  })
})

describe('hugging', () => {
  test.each([
    [
      'a row: sum along, greatest across',
      { ...row, ...hug, itemSpacing: 10, paddingLeft: 5, paddingBottom: 7 },
      [95, 47]
    ],
    ['a column', { ...column, ...hug, itemSpacing: 10 }, [50, 70]],
    ['only along', { ...row, primaryAxisSizingMode: 'AUTO' }, [80, 100]],
    ['only across', { ...row, counterAxisSizingMode: 'AUTO' }, [400, 40]],
    ['at least', { ...row, ...hug, minWidth: 200, minHeight: 60 }, [200, 60]],
    ['at most', { ...row, ...hug, maxWidth: 70 }, [70, 40]]
  ] as const)('%s', (_name, frame, size) => {
    const document = laidOut(frame, box('a', 50, 20), box('b', 30, 40))
    expect(boxOf(named(document, 'frame')).slice(2)).toEqual(size)
  })

  test('an empty frame hugs its padding', () => {
    const document = laidOut({
      ...row,
      ...hug,
      paddingLeft: 6,
      paddingRight: 4,
      paddingTop: 3,
      paddingBottom: 3
    })
    expect(boxOf(named(document, 'frame')).slice(2)).toEqual([10, 6])
  })

  test('goes up through nested frames', () => {
    const document = laidOut(
      { ...row, ...hug, paddingLeft: 1 },
      layer('FRAME', { ...column, ...hug, paddingLeft: 10 }, [box('inner', 33, 44)])
    )
    named(document, 'inner').width = 133
    document.changed()
    expect(boxOf(named(document, 'frame')).slice(2)).toEqual([144, 44])
  })
})

describe('filling', () => {
  test('what is left is shared out equally', () => {
    const document = laidOut(
      { ...row, itemSpacing: 10, paddingLeft: 20 },
      box('a', 1, 20, { layoutGrow: 1 }),
      box('fixed', 60, 20),
      box('b', 1, 20, { layoutGrow: 1 })
    )
    expect(boxes(document).map(([x, , width]) => [x, width])).toEqual([
      [20, 150],
      [180, 60],
      [250, 150]
    ])
  })

  test('one at its greatest leaves the rest to the others', () => {
    const document = laidOut(
      row,
      box('a', 1, 20, { layoutGrow: 1, maxWidth: 50 }),
      box('b', 1, 20, { layoutGrow: 1 })
    )
    expect(boxes(document).map(([, , width]) => width)).toEqual([50, 350])
  })

  test('across: as wide as the frame inside its padding', () => {
    const document = laidOut(
      { ...column, paddingLeft: 10, paddingRight: 15 },
      box('a', 1, 20, { layoutAlign: 'STRETCH' })
    )
    expect(boxes(document)).toEqual([[10, 0, 75, 20]])
  })

  test('in a frame that hugs across, the widest decides', () => {
    const document = laidOut(
      { ...column, ...hug },
      box('wide', 120, 20),
      box('filling', 500, 20, { layoutAlign: 'STRETCH' })
    )
    expect(boxOf(named(document, 'frame'))[2]).toBe(120)
    expect(boxOf(named(document, 'filling'))[2]).toBe(120)
  })

  test('text that fills grows in height, and the frame that hugs it too', () => {
    const document = laidOut(
      { ...column, counterAxisSizingMode: 'FIXED', primaryAxisSizingMode: 'AUTO' },
      layer('TEXT', {
        name: 'text',
        characters: 'four word long text',
        fontSize: 20,
        lineHeightPx: 24,
        layoutAlign: 'STRETCH'
      })
    )
    expect(boxOf(named(document, 'text'))).toEqual([0, 0, 100, 48])
    expect(boxOf(named(document, 'frame'))).toEqual([0, 0, 100, 48])
  })
})

describe('wrapping', () => {
  const three = [box('a', 150, 20), box('b', 200, 40), box('c', 100, 30)]
  test('begins a line where the next does not fit', () => {
    const document = laidOut({ ...row, layoutWrap: 'WRAP', itemSpacing: 10, counterAxisSpacing: 6 }, ...three)
    expect(boxes(document).map(([x, y]) => [x, y])).toEqual([
      [0, 0],
      [160, 0],
      [0, 46]
    ])
  })

  test('a frame that hugs is as high as its lines', () => {
    const document = laidOut(
      { ...row, layoutWrap: 'WRAP', counterAxisSizingMode: 'AUTO', itemSpacing: 10, counterAxisSpacing: 6 },
      ...three
    )
    expect(boxOf(named(document, 'frame')).slice(2)).toEqual([400, 76])
  })
})

describe('what is done when', () => {
  test('x and y of a layer in auto-layout are ignored', () => {
    const document = laidOut(row, box('a', 50, 20), box('b', 50, 20))
    named(document, 'b').relativeTransform = [
      [1, 0, 333],
      [0, 1, 33]
    ]
    document.changed()
    expect(boxOf(named(document, 'b'))).toEqual([50, 0, 50, 20])
  })

  test('resizing by hand ends hugging and filling', () => {
    const document = laidOut({ ...row, ...hug }, box('a', 50, 20, { layoutGrow: 1, layoutAlign: 'STRETCH' }))
    resizeNode(named(document, 'frame'), 300, 90, { constraints: true })
    resizeNode(named(document, 'a'), 60, 30, { constraints: true })
    document.changed()
    expect(named(document, 'frame')).toMatchObject({ primaryAxisSizingMode: 'FIXED', width: 300, height: 90 })
    expect(named(document, 'a')).toMatchObject({
      layoutGrow: 0,
      layoutAlign: 'INHERIT',
      width: 60,
      height: 30
    })
  })

  test('a group fits what is in it', () => {
    const document = documentWith(
      layer('GROUP', { name: 'group' }, [
        box('a', 50, 20, { x: 10, y: 10 }),
        box('b', 20, 20, { x: 100, y: 5 })
      ])
    )
    document.changed()
    expect(boxOf(named(document, 'group'))).toEqual([10, 5, 110, 25])
  })

  test('a turned group fits in its own axes', () => {
    const turned: Transform = [
      [0, -1, 50],
      [1, 0, 60]
    ]
    const document = documentWith(
      layer('GROUP', { name: 'group', relativeTransform: turned }, [
        box('a', 30, 10, { relativeTransform: turned }),
        box('b', 30, 10, {
          relativeTransform: [
            [0, -1, 50],
            [1, 0, 100]
          ]
        })
      ])
    )
    document.changed()
    expect(named(document, 'group')).toMatchObject({ relativeTransform: turned, width: 70, height: 10 })
  })

  test('right-aligned text keeps its right edge', () => {
    const document = documentWith(
      layer('TEXT', {
        name: 'text',
        characters: 'ab',
        fontSize: 20,
        textAlignHorizontal: 'RIGHT',
        width: 20,
        x: 100
      })
    )
    document.changed()
    named(document, 'text').characters = 'abcd'
    document.changed()
    expect(boxOf(named(document, 'text')).slice(0, 3)).toEqual([80, 0, 40])
  })
})

function forget(document: PlaygroundDocument, node: DocumentNode): void {
  document.layoutMemory.delete(node)
  node.children.forEach((child) => {
    forget(document, child)
  })
}

/** Numbers to a millionth, so that sums in another order are the same. */
function rounded(document: PlaygroundDocument): string {
  return JSON.stringify(dumpScene(document), (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : value
  )
}

describe('any document', () => {
  test('is at rest after its layout was done: doing it again changes no byte', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        document.changed()
        const once = JSON.stringify(dumpScene(document))
        document.changed()
        expect(JSON.stringify(dumpScene(document))).toBe(once)
      }),
      { numRuns: 50 }
    )
  })

  test('a row of boxes that hugs is as long as its content, one that is filled is full', () => {
    const sides = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sides, fc.nat(30), fc.nat(40), (widths, gap, pad) => {
        const children = widths.map((width, index) => box(`box ${index}`, width, 10))
        const frame = { ...row, itemSpacing: gap, paddingLeft: pad, paddingRight: pad }
        const content = widths.reduce((sum, width) => sum + width, 0) + (widths.length - 1) * gap + 2 * pad
        expect(named(laidOut({ ...frame, ...hug }, ...children), 'frame').width).toBeCloseTo(content)
        const filling = children.map((child) => ({ ...child, values: { ...child.values, layoutGrow: 1 } }))
        const full = laidOut({ ...frame, width: 5000 }, ...filling)
        const last = named(full, `box ${widths.length - 1}`)
        expect(last.relativeTransform[0][2] + last.width).toBeCloseTo(5000 - pad)
      })
    )
  })

  test('plain rows and columns are laid out the same from scratch', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }), (sides) => {
        const children = sides.map((side, index) =>
          layer('FRAME', { ...column, ...hug, paddingTop: index }, [box(`in ${index}`, side, side)])
        )
        const document = laidOut({ ...row, ...hug, itemSpacing: 3 }, ...children)
        const once = rounded(document)
        forget(document, document.root)
        document.changed()
        expect(rounded(document)).toBe(once)
      })
    )
  })
})
