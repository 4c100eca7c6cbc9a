import { describe, expect, test, vi } from 'vitest'
import { PlaygroundDocument } from '../../../playground/document/document'
import { documentWith, layer, named } from './build-document'

describe('new nodes', () => {
  test.each([
    ['FRAME', 100, 100, 1, 0],
    ['RECTANGLE', 100, 100, 1, 0],
    ['LINE', 100, 0, 0, 1],
    ['TEXT', 0, 15, 1, 0],
    ['COMPONENT', 100, 100, 0, 0]
  ] as const)('%s: %d × %d px, %d fills, %d strokes', (kind, width, height, fills, strokes) => {
    const node = new PlaygroundDocument().createNode(kind)
    expect(node).toMatchObject({ type: kind, width, height, parent: null, removed: false })
    expect([node.fills.length, node.strokes.length]).toEqual([fills, strokes])
  })

  test('ids are fresh, in Figma’s form, and beyond those of a file', () => {
    const document = new PlaygroundDocument()
    document.createNodeWithId('FRAME', '203:15')
    document.createNodeWithId('FRAME', 'I7:1;203:80')
    const ids = [document.createNode('FRAME').id, document.createNode('FRAME').id]
    expect(ids).toEqual(['203:81', '203:82'])
  })

  test('an id that is taken is refused', () => {
    const document = new PlaygroundDocument()
    document.createNodeWithId('FRAME', '1:9')
    expect(() => document.createNodeWithId('TEXT', '1:9')).toThrow('1:9')
  })
})

describe('the tree', () => {
  test('insert counts the index after the node has left its place', () => {
    const document = documentWith(
      layer('RECTANGLE', { name: 'a' }),
      layer('RECTANGLE', { name: 'b' }),
      layer('RECTANGLE', { name: 'c' })
    )
    document.insert(document.currentPage, 1, named(document, 'a'))
    expect(document.currentPage.children.map((child) => child.name)).toEqual(['b', 'a', 'c'])
  })

  test('insert keeps the numbers of the transform', () => {
    const document = documentWith(
      layer('FRAME', { name: 'frame', x: 300 }),
      layer('RECTANGLE', { name: 'moved', x: 7, y: 8 })
    )
    document.insert(named(document, 'frame'), 0, named(document, 'moved'))
    expect(named(document, 'moved').relativeTransform).toEqual([
      [1, 0, 7],
      [0, 1, 8]
    ])
  })

  test('a node cannot be put into itself', () => {
    const document = documentWith(layer('FRAME', { name: 'outer' }, [layer('FRAME', { name: 'inner' })]))
    expect(() => {
      document.insert(named(document, 'inner'), 0, named(document, 'outer'))
    }).toThrow()
    expect(named(document, 'inner').parent?.name).toBe('outer')
  })

  test('what is removed is gone with all that is in it', () => {
    const document = documentWith(layer('FRAME', { name: 'frame' }, [layer('TEXT', { name: 'text' })]))
    const frame = named(document, 'frame')
    const text = named(document, 'text')
    document.remove(frame)
    expect([frame.removed, text.removed]).toEqual([true, true])
    expect([document.get(frame.id), document.get(text.id)]).toEqual([null, null])
    expect(document.currentPage.children).toEqual([])
  })

  test('a group vanishes with its last layer, and so does the group around it', () => {
    const document = documentWith(
      layer('GROUP', { name: 'outer' }, [
        layer('GROUP', { name: 'inner' }, [layer('RECTANGLE', { name: 'last' })])
      ])
    )
    const groups = [named(document, 'outer'), named(document, 'inner')]
    document.insert(document.currentPage, 0, named(document, 'last'))
    expect(groups.map((group) => group.removed)).toEqual([true, true])
    expect(document.currentPage.children.map((child) => child.name)).toEqual(['last'])
  })

  test('a frame stays when it is emptied', () => {
    const document = documentWith(layer('FRAME', { name: 'frame' }, [layer('RECTANGLE', { name: 'last' })]))
    document.remove(named(document, 'last'))
    expect(named(document, 'frame').removed).toBe(false)
  })

  test('a clone is deep, detached, and has fresh ids', () => {
    const document = documentWith(
      layer('FRAME', { name: 'frame', width: 321, pluginData: { recipe: '1' } }, [
        layer('TEXT', { name: 'text' })
      ])
    )
    const frame = named(document, 'frame')
    const copy = document.clone(frame)
    expect(copy).toMatchObject({ name: 'frame', width: 321, pluginData: { recipe: '1' }, parent: null })
    expect(copy.children[0]).toMatchObject({ name: 'text', parent: copy })
    expect(new Set([frame.id, frame.children[0]?.id, copy.id, copy.children[0]?.id]).size).toBe(4)
  })
})

describe('changes', () => {
  test('listeners hear of each, until they stop listening', () => {
    const document = new PlaygroundDocument()
    const listener = vi.fn()
    const stop = document.onChange(listener)
    document.changed()
    document.changed()
    stop()
    document.changed()
    expect(listener).toHaveBeenCalledTimes(2)
    expect(document.version).toBe(3)
  })
})
