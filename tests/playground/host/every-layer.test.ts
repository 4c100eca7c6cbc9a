import { describe, expect, test } from 'vitest'
import { type Fields, layer, type SketchedLayer, solid, turned } from '../canvas/build-scene'
import { byName, openLayers, openPages } from './open-scene'
import { outcome } from './start-plugin'

type Box = readonly [number, number, number, number]
const red = { fills: [solid(255, 0, 0)] }
const place: Box = [10, 20, 80, 60]
const inside = (name = 'child', fields: Fields = {}) =>
  layer('RECTANGLE', [5, 5, 10, 10], { name, ...red, ...fields })

/** A layer of each kind that has fills and a size of its own. */
const filled: readonly (readonly [string, SketchedLayer])[] = [
  ...['FRAME', 'COMPONENT', 'INSTANCE', 'SECTION', 'RECTANGLE', 'ELLIPSE'].map(
    (type) => [type.toLowerCase(), layer(type, place, { name: 'the', ...red })] as const
  ),
  ['polygon', layer('REGULAR_POLYGON', place, { name: 'the', ...red })],
  ['star', layer('STAR', place, { name: 'the', ...red })],
  [
    'vector',
    layer('VECTOR', place, {
      name: 'the',
      ...red,
      fillGeometry: [{ path: 'M 0 0 L 80 0 L 40 60 Z', windingRule: 'NONZERO' }]
    })
  ],
  [
    'boolean operation',
    layer('BOOLEAN_OPERATION', place, { name: 'the', ...red }, [layer('RECTANGLE', place, red)])
  ],
  ['component set', layer('COMPONENT_SET', place, { name: 'the', ...red }, [layer('COMPONENT', place)])],
  ['locked rectangle', layer('RECTANGLE', place, { name: 'the', ...red, locked: true })],
  ['hidden rectangle', layer('RECTANGLE', place, { name: 'the', ...red, visible: false })],
  ['mask', layer('RECTANGLE', place, { name: 'the', ...red, isMask: true })]
]

describe.each(filled)('%s', (_name, sketch) => {
  const run = (statements: string) =>
    outcome(`${byName} const node = the('the'); ${statements}`, { document: openLayers(sketch) })

  test('takes a fill', async () => {
    const statements = `node.fills = [...node.fills, { type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]; return node.fills.length`
    expect(await run(statements)).toBe('2')
  })

  test('takes a size; its corner stays', async () => {
    const statements = `node.resizeWithoutConstraints(120, 90); return [node.x, node.y, node.width, node.height]`
    expect(await run(statements)).toBe('[10,20,120,90]')
  })

  test('takes a place', async () => {
    const statements = `node.relativeTransform = [[1, 0, 33.25], [0, 1, 7.5]]; node.x += 1; return [node.x, node.y]`
    expect(await run(statements)).toBe('[34.25,7.5]')
  })

  test('keeps data of the plugin', async () => {
    const statements = `node.setPluginData('recipe', '1'); node.setRelaunchData({ again: 'Again' })
      return [node.getPluginData('recipe'), node.getRelaunchData()]`
    expect(await run(statements)).toBe('["1",{"again":"Again"}]')
  })
})

describe('places', () => {
  const c = Math.cos(Math.PI / 6)
  test.each([
    ['turned', layer('FRAME', place, { name: 'the', ...turned(30, 10, 20) }), [c, -0.5, 10, 0.5, c, 20], -30],
    [
      'turned back',
      layer('FRAME', place, { name: 'the', ...turned(-30, 10, 20) }),
      [c, 0.5, 10, -0.5, c, 20],
      30
    ],
    [
      'in a turned frame',
      layer('FRAME', [0, 0, 200, 200], { ...turned(-30, 100, 0) }, [
        layer('RECTANGLE', place, { name: 'the', ...turned(30, 0, 0) })
      ]),
      [1, 0, 100, 0, 1, 0],
      -30
    ],
    [
      'flipped',
      layer('RECTANGLE', place, {
        name: 'the',
        relativeTransform: [
          [-1, 0, 90],
          [0, 1, 20]
        ]
      }),
      [-1, 0, 90, 0, 1, 20],
      180
    ],
    [
      'skewed by its frame',
      layer(
        'FRAME',
        place,
        {
          relativeTransform: [
            [1, 0.6, 10],
            [0, 0.8, 20]
          ]
        },
        [layer('RECTANGLE', [5, 5, 10, 10], { name: 'the' })]
      ),
      [1, 0.6, 18, 0, 0.8, 24],
      0
    ],
    [
      'in a group, which is in a frame',
      layer('FRAME', [100, 100, 90, 90], {}, [
        layer('GROUP', [10, 10, 20, 20], {}, [layer('RECTANGLE', [10, 10, 20, 20], { name: 'the' })])
      ]),
      [1, 0, 110, 0, 1, 110],
      0
    ]
  ] as const)('%s', async (_name, sketch, transform, rotation) => {
    const statements = `const node = the('the')
      const round = (value) => Math.round(value * 1e6) / 1e6 + 0
      return [node.absoluteTransform.flat().map(round), Math.abs(round(node.rotation)) === ${Math.abs(rotation)}]`
    const rounded = transform.map((value) => Math.round(value * 1e6) / 1e6)
    expect(JSON.parse(await outcome(`${byName} ${statements}`, { document: openLayers(sketch) }))).toEqual([
      rounded,
      true
    ])
  })

  test('a skew is taken, a stretch is not', async () => {
    const document = openLayers(layer('RECTANGLE', place, { name: 'the' }))
    const skew = `the('the').relativeTransform = [[1, 0.6, 0], [0, 0.8, 0]]; return the('the').relativeTransform`
    expect(await outcome(`${byName} ${skew}`, { document })).toBe('[[1,0.6,0],[0,0.8,0]]')
    const stretch = `the('the').relativeTransform = [[1, 0.6, 0], [0, 1.8, 0]]`
    expect(await outcome(`${byName} ${stretch}`, { document })).toMatch(/^throws in set_relativeTransform/)
  })
})

describe('a frame that grows by resizeWithoutConstraints', () => {
  const kinds = ['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'] as const
  const words = {
    MIN: ['LEFT', 'TOP'],
    CENTER: ['CENTER', 'CENTER'],
    MAX: ['RIGHT', 'BOTTOM'],
    STRETCH: ['LEFT_RIGHT', 'TOP_BOTTOM'],
    SCALE: ['SCALE', 'SCALE']
  } as const
  test.each(kinds)('leaves a child with the constraints %s, and the constraints', async (kind) => {
    const [horizontal, vertical] = words[kind]
    const child = inside('child', { constraints: { horizontal, vertical } })
    const statements = `the('the').resizeWithoutConstraints(160, 120)
      const { x, y, width, height, constraints } = the('child'); return [x, y, width, height, constraints.horizontal, constraints.vertical]`
    const document = openLayers(layer('FRAME', place, { name: 'the' }, [child]))
    expect(await outcome(`${byName} ${statements}`, { document })).toBe(`[5,5,10,10,"${kind}","${kind}"]`)
  })

  test('a free child in auto-layout stays, too', async () => {
    const child = inside('child', {
      layoutPositioning: 'ABSOLUTE',
      constraints: { horizontal: 'RIGHT', vertical: 'SCALE' }
    })
    const document = openLayers(layer('FRAME', place, { name: 'the', layoutMode: 'VERTICAL' }, [child]))
    const statements = `the('the').resizeWithoutConstraints(160, 120); return [the('child').x, the('child').height]`
    expect(await outcome(`${byName} ${statements}`, { document })).toBe('[5,10]')
  })

  test('padding and hugging: the padding holds what the layout places', async () => {
    const frame = {
      ...{
        name: 'the',
        layoutMode: 'VERTICAL',
        primaryAxisSizingMode: 'AUTO',
        counterAxisSizingMode: 'AUTO'
      },
      ...{ paddingLeft: 5, paddingTop: 5, paddingRight: 5, paddingBottom: 5 }
    }
    const document = openLayers(layer('FRAME', [0, 0, 20, 20], frame, [inside()]))
    const statements = `const node = the('the'); node.paddingLeft += 30; node.paddingTop += 10; node.paddingBottom = 25
      return [node.width, node.height, the('child').x, the('child').y, node.layoutSizingHorizontal]`
    expect(await outcome(`${byName} ${statements}`, { document })).toBe('[50,50,35,15,"HUG"]')
  })
})

describe('fills that are read and written back', () => {
  const image = { type: 'IMAGE', imageRef: 'a'.repeat(40) }
  const gradientStops = [
    { position: 0, color: { r: 0, g: 0, b: 0, a: 0 } },
    { position: 1, color: { r: 0, g: 0, b: 0, a: 1 } }
  ]
  test.each<readonly [string, Fields]>([
    ['FILL', { ...image, scaleMode: 'FILL' }],
    ['FILL, turned', { ...image, scaleMode: 'FILL', rotation: 90 }],
    ['FIT, turned', { ...image, scaleMode: 'FIT', rotation: 270 }],
    ['TILE', { ...image, scaleMode: 'TILE', scalingFactor: 0.5, rotation: 180 }],
    [
      'CROP',
      {
        ...image,
        scaleMode: 'STRETCH',
        imageTransform: [
          [0, 0.5, 0.25],
          [-1, 0, 1]
        ]
      }
    ],
    ['with filters', { ...image, scaleMode: 'FILL', filters: { exposure: 0.2, shadows: -1 } }],
    ['hidden, faint, mixed', { ...image, visible: false, opacity: 0.25, blendMode: 'MULTIPLY' }],
    ['linear', { type: 'GRADIENT_LINEAR', gradientStops }],
    ['radial', { type: 'GRADIENT_RADIAL', gradientStops }],
    ['angular', { type: 'GRADIENT_ANGULAR', gradientStops }],
    ['diamond', { type: 'GRADIENT_DIAMOND', gradientStops }]
  ])('%s: are the same', async (_name, paint) => {
    const document = openLayers(layer('RECTANGLE', place, { name: 'the', fills: [solid(1, 2, 3), paint] }))
    document.images.set('a'.repeat(40), new Uint8Array())
    const statements = `const node = the('the'); const before = node.fills
      const sorted = (paints) => paints.map((paint) => Object.entries(paint).sort())
      node.fills = JSON.parse(JSON.stringify(before)); return [sorted(before), sorted(node.fills)]`
    const result = await outcome(`${byName} ${statements}`, { document })
    const [, half] = /^\[(.*),\1\]$/.exec(result) ?? []
    expect(half, result).toBeDefined()
  })
})

describe('inside an instance', () => {
  const document = () =>
    openLayers(
      layer('INSTANCE', place, { name: 'instance' }, [
        layer('FRAME', [0, 0, 40, 40], { name: 'the', ...red, layoutMode: 'HORIZONTAL' }, [inside()])
      ])
    )
  const run = (statements: string) =>
    outcome(`${byName} const node = the('the'); ${statements}`, { document: document() })
  const no = 'This property cannot be overridden in an instance:'
  test.each([
    ['fills are set', 'node.fills = []; return node.fills', '[]'],
    ['data are set', `node.setPluginData('a', 'b'); return node.getPluginData('a')`, '"b"'],
    ['a place is not', 'node.x = 1', `throws in set_x: ${no} relative-transform`],
    ['a size is not', 'node.resizeWithoutConstraints(9, 9); return node.width', '40'],
    ['a scale is not', 'node.rescale(2); return node.width', '40'],
    ['padding is not', 'node.paddingLeft = 1', `throws in set_paddingLeft: ${no} stack-layout`],
    ['a layout is not', `node.layoutMode = 'GRID'`, `throws in set_layoutMode: ${no} stack-layout`],
    [
      'constraints are not',
      `the('child').constraints = { horizontal: 'MIN', vertical: 'MIN' }`,
      `throws in set_constraints: ${no} constraints`
    ],
    [
      'freeing is not',
      `the('child').layoutPositioning = 'ABSOLUTE'`,
      `throws in set_layoutPositioning: ${no} stack-positioning`
    ]
  ])('%s', async (_name, statements, expected) => {
    expect(await run(statements)).toBe(expected)
  })
})

describe('layers of another page', () => {
  const open = () =>
    openPages(
      [layer('FRAME', place, { name: 'here', ...red })],
      [layer('FRAME', place, { name: 'there', ...red }, [inside()])]
    )
  const there = `const page = figma.root.children[1]; const node = await figma.getNodeByIdAsync('11:2');`
  test.each([
    ['are found by id without loading', 'return [node.name, node.parent.id === page.id]', '["there",true]'],
    ['can be written', 'node.fills = []; node.resizeWithoutConstraints(9, 9); return node.width', '9'],
    ['their page’s children are not there', 'page.children', /^throws in get_children: Cannot access/],
    ['they are once it is loaded', 'await page.loadAsync(); return page.children.length', '1'],
    [
      'a new layer is put beside one',
      'const made = figma.createRectangle(); node.insertChild(0, made); return [made.parent.name, figma.currentPage.children.length]',
      '["there",1]'
    ],
    ['a copy comes to the page that is open', 'return node.clone().parent.name', '"Page 1"'],
    ['one is exported', 'return (await node.exportAsync()).length', '3']
  ])('%s', async (_name, statements, expected) => {
    const result = await outcome(`${there} ${statements}`, { document: open() })
    if (typeof expected === 'string') expect(result).toBe(expected)
    else expect(result).toMatch(expected)
  })

  test('the open page may change while a call waits: what is asked for later is the new one', async () => {
    const document = open()
    const exportNode = () =>
      new Promise<Uint8Array>((resolve) => {
        setTimeout(() => {
          const [, other] = document.root.children
          if (other !== undefined) document.currentPage = other
          document.changed()
          resolve(new Uint8Array([1]))
        }, 5)
      })
    const statements = `const heard = []; figma.on('currentpagechange', () => heard.push(figma.currentPage.name))
      const node = figma.currentPage.children[0]; await node.exportAsync()
      return [node.name, figma.currentPage.name, heard, figma.createRectangle().parent.name, node.parent.name]`
    expect(await outcome(statements, { document, exportNode })).toBe(
      '["here","Page 2",["Page 2"],"Page 2","Page 1"]'
    )
  })
})
