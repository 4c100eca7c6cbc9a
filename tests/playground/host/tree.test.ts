import { describe, expect, it, test } from 'vitest'
import type { PlaygroundDocument } from '../../../playground/document/document'
import { outcome } from './start-plugin'

/** A page with an instance `1:90` that holds a frame `1:91`, whose child is the rectangle `1:92`. */
function withInstance(document: PlaygroundDocument): void {
  const instance = document.createNodeWithId('INSTANCE', '1:90')
  const frame = document.createNodeWithId('FRAME', '1:91')
  const rectangle = document.createNodeWithId('RECTANGLE', '1:92')
  document.insert(document.currentPage, 0, instance)
  document.insert(instance, 0, frame)
  document.insert(frame, 0, rectangle)
  document.changed()
}

describe('moving layers', () => {
  const made = `
    const page = figma.currentPage
    const frame = figma.createFrame()
    const [a, b, c] = ['a', 'b', 'c'].map((name) => {
      const node = figma.createRectangle(); node.name = name; frame.appendChild(node); return node
    })
    const names = () => frame.children.map((child) => child.name).join('')`
  const cases: readonly (readonly [string, string])[] = [
    ['return names()', '"abc"'],
    ['frame.appendChild(a); return names()', '"bca"'],
    ['frame.insertChild(0, c); return names()', '"cab"'],
    ['frame.insertChild(2, a); return names()', '"bac"'],
    ['frame.insertChild(3, a); return names()', '"bca"'],
    ['page.appendChild(b); return [names(), b.parent.id === page.id]', '["ac",true]'],
    ['a.x = 12; a.y = 3; page.appendChild(a); return [a.x, a.y]', '[12,3]'],
    ['return frame.clone().parent.id === page.id', 'true'],
    ['const copy = frame.clone(); return [copy.id === frame.id, copy.children.length]', '[false,3]'],
    ['return frame.findAll((node) => node.name !== "b").map((node) => node.name)', '["a","c"]'],
    ['return page.findOne((node) => node.name === "b").name', '"b"'],
    ['return page.findOne(() => false)', 'null'],
    ['return page.findChildren().length', '1'],
    [`return page.findAllWithCriteria({ types: ['FRAME'] }).length`, '1'],
    [
      'frame.insertChild(4, a)',
      'throws in insertChild: Cannot insert node at index greater than the number of existing siblings'
    ],
    ['frame.insertChild(-1, a)', 'throws in insertChild: Expected "index" to have value >= 0'],
    [
      'frame.appendChild(frame)',
      'throws in appendChild: Cannot move node. Doing so would create a parenting cycle'
    ],
    [
      'frame.appendChild(page)',
      'throws in appendChild: Cannot move node. Nodes other than the root node cannot have children of type PAGE'
    ],
    [
      'frame.appendChild({ id: a.id })',
      'throws in appendChild: Expected "child" to have type node but got object instead'
    ],
    ['page.remove()', 'throws in remove: Removing this node is not allowed']
  ]
  test.each(cases)('%s', async (statements, expected) => {
    expect(await outcome(`${made}; ${statements}`)).toBe(expected)
  })
})

describe('groups', () => {
  const made = `
    const frame = figma.createFrame()
    const [a, b] = [figma.createRectangle(), figma.createRectangle()]
    frame.appendChild(a); frame.appendChild(b)
    a.x = 10; a.y = 10; b.x = 50; b.y = 60
    const group = figma.group([a, b], frame)`
  const cases: readonly (readonly [string, string])[] = [
    ['return [group.x, group.y, group.width, group.height]', '[10,10,140,150]'],
    ['return [a.x, b.x]', '[10,50]'],
    ['group.x += 5; return [a.x, b.x, group.x]', '[15,55,15]'],
    ['a.remove(); return [group.x, group.width]', '[50,100]'],
    ['a.remove(); b.remove(); return [group.removed, frame.children.length]', '[true,0]'],
    ['return [figma.ungroup(group).length, frame.children.length, a.x]', '[2,2,10]'],
    ['figma.group([], frame)', 'throws in group: First argument must be an array of at least one node']
  ]
  test.each(cases)('%s', async (statements, expected) => {
    expect(await outcome(`${made}; ${statements}`)).toBe(expected)
  })
})

describe('inside an instance', () => {
  const made = `
    const frame = await figma.getNodeByIdAsync('1:91')
    const inside = await figma.getNodeByIdAsync('1:92')
    const instance = await figma.getNodeByIdAsync('1:90')
    const other = figma.createRectangle()`
  const noOverride = 'This property cannot be overridden in an instance: relative-transform'
  const noMove = 'Cannot move node. New parent is an instance or is inside of an instance'
  const cases: readonly (readonly [string, string])[] = [
    ['inside.x = 4', `throws in set_x: ${noOverride}`],
    ['inside.rotation = 4', `throws in set_rotation: ${noOverride}`],
    ['inside.relativeTransform = inside.relativeTransform', `throws in set_relativeTransform: ${noOverride}`],
    ['frame.insertChild(0, other)', `throws in insertChild: ${noMove}`],
    ['frame.appendChild(other)', `throws in appendChild: ${noMove}`],
    ['instance.appendChild(other)', `throws in appendChild: ${noMove}`],
    [
      'figma.currentPage.appendChild(inside)',
      'throws in appendChild: Cannot move node. Node is inside of an instance'
    ],
    ['inside.remove()', 'throws in remove: Removing this node is not allowed'],
    ['inside.resize(5, 5); return [inside.width, inside.height]', '[100,100]'],
    ['inside.fills = []; return inside.fills', '[]'],
    ['instance.x = 9; return instance.x', '9'],
    [
      'instance.mainComponent',
      'throws in get_mainComponent: Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync() instead'
    ],
    ['return instance.getMainComponentAsync()', 'null']
  ]
  test.each(cases)('%s', async (statements, expected) => {
    expect(await outcome(`${made}; ${statements}`, { prepare: withInstance })).toBe(expected)
  })
})

describe('pages that are not loaded', () => {
  const made = `const other = figma.createPage(); other.name = 'Other'`
  const cases: readonly (readonly [string, string | RegExp])[] = [
    ['return [figma.root.children.length, other.name]', '[2,"Other"]'],
    ['other.children', /^throws in get_children: Cannot access .*loadAsync/],
    ['other.findAll()', /^throws in findAll: Cannot access .*loadAsync/],
    ['figma.root.findAll()', /^throws in findAll: Cannot search .*loadAllPagesAsync/],
    ['await other.loadAsync(); return other.children', '[]'],
    ['await figma.loadAllPagesAsync(); return figma.root.findAll().length', '2'],
    ['await figma.setCurrentPageAsync(other); return other.children', '[]']
  ]
  test.each(cases)('%s', async (statements, expected) => {
    expect(await outcome(`${made}; ${statements}`)).toMatch(expected)
  })
})

describe('auto-layout', () => {
  const made = `
    const row = figma.createFrame()
    const [a, b] = [figma.createRectangle(), figma.createRectangle()]
    row.appendChild(a); row.appendChild(b)
    row.layoutMode = 'HORIZONTAL'; row.itemSpacing = 10`
  const cases: readonly (readonly [string, string])[] = [
    ['return [a.x, b.x]', '[0,110]'],
    ['b.x = 5; return b.x', '110'],
    ['b.relativeTransform = [[1, 0, 3], [0, 1, 3]]; return [b.x, b.y]', '[110,0]'],
    [`b.layoutPositioning = 'ABSOLUTE'; b.x = 5; return b.x`, '5'],
    [`row.layoutSizingHorizontal = 'HUG'; return row.width`, '210'],
    [
      `row.layoutSizingHorizontal = 'HUG'; row.resize(300, 100); return [row.layoutSizingHorizontal, row.width]`,
      '["FIXED",300]'
    ],
    [
      `row.layoutSizingHorizontal = 'HUG'; row.resizeWithoutConstraints(300, 100); return row.primaryAxisSizingMode`,
      '"FIXED"'
    ]
  ]
  test.each(cases)('%s', async (statements, expected) => {
    expect(await outcome(`${made}; ${statements}`)).toBe(expected)
  })
})

describe('growing a frame as the plugin does', () => {
  it('leaves the children where they are seen, turned or not', async () => {
    const result = await outcome(`
      const frame = figma.createFrame()
      const child = figma.createRectangle()
      frame.appendChild(child)
      frame.rotation = 20; frame.x = 300
      const before = child.absoluteTransform
      const [left, top, right, bottom] = [30, 40, 10, 20]
      frame.resizeWithoutConstraints(frame.width + left + right, frame.height + top + bottom)
      child.x += left; child.y += top
      const [[a, c, x], [b, d, y]] = frame.relativeTransform
      frame.relativeTransform = [[a, c, x - a * left - c * top], [b, d, y - b * left - d * top]]
      const after = child.absoluteTransform
      return [0, 1].every((row) => [0, 1, 2].every((column) => Math.abs(before[row][column] - after[row][column]) < 1e-9))`)
    expect(result).toBe('true')
  })
})
