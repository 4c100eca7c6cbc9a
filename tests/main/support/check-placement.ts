import type { Insets } from '../../../src/core/geometry/insets'
import { fillProblems } from './check-fills'
import { type Change, compareLayers, type Verdict } from './compare-layers'
import { type Corners, cornersOn, recordOf } from './seen-layers'

/** What should have happened to one document. Lengths in document units. */
export interface Placed extends Change {
  readonly imageHash: string
}

/** Without meaning for a layer that no auto layout places; the platform resets them with the size. */
const flowing = ['layoutGrow', 'layoutAlign'] as const
const growing = [
  ...(['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'fills'] as const),
  ...(['pluginData', 'relaunchData'] as const),
  // `resizeWithoutConstraints` fixes what hugged or filled (plugin-api.d.ts, `layoutSizingHorizontal`).
  ...(['primaryAxisSizingMode', 'counterAxisSizingMode'] as const),
  ...flowing
]

/** The layer's box is the canvas, its old place that of (left, top) in it; nothing else is anywhere else. */
export function checkGrown(placed: Placed, insets: Insets, above: 'images' | 'everything'): Verdict {
  const { targetId } = placed
  const verdict = compareLayers(placed, {
    boxes: new Map([[targetId, canvasCorners(placed, insets)]]),
    free: new Map([[targetId, growing]]),
    added: null
  })
  const fills = recordOf(placed.after, targetId)?.fills ?? []
  return {
    ...verdict,
    problems: [
      ...verdict.problems,
      ...fillProblems(recordOf(placed.before, targetId)?.fills ?? [], fills, placed.imageHash, above)
    ]
  }
}

/** One rectangle is new, directly behind the anchor, over the canvas; nothing else is different. */
export function checkBehind(placed: Placed, insets: Insets): Verdict {
  return checkNewRectangle(placed, anchorOf(placed), canvasCorners(placed, insets))
}

/** The image is the topmost fill, and nothing else is different. */
export function checkFilled(placed: Placed): Verdict {
  const { before, after, targetId, imageHash } = placed
  const target = recordOf(before, targetId)
  if (target !== undefined && target.fillStyleId !== '') {
    // Its fills are a style's: the image is a rectangle beneath all that is in it.
    return checkNewRectangle(placed, target.childIds[0] ?? null, canvasCorners(placed, noInsets), targetId)
  }
  const verdict = compareLayers(placed, {
    boxes: new Map(),
    free: new Map([[targetId, ['fills', 'pluginData', 'relaunchData']]]),
    added: null
  })
  const problems = fillProblems(
    target?.fills ?? [],
    recordOf(after, targetId)?.fills ?? [],
    imageHash,
    'everything'
  )
  return { ...verdict, problems: [...verdict.problems, ...problems] }
}

const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

function canvasCorners({ before, targetId }: Placed, { top, right, bottom, left }: Insets): Corners {
  const target = before.layers.get(targetId)
  if (target === undefined) {
    throw new Error(`there was no layer ${targetId}`)
  }
  const { width, height } = target.record
  return cornersOn(target.absolute, -left, -top, width + right, height + bottom)
}

/** The layer itself; outside of instances; where auto layout places its groups, the outermost of them. */
function anchorOf({ before, targetId }: Placed): string {
  let anchor = targetId
  for (let id: string | undefined = targetId; id !== undefined; id = before.layers.get(id)?.parentId) {
    anchor = recordOf(before, id)?.type === 'INSTANCE' ? id : anchor
  }
  let outermost = anchor
  for (;;) {
    const parentId: string | undefined = before.layers.get(outermost)?.parentId
    if (parentId === undefined || recordOf(before, parentId)?.type !== 'GROUP') {
      const isFree = recordOf(before, outermost)?.layoutPositioning === 'ABSOLUTE'
      const layoutMode = parentId === undefined ? 'NONE' : (recordOf(before, parentId)?.layoutMode ?? 'NONE')
      return layoutMode !== 'NONE' && !isFree ? outermost : anchor
    }
    outermost = parentId
  }
}

function checkNewRectangle(
  placed: Placed,
  anchorId: string | null,
  corners: Corners,
  givenParentId?: string
): Verdict {
  const { before, after, imageHash } = placed
  const added = [...after.layers.keys()].filter((id) => !before.layers.has(id))
  const [id] = added
  const rectangle = id === undefined ? undefined : after.layers.get(id)
  if (id === undefined || rectangle === undefined || added.length > 1) {
    return { problems: [`${added.length} new layers`], deviationPx: 0 }
  }
  const parentId = givenParentId ?? (anchorId === null ? '' : (before.layers.get(anchorId)?.parentId ?? ''))
  const { record } = rectangle
  const siblings = after.snapshot.nodes.get(parentId)?.childIds ?? []
  const [paint, ...more] = record.fills
  const problems = [
    ...(rectangle.parentId === parentId
      ? []
      : [`the new layer is in ${rectangle.parentId}, not ${parentId}`]),
    ...(siblings[siblings.indexOf(id) + 1] === (anchorId ?? undefined) ? [] : ['it is not directly behind']),
    ...(record.type === 'RECTANGLE' && record.visible ? [] : [`it is a ${record.type}`]),
    ...(paint?.type === 'IMAGE' && paint.imageHash === imageHash && more.length === 0
      ? []
      : ['it does not show the image'])
  ]
  const verdict = compareLayers(placed, {
    boxes: new Map([[id, corners]]),
    // A layer that was to grow may have been resized and resized back.
    free: new Map([[placed.targetId, flowing]]),
    added: { id, parentId }
  })
  return { ...verdict, problems: [...problems, ...verdict.problems] }
}
