import type { Params, Reply } from '../bridge/protocol'
import { stretchAndMove } from '../core/affine'
import type { DocumentFailure } from '../core/document-failure'
import { growBy } from '../core/insets'
import { fail, succeed, type Outcome } from '../core/outcome'
import type { Placement } from '../core/placement'
import type { Recipe } from '../core/recipe'
import type { Size } from '../core/size'
import { addGrownFill } from './add-fill'
import { canGrow, hasFillStyle } from './can-grow'
import { createFill } from './create-fill'
import { documentError } from './document-error'
import { growNode } from './grow-node'
import { isSameSize } from './is-same-place'
import { isBehind, placeBehind, placeBeneathAll } from './place-behind'

/** The entry of a layer's own data with the recipe of the image that it shows. */
const recipeEntry = 'recipe'

interface Placed {
  readonly geometry: Reply<'place-result'>['geometry']
  /** The layer that shows the image now; null where it did so before this call. */
  readonly shownBy: SceneNode | null
}

/**
 * Puts the image where the placement says. A layer that can no longer grow as planned keeps its size and its fills, with
 * the image in a new layer behind it; a layer whose size was changed meanwhile is covered. One undo step; on failure
 * nothing is changed.
 */
export async function placeResult({
  image,
  placement,
  recipe
}: Params<'place-result'>): Promise<Outcome<Reply<'place-result'>, DocumentFailure>> {
  const node = await figma.getNodeByIdAsync(placement.nodeId)
  if (node === null || node.removed) {
    return fail({ kind: 'node-gone' })
  }
  if (node.type === 'PAGE' || node.type === 'DOCUMENT' || !('absoluteTransform' in node)) {
    return fail({ kind: 'node-changed' })
  }
  const created = createFill(image, canvasOf(placement))
  if (!created.ok) {
    return created
  }
  figma.commitUndo()
  try {
    const { geometry, shownBy } = place(node, created.value, placement)
    keepRecipe(shownBy, recipe)
    figma.commitUndo()
    return succeed({ geometry })
  } catch (error) {
    return fail({ kind: 'cannot-write', detail: documentError(error) })
  }
}

function canvasOf(placement: Placement): Size {
  return placement.kind === 'fill' ? placement.frame : growBy(placement.subject, placement.insets)
}

/** Writes everything at once, or throws with everything as it was. */
function place(node: SceneNode, fill: ImagePaint, placement: Placement): Placed {
  switch (placement.kind) {
    case 'fill':
      return fillFrame(node, fill, placement)
    case 'grow':
      return grow(node, fill, placement)
    case 'behind':
      return behind(node, fill, placement)
  }
}

function fillFrame(node: SceneNode, fill: ImagePaint, { frame }: Placement & { kind: 'fill' }): Placed {
  if (!('fills' in node) || node.fills === figma.mixed) {
    throw new Error(`a ${node.type} takes no fill`)
  }
  const geometry = isSameSize(node, frame) ? 'filled' : 'changed-meanwhile'
  if (hasFillStyle(node) && (node.type === 'FRAME' || node.type === 'COMPONENT')) {
    // A new fill would detach the style of the frame's own.
    const [lowest] = node.children
    if (lowest === undefined || !showsOnly(lowest, fill)) {
      return { geometry: 'behind', shownBy: placeBeneathAll(node, fill) }
    }
    return { geometry: 'behind', shownBy: null }
  }
  if (!includes(node.fills, fill)) {
    node.fills = [...node.fills, fill]
  }
  return { geometry, shownBy: node }
}

function grow(node: SceneNode, fill: ImagePaint, placement: Placement & { kind: 'grow' }): Placed {
  const { subject, insets, above } = placement
  if (
    'fills' in node &&
    node.fills !== figma.mixed &&
    includes(node.fills, fill) &&
    isSameSize(node, growBy(subject, insets))
  ) {
    // The answer of an earlier call was late: the image is here already.
    return { geometry: 'grown', shownBy: null }
  }
  if (!canGrow(node) || node.fills === figma.mixed) {
    return behind(node, fill, placement)
  }
  if (!isSameSize(node, subject)) {
    node.fills = [...node.fills, fill]
    return { geometry: 'changed-meanwhile', shownBy: node }
  }
  const { fills } = node
  let restore: (() => void) | null = null
  try {
    restore = growNode(node, insets)
    node.fills = addGrownFill(fills, fill, { above, subject, insets })
    return { geometry: 'grown', shownBy: node }
  } catch {
    restore?.()
    return behind(node, fill, placement)
  }
}

/** The rectangle lies around the layer as the canvas around the subject; around another size it covers it, unstretched. */
function behind(
  node: SceneNode,
  fill: ImagePaint,
  { subject, insets }: Placement & { kind: 'grow' | 'behind' }
): Placed {
  if (isBehind(node, fill.imageHash)) {
    return { geometry: 'behind', shownBy: null }
  }
  const isSame = isSameSize(node, subject)
  const scale = isSame ? 1 : Math.max(node.width / subject.width, node.height / subject.height)
  const canvas = growBy(subject, insets)
  const left = insets.left * scale + (subject.width * scale - node.width) / 2
  const top = insets.top * scale + (subject.height * scale - node.height) / 2
  const shownBy = placeBehind(
    node,
    fill,
    { width: canvas.width * scale, height: canvas.height * scale },
    stretchAndMove(1, 1, -left, -top)
  )
  return { geometry: isSame ? 'behind' : 'changed-meanwhile', shownBy }
}

/** Without its recipe, the image is as good: what is paid for is not lost over it. */
function keepRecipe(node: SceneNode | null, recipe: Recipe): void {
  try {
    node?.setPluginData(recipeEntry, JSON.stringify(recipe))
  } catch {
    // A layer that takes no data of its own, as some in instances.
  }
}

function includes(fills: readonly Paint[], { imageHash }: ImagePaint): boolean {
  return fills.some((paint) => paint.type === 'IMAGE' && paint.imageHash === imageHash)
}

function showsOnly(node: SceneNode, fill: ImagePaint): boolean {
  return node.type === 'RECTANGLE' && node.fills !== figma.mixed && includes(node.fills, fill)
}
