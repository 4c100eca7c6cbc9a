import { describe, expect, test } from 'vitest'
import type { PlaygroundDocument } from '../../../playground/document/document'
import { type Fields, layer, solid } from '../canvas/build-scene'
import { byName, openLayers, openPages } from './open-scene'
import { outcome } from './start-plugin'

type Box = readonly [number, number, number, number]
const red = { fills: [solid(255, 0, 0)] }
const rectangle = (name: string, box: Box, fields: Fields = {}) =>
  layer('RECTANGLE', box, { name, ...red, ...fields })

/** One of each kind of parent, each with a layer in it. */
function openParents(): PlaygroundDocument {
  return openLayers(
    layer('FRAME', [0, 0, 100, 100], { name: 'frame' }, [rectangle('in frame', [0, 0, 10, 10])]),
    layer('COMPONENT_SET', [0, 0, 100, 100], { name: 'set' }, [
      layer('COMPONENT', [0, 0, 50, 50], { name: 'State=On' }, [rectangle('in variant', [0, 0, 10, 10])])
    ]),
    layer('COMPONENT', [0, 0, 100, 100], { name: 'component' }, [rectangle('in component', [0, 0, 9, 9])]),
    layer('INSTANCE', [0, 0, 100, 100], { name: 'instance', componentId: '1:7' }, [
      layer('FRAME', [0, 0, 50, 50], { name: 'frame in instance' }, [rectangle('in instance', [0, 0, 9, 9])])
    ]),
    layer('GROUP', [10, 10, 30, 30], { name: 'group' }, [rectangle('in group', [10, 10, 30, 30])]),
    layer('BOOLEAN_OPERATION', [0, 0, 30, 30], { name: 'boolean', ...red }, [
      rectangle('in boolean', [0, 0, 30, 30])
    ]),
    layer('SECTION', [0, 0, 100, 100], { name: 'section' }, [rectangle('in section', [0, 0, 10, 10])]),
    layer('TEXT', [0, 0, 10, 15], { name: 'text', characters: 'a' })
  )
}

describe('a new rectangle directly behind a layer', () => {
  const behind = (name: string): string => `
    const layer = the('${name}')
    const behind = figma.createRectangle()
    behind.name = 'new'
    layer.parent.insertChild(layer.parent.children.findIndex((each) => each.id === layer.id), behind)
    return layer.parent.children.map((each) => each.name).join()`
  const noVariant = 'Cannot move node. A COMPONENT_SET node cannot have children of type other than COMPONENT'
  const noInstance = 'Cannot move node. New parent is an instance or is inside of an instance'
  test.each([
    ['in a frame', 'in frame', '"new,in frame"'],
    ['in a component', 'in component', '"new,in component"'],
    ['in a variant', 'in variant', '"new,in variant"'],
    ['in a group', 'in group', '"new,in group"'],
    ['in a boolean operation', 'in boolean', '"new,in boolean"'],
    ['in a section', 'in section', '"new,in section"'],
    ['behind a variant', 'State=On', `throws in insertChild: ${noVariant}`],
    ['in an instance', 'frame in instance', `throws in insertChild: ${noInstance}`],
    ['deep in an instance', 'in instance', `throws in insertChild: ${noInstance}`]
  ])('%s', async (_name, name, expected) => {
    expect(await outcome(`${byName} ${behind(name)}`, { document: openParents() })).toBe(expected)
  })

  test('behind an instance it is outside of it', async () => {
    const result = await outcome(`${byName} ${behind('instance')}`, { document: openParents() })
    expect(result).toContain('component,new,instance')
  })
})

describe('what may be where', () => {
  test.each([
    ['a section in a frame', 'frame', 'section', 'A FRAME node cannot have children of type SECTION'],
    [
      'a frame in a boolean operation',
      'boolean',
      'frame',
      'A BOOLEAN_OPERATION node cannot have children of type FRAME'
    ],
    [
      'a component in a component',
      'component',
      'set',
      'Reparenting would create a component inside a component'
    ],
    [
      'an instance in its own component',
      'component',
      'instance',
      'Reparenting would create a component cycle'
    ],
    ['a layer out of an instance', 'frame', 'in instance', 'Node is inside of an instance'],
    [
      'text in a component set',
      'set',
      'text',
      'A COMPONENT_SET node cannot have children of type other than COMPONENT'
    ]
  ])('not %s', async (_name, parent, child, why) => {
    const statements = `the('${parent}').appendChild(the('${child}'))`
    expect(await outcome(`${byName} ${statements}`, { document: openParents() })).toBe(
      `throws in appendChild: Cannot move node. ${why}`
    )
  })

  test.each([
    ['a section in a section', 'const inner = figma.createSection(); the("section").appendChild(inner)'],
    ['a component in a component set', 'the("set").appendChild(figma.createComponent())'],
    ['a shape in a boolean operation', 'the("boolean").appendChild(figma.createEllipse())'],
    ['an instance in another component', 'the("State=On").appendChild(the("instance"))']
  ])('%s', async (_name, statements) => {
    expect(await outcome(`${byName} ${statements}`, { document: openParents() })).toBe('undefined')
  })

  test('a page that is not loaded takes nothing', async () => {
    const document = openPages([rectangle('a', [0, 0, 9, 9])], [rectangle('b', [0, 0, 9, 9])])
    const statements = `figma.root.children[1].appendChild(figma.createRectangle())`
    expect(await outcome(statements, { document })).toMatch(
      /^throws in appendChild: Cannot access .*loadAsync/
    )
  })
})

describe('auto-layout around a rectangle that is put in and freed', () => {
  const hug = { primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' }
  const inRow = (fields: Fields): PlaygroundDocument =>
    openLayers(
      layer('FRAME', [0, 0, 160, 60], { name: 'row', layoutMode: 'HORIZONTAL', itemSpacing: 10, ...fields }, [
        rectangle('a', [0, 0, 50, 40]),
        rectangle('b', [60, 0, 100, 60])
      ])
    )
  const places = `const places = () => ['row', 'a', 'b'].map((name) => [the(name).x, the(name).y, the(name).width, the(name).height])`
  const put = `const made = figma.createRectangle(); the('row').insertChild(1, made)`

  test.each([
    ['a row', hug],
    ['a row of fixed size', { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' }],
    ['a column', { ...hug, layoutMode: 'VERTICAL' }],
    [
      'a row that wraps',
      { ...hug, primaryAxisSizingMode: 'FIXED', layoutWrap: 'WRAP', counterAxisSpacing: 5 }
    ],
    ['spread out', { primaryAxisSizingMode: 'FIXED', primaryAxisAlignItems: 'SPACE_BETWEEN' }],
    ['between bounds', { ...hug, minWidth: 200, maxHeight: 50 }]
  ])('%s is moved by it, and comes back', async (_name, fields) => {
    const statements = `${places}
      the('row').itemSpacing = 12; the('row').itemSpacing = 10
      const before = places(); ${put}; const during = places()
      made.layoutPositioning = 'ABSOLUTE'
      made.relativeTransform = [[1, 0, -20], [0, 1, -20]]; made.resize(400, 300)
      made.constraints = { horizontal: 'STRETCH', vertical: 'SCALE' }
      const after = places()
      return [JSON.stringify(before) !== JSON.stringify(during), JSON.stringify(before) === JSON.stringify(after),
        made.x, made.y, made.width, made.height, made.constraints.vertical]`
    expect(await outcome(`${byName} ${statements}`, { document: inRow(fields) })).toBe(
      '[true,true,-20,-20,400,300,"SCALE"]'
    )
  })

  test('layers that fill give their room back', async () => {
    const document = openLayers(
      layer(
        'FRAME',
        [0, 0, 300, 60],
        { name: 'row', layoutMode: 'HORIZONTAL', primaryAxisSizingMode: 'FIXED' },
        [
          rectangle('a', [0, 0, 150, 40], { layoutGrow: 1 }),
          rectangle('b', [150, 0, 150, 60], { layoutGrow: 1, layoutAlign: 'STRETCH' })
        ]
      )
    )
    const statements = `${put}; const during = the('a').width; made.layoutPositioning = 'ABSOLUTE'; return [during, the('a').width]`
    expect(await outcome(`${byName} ${statements}`, { document })).toBe('[100,150]')
  })

  test('a nested hugging frame comes back with it', async () => {
    const document = openLayers(
      layer('FRAME', [0, 0, 70, 60], { name: 'outer', layoutMode: 'VERTICAL', ...hug, paddingLeft: 20 }, [
        layer('FRAME', [20, 0, 50, 60], { name: 'row', layoutMode: 'HORIZONTAL', ...hug }, [
          rectangle('a', [0, 0, 50, 60])
        ])
      ])
    )
    const statements = `${put}; const during = the('outer').width; made.layoutPositioning = 'ABSOLUTE'; return [during, the('outer').width]`
    expect(await outcome(`${byName} ${statements}`, { document })).toBe('[170,70]')
  })

  test('ABSOLUTE is refused outside of auto-layout', async () => {
    const statements = `the('in frame').layoutPositioning = 'ABSOLUTE'`
    expect(await outcome(`${byName} ${statements}`, { document: openParents() })).toMatch(
      /^throws in set_layoutPositioning/
    )
  })
})
