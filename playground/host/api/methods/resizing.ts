import { resizeNode } from '../../../document/layout/layout'
import type { DocumentNode } from '../../../document/node'
import { rescaleNode } from '../../../document/rescale'
import { PluginError } from '../../plugin-error'
import { enclosingInstance } from '../api-host'
import { aNumber, type Check } from '../check'
import { layerKinds, sceneKinds } from '../kinds'
import type { NodeMethods } from '../member-types'

const minimumSize = 0.01

const aSize: Check<number> = (value, name) => aNumber()(value, name)

function checkSize(node: DocumentNode, width: number, height: number): void {
  aNumber({ min: minimumSize })(width, 'width')
  if (node.type !== 'LINE') aNumber({ min: minimumSize })(height, 'height')
  else if (height !== 0) throw new PluginError('Expected "height" to have value 0 for a line')
}

/** Resizing by hand or by the API fixes what hugged or filled. (plugin-api.d.ts, `layoutSizingHorizontal`) */
function fixSizes(node: DocumentNode): void {
  node.primaryAxisSizingMode = 'FIXED'
  node.counterAxisSizingMode = 'FIXED'
  node.layoutGrow = 0
  if (node.layoutAlign === 'STRETCH') node.layoutAlign = 'INHERIT'
}

function resize(node: DocumentNode, width: number, height: number, constraints: boolean): void {
  checkSize(node, width, height)
  // Inside an instance the call passes and does nothing, which is worse for a plugin than an error.
  if (enclosingInstance(node) !== null) return
  fixSizes(node)
  resizeNode(node, width, height, { constraints })
}

/** Resizes a node as a drag of its handles does: constraints of what is inside apply, nothing is scaled. */
export function resizeByHand(node: DocumentNode, width: number, height: number): void {
  if (enclosingInstance(node) !== null) return
  fixSizes(node)
  resizeNode(node, width, height, { constraints: true })
}

/** Methods that change a node's size. */
export const resizingMethods: NodeMethods<'resize' | 'resizeWithoutConstraints' | 'rescale'> = {
  resize: {
    kinds: sceneKinds,
    parameters: [aSize, aSize],
    call: (node, [width, height]) => {
      resize(node, width, height, true)
    }
  },
  resizeWithoutConstraints: {
    kinds: sceneKinds,
    parameters: [aSize, aSize],
    call: (node, [width, height]) => {
      resize(node, width, height, false)
    }
  },
  rescale: {
    kinds: layerKinds,
    parameters: [aNumber({ min: minimumSize })],
    call: (node, [scale]) => {
      if (enclosingInstance(node) !== null) return
      rescaleNode(node, scale)
    }
  }
}
