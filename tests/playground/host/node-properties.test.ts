import { describe, expect, it, test } from 'vitest'
import { outcome } from './start-plugin'

const made = `
  const rectangle = figma.createRectangle()
  const frame = figma.createFrame()
  const image = { type: 'IMAGE', scaleMode: 'FILL', imageHash: null }
  const solid = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } }`

describe('what a plugin reads', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['kind', 'return rectangle.type', 'RECTANGLE'],
    ['size of a new rectangle', 'return [rectangle.width, rectangle.height]', [100, 100]],
    ['a new layer is on the current page', 'return rectangle.parent.id === figma.currentPage.id', true],
    ['corner radius that is the same', 'rectangle.cornerRadius = 4; return rectangle.topLeftRadius', 4],
    ['rotation', 'rectangle.rotation = 90; return Math.round(rectangle.rotation)', 90],
    [
      'rotation turns about the top left corner',
      'rectangle.x = 10; rectangle.rotation = 30; return rectangle.x',
      10
    ],
    ['place in the page', 'rectangle.x = 7; return rectangle.absoluteTransform[0][2]', 7],
    [
      'place in a frame',
      'frame.x = 5; frame.appendChild(rectangle); rectangle.x = 2; return rectangle.absoluteBoundingBox.x',
      7
    ],
    [
      'a property that the kind does not have',
      'return [rectangle.children === undefined, frame.characters === undefined]',
      [true, true]
    ],
    ['an unknown property', 'return rectangle.nonsense === undefined', true],
    ['a group has no fills', 'return figma.group([rectangle], figma.currentPage).fills === undefined', true],
    ['a section has no effects', 'return figma.createSection().effects === undefined', true],
    ['a section has no constraints', 'return figma.createSection().constraints === undefined', true],
    ['a page has no size', 'return figma.currentPage.width === undefined', true],
    ['plugin data that is not there', `return rectangle.getPluginData('none')`, ''],
    [
      'the fills of a new frame are complete',
      'return frame.fills',
      [{ type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: 1, g: 1, b: 1 } }]
    ],
    ['own keys of a node', 'return Object.keys(rectangle)', ['id']]
  ]
  test.each(cases)('%s', async (_name, statements, expected) => {
    expect(JSON.parse(await outcome(`${made}; ${statements}`))).toEqual(expected)
  })

  it('corner radii that differ are figma.mixed, a symbol', async () => {
    expect(await outcome(`${made}; rectangle.topLeftRadius = 9; return rectangle.cornerRadius`)).toBe(
      'symbol'
    )
    expect(
      await outcome(`${made}; rectangle.topLeftRadius = 9; return rectangle.cornerRadius === figma.mixed`)
    ).toBe('true')
  })

  it('gives frozen copies', async () => {
    expect(
      JSON.parse(
        await outcome(`${made}
          const fills = frame.fills
          return [Object.isFrozen(fills), Object.isFrozen(fills[0]), Object.isFrozen(fills[0].color),
            fills === frame.fills, Object.isFrozen(figma.currentPage.children)]`)
      )
    ).toEqual([true, true, true, false, true])
  })

  it('gives no guarantee that a node is the same object', async () => {
    expect(await outcome(`${made}; return rectangle.parent === figma.currentPage`)).toBe('false')
  })
})

describe('what a plugin sets wrongly', () => {
  const cases: readonly (readonly [string, string | RegExp])[] = [
    [
      `rectangle.opacity = '1'`,
      'in set_opacity: Expected "opacity" to have type number but got string instead'
    ],
    ['rectangle.opacity = 2', 'in set_opacity: Expected "opacity" to have value <= 1'],
    [
      'rectangle.visible = 1',
      'in set_visible: Expected "visible" to have type boolean but got number instead'
    ],
    ['rectangle.name = null', 'in set_name: Expected "name" to have type string but got null instead'],
    ['rectangle.x = NaN', 'in set_x: Expected "x" to be a finite number'],
    ['rectangle.x = figma.mixed', 'in set_x: Expected "x" to have type number but got symbol instead'],
    ['rectangle.resize(0, 10)', 'in resize: Expected "width" to have value >= 0.01'],
    ['rectangle.resize(10, 0)', 'in resize: Expected "height" to have value >= 0.01'],
    [
      'rectangle.resizeWithoutConstraints(10, -1)',
      'in resizeWithoutConstraints: Expected "height" to have value >= 0.01'
    ],
    ['rectangle.nonsense = 1', 'object is not extensible'],
    ['rectangle.characters = 1', 'object is not extensible'],
    ['figma.nonsense = 1', 'object is not extensible'],
    ['rectangle.width = 1', 'no setter for property'],
    ['rectangle.fills[0] = solid', "'0' is read-only"],
    ['rectangle.fills.push(solid)', 'object is not extensible'],
    [
      'rectangle.fills = 7',
      "in set_fills: Property 'fills' failed validation: Expected array, received number"
    ],
    [
      'rectangle.fills = figma.mixed',
      "in set_fills: Property 'fills' failed validation: Expected array, received symbol"
    ],
    [
      'rectangle.fills = [{ ...solid, glow: 1 }]',
      "in set_fills: Property 'fills' failed validation: Unrecognized key(s) in object: 'glow' at [0]"
    ],
    [
      `rectangle.fills = [{ type: 'SOLID' }]`,
      "in set_fills: Property 'fills' failed validation: Required at [0].color"
    ],
    [
      `rectangle.fills = [{ type: 'SOLID', color: { r: 255, g: 0, b: 0 } }]`,
      "in set_fills: Property 'fills' failed validation: Number must be less than or equal to 1 at [0].color.r"
    ],
    [`rectangle.fills = [{ ...image, imageHash: '0000' }]`, 'in set_fills: Invalid SHA1 hash'],
    [
      `rectangle.fills = [{ ...image, rotation: 45 }]`,
      "in set_fills: Property 'fills' failed validation: Number must be a multiple of 90 at [0].rotation"
    ],
    [
      `rectangle.fills = [{ ...image, filters: { exposure: 2 } }]`,
      "in set_fills: Property 'fills' failed validation: Number must be less than or equal to 1 at [0].filters.exposure"
    ],
    [
      `rectangle.fills = [{ ...image, scaleMode: 'COVER' }]`,
      /^throws in set_fills: Property 'fills' failed validation: Invalid enum value\. .*'COVER' at \[0\]\.scaleMode$/
    ],
    [
      'rectangle.relativeTransform = [[1, 0], [0, 1]]',
      /^throws in set_relativeTransform: Property 'relativeTransform' failed validation/
    ],
    ['rectangle.relativeTransform = [[2, 0, 0], [0, 2, 0]]', /^throws in set_relativeTransform: /],
    [
      'rectangle.fillStyleId = ""',
      /^throws in set_fillStyleId: Cannot call with documentAccess: dynamic-page/
    ],
    [`frame.layoutMode = 'DIAGONAL'`, /^throws in set_layoutMode: .*Invalid enum value/],
    [`rectangle.layoutPositioning = 'ABSOLUTE'`, /^throws in set_layoutPositioning: /],
    [`rectangle.layoutSizingHorizontal = 'FILL'`, /^throws in set_layoutSizingHorizontal: FILL can only/],
    [`rectangle.setPluginData('k', 'x'.repeat(100_000))`, /^throws in setPluginData: .*100 kB/],
    [`rectangle.setRelaunchData({ unknown: 'x' })`, /^throws in setRelaunchData: .*"unknown"/],
    [
      'figma.currentPage = figma.currentPage',
      'in set_currentPage: Cannot call with documentAccess: dynamic-page. Use figma.setCurrentPageAsync() instead'
    ],
    [
      `figma.getNodeById('1:2')`,
      'in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync() instead'
    ],
    [`figma.on('nonsense', () => {})`, /^throws in on: /],
    [`figma.on('documentchange', () => {})`, /^throws in on: Cannot register documentchange handler/],
    [`figma.on('selectionchange', 7)`, /^throws in on: Expected "callback" to have type function/],
    [`figma.ui.postMessage(1)`, /^throws in postMessage: No UI/]
  ]
  test.each(cases)('%s', async (statements, expected) => {
    const result = await outcome(`${made}; ${statements}`)
    if (typeof expected === 'string') expect(result).toBe(`throws ${expected}`)
    else expect(result).toMatch(expected)
  })
})

describe('a removed node', () => {
  const removed = `${made}; rectangle.remove();`
  it('keeps only removed and id', async () => {
    expect(JSON.parse(await outcome(`${removed} return [rectangle.removed, typeof rectangle.id]`))).toEqual([
      true,
      'string'
    ])
  })

  test.each([
    ['rectangle.name', 'in get_name'],
    [`rectangle.name = 'x'`, 'in set_name'],
    ['rectangle.resize(1, 1)', 'in resize'],
    ['rectangle.remove()', 'in remove'],
    ['rectangle.parent', 'in get_parent'],
    ['await rectangle.exportAsync()', 'in exportAsync'],
    ['figma.currentPage.appendChild(rectangle)', 'in appendChild'],
    ['figma.currentPage.selection = [rectangle]', 'in set_selection']
  ])('%s throws', async (statements, operation) => {
    expect(await outcome(`${removed} ${statements}`)).toMatch(
      new RegExp(`^throws ${operation}: The node with id "\\d+:\\d+" does not exist$`)
    )
  })

  it('is found no more', async () => {
    expect(await outcome(`${removed} return figma.getNodeByIdAsync(rectangle.id)`)).toBe('null')
  })
})
