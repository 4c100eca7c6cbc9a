import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlaygroundDocument } from '../../../playground/document/document'
import { History } from '../../../playground/document/history'
import { dumpScene } from '../../../playground/document/scene/rest'
import { allNodes, arbitraryDocument, paint } from './arbitrary-document'
import { documentWith, layer, named } from './build-document'

function textOf(document: PlaygroundDocument): string {
  return JSON.stringify(dumpScene(document))
}

describe('undo', () => {
  test('nothing changed, no step', () => {
    const document = documentWith(layer('FRAME'))
    const history = new History(document)
    history.commit()
    named(document, 'Frame').fills = [...named(document, 'Frame').fills]
    history.commit()
    expect(history.undo()).toBe(false)
  })

  test('a step is all that changed between two commits', () => {
    const document = documentWith(layer('FRAME', { name: 'a' }), layer('FRAME', { name: 'b' }))
    const history = new History(document)
    named(document, 'a').opacity = 0.5
    named(document, 'b').opacity = 0.5
    history.commit()
    expect(history.undo()).toBe(true)
    expect([named(document, 'a').opacity, named(document, 'b').opacity]).toEqual([1, 1])
    expect(history.redo()).toBe(true)
    expect([named(document, 'a').opacity, named(document, 'b').opacity]).toEqual([0.5, 0.5])
  })

  test('what was not committed counts as a step', () => {
    const document = documentWith(layer('FRAME', { name: 'a' }))
    const history = new History(document)
    named(document, 'a').name = 'b'
    expect(history.undo()).toBe(true)
    expect(document.currentPage.children[0]?.name).toBe('a')
  })

  test('node objects stay the same, and removed ones are there again', () => {
    const document = documentWith(layer('FRAME', { name: 'frame' }, [layer('TEXT', { name: 'text' })]))
    const history = new History(document)
    const frame = named(document, 'frame')
    const text = named(document, 'text')
    document.remove(frame)
    history.commit()
    history.undo()
    expect(document.get(frame.id)).toBe(frame)
    expect(document.get(text.id)).toBe(text)
    expect([frame.removed, text.removed, text.parent]).toEqual([false, false, frame])
    history.redo()
    expect([frame.removed, text.removed]).toEqual([true, true])
  })

  test('what was made since is removed', () => {
    const document = documentWith()
    const history = new History(document)
    const made = document.createNode('RECTANGLE')
    document.insert(document.currentPage, 0, made)
    history.commit()
    history.undo()
    expect([made.removed, document.get(made.id)]).toEqual([true, null])
    history.redo()
    expect(document.get(made.id)).toBe(made)
  })

  test('a new edit ends what could be done again', () => {
    const document = documentWith(layer('FRAME', { name: 'a' }))
    const history = new History(document)
    named(document, 'a').opacity = 0.5
    history.commit()
    history.undo()
    named(document, 'a').opacity = 0.25
    expect(history.redo()).toBe(false)
    expect(named(document, 'a').opacity).toBe(0.25)
  })

  test('brings back every byte after any edits, there and back again', () => {
    const edits = fc.array(
      fc.record({ action: fc.nat(4), target: fc.nat(40), amount: fc.integer({ min: 1, max: 300 }), paint }),
      { minLength: 1, maxLength: 8 }
    )
    fc.assert(
      fc.property(arbitraryDocument, edits, (document, list) => {
        document.changed()
        const history = new History(document)
        const states = [textOf(document)]
        for (const edit of list) {
          applyEdit(document, edit)
          document.changed()
          history.commit()
          const state = textOf(document)
          if (state !== states[states.length - 1]) {
            states.push(state)
          }
        }
        for (const state of [...states].reverse().slice(1)) {
          expect(history.undo()).toBe(true)
          expect(textOf(document)).toBe(state)
        }
        expect(history.undo()).toBe(false)
        for (const state of states.slice(1)) {
          expect(history.redo()).toBe(true)
          expect(textOf(document)).toBe(state)
        }
      }),
      { numRuns: 30 }
    )
  })
})

function applyEdit(
  document: PlaygroundDocument,
  edit: { action: number; target: number; amount: number; paint: Paint }
): void {
  const nodes = allNodes(document).filter((node) => node.type !== 'PAGE')
  const node = nodes[edit.target % Math.max(1, nodes.length)]
  if (node === undefined) {
    return
  }
  switch (edit.action) {
    case 0:
      document.remove(node)
      break
    case 1:
      node.fills = [...node.fills, edit.paint]
      break
    case 2:
      document.insert(document.currentPage, 0, document.clone(node))
      break
    case 3:
      document.insert(document.currentPage, 0, node)
      break
    default:
      node.width += edit.amount
  }
}
