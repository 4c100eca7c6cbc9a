import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { apply } from '../../../src/core/geometry/affine'
import { documentWith, layer, named } from '../../playground/document/build-document'
import { checkBehind, checkGrown } from '../support/check-placement'
import { lookAt, type SeenDocument } from '../support/seen-layers'
import { arbitraryOrder, type Trial, tryPlacement } from '../support/try-placement'

const insets = { top: 10, right: 20, bottom: 30, left: 40 }
const image: Paint = { type: 'IMAGE', scaleMode: 'FILL', imageHash: 'new' }

describe('placing in random documents', () => {
  it('puts the image over the canvas and leaves everything else where it was', async () => {
    const came = new Map<Trial['came'], number>()
    await fc.assert(
      fc.asyncProperty(arbitraryOrder, async (order) => {
        const trial = await tryPlacement(order)
        came.set(trial.came, (came.get(trial.came) ?? 0) + 1)
        expect(trial.problems).toEqual([])
      }),
      // Fixed, so that a run tells of a change of the code and not of luck; `npm run bench` tries 10,000.
      { seed: 7, numRuns: 200 }
    )
    for (const kind of ['grown', 'behind', 'filled'] as const) {
      expect(came.get(kind) ?? 0, kind).toBeGreaterThan(15)
    }
  })
})

describe('the checks themselves', () => {
  const before = (): ReturnType<typeof documentWith> =>
    documentWith(
      layer('FRAME', { name: 'target', x: 100, y: 50, width: 200, height: 100, fills: [] }, [
        layer('RECTANGLE', { name: 'child', x: 5, y: 5 })
      ]),
      layer('RECTANGLE', { name: 'other', x: 900 })
    )
  /** What `change` makes of a document in which the target has grown as it should. */
  const grown = (change: (name: ReturnType<typeof named>) => void, of = 'target'): readonly string[] => {
    const document = before()
    const was = lookAt(document)
    const target = named(document, 'target')
    move(target, -40, -10)
    target.width = 260
    target.height = 140
    target.fills = [image]
    move(named(document, 'child'), 40, 10)
    change(named(document, of))
    return problemsOf(was, lookAt(document), target.id)
  }
  const problemsOf = (was: SeenDocument, now: SeenDocument, targetId: string): readonly string[] =>
    checkGrown({ before: was, after: now, targetId, imageHash: 'new' }, insets, 'images').problems

  it('find nothing where all is right', () => {
    expect(grown(() => undefined)).toEqual([])
  })

  test.each<readonly [string, string, (node: ReturnType<typeof named>) => void]>([
    [
      'the layer is 0.02 px off',
      'target',
      (node) => {
        move(node, 0.02, 0)
      }
    ],
    [
      'it is too small',
      'target',
      (node) => {
        node.width -= 1
      }
    ],
    [
      'a child was moved',
      'child',
      (node) => {
        move(node, 0, 1)
      }
    ],
    [
      'a child was resized',
      'child',
      (node) => {
        node.height += 1
      }
    ],
    [
      'another layer was moved',
      'other',
      (node) => {
        move(node, 1, 0)
      }
    ],
    [
      'another layer was changed',
      'other',
      (node) => {
        node.opacity = 0.5
      }
    ],
    [
      'the image is not among the fills',
      'target',
      (node) => {
        node.fills = []
      }
    ],
    [
      'a field changed that growing does not set',
      'target',
      (node) => {
        node.clipsContent = false
      }
    ]
  ])('find that %s', (_name, of, change) => {
    expect(grown(change, of)).not.toEqual([])
  })

  test.each([
    ['where it should be', 60, 40, []],
    ['a px to the side', 61, 40, ['RECTANGLE 1:5 in 0:1 is 1.000 px off']]
  ])('of a new rectangle behind: %s', (_name, x, y, problems) => {
    const document = before()
    const was = lookAt(document)
    const rectangle = document.createNode('RECTANGLE')
    Object.assign(rectangle, { width: 260, height: 140, fills: [image] })
    move(rectangle, x, y)
    document.insert(document.currentPage, 0, rectangle)
    const targetId = named(document, 'target').id
    const placed = { before: was, after: lookAt(document), targetId, imageHash: 'new' }
    expect(checkBehind(placed, insets).problems).toEqual(problems)
  })
})

function move(node: ReturnType<typeof named>, x: number, y: number): void {
  const [[a, c], [b, d]] = node.relativeTransform
  const at = apply(node.relativeTransform, 0, 0)
  node.relativeTransform = [
    [a, c, at.x + x],
    [b, d, at.y + y]
  ]
}
