import type { DocumentNode } from '../../../document/node'
import { mixed } from '../../vm/wire'
import type { ApiHost } from '../api-host'
import { aNumber, arrayOf, oneOf } from '../check'
import { filledKinds, frameKinds, geometryKinds } from '../kinds'
import type { NodeProperties } from '../member-types'
import { aPaintList, completePaints } from './appearance'

type Side = 'top' | 'right' | 'bottom' | 'left'
type Names =
  | 'strokes'
  | 'strokeWeight'
  | 'strokeTopWeight'
  | 'strokeRightWeight'
  | 'strokeBottomWeight'
  | 'strokeLeftWeight'
  | 'strokeAlign'
  | 'strokeCap'
  | 'strokeJoin'
  | 'dashPattern'

/** Assigning paints ends the link to a style. */
export function setStrokes(node: DocumentNode, paints: readonly Paint[], host: ApiHost): void {
  node.strokes = completePaints(paints, host)
  node.strokeStyleId = ''
}

function weightsOf(node: DocumentNode): Readonly<Record<Side, number>> {
  const { strokeWeight: all } = node
  return node.individualStrokeWeights ?? { top: all, right: all, bottom: all, left: all }
}

function sideWeight(side: Side) {
  return {
    kinds: [...frameKinds, 'RECTANGLE'] as const,
    get: (node: DocumentNode): number => weightsOf(node)[side],
    set: {
      check: aNumber({ min: 0 }),
      apply: (node: DocumentNode, value: number): void => {
        node.individualStrokeWeights = { ...weightsOf(node), [side]: value }
      }
    }
  }
}

/** How a node is stroked. */
export const strokeProperties: NodeProperties<Names> = {
  strokes: {
    kinds: filledKinds,
    get: (node) => node.strokes,
    set: {
      check: aPaintList,
      apply: (node, value, host) => {
        setStrokes(node, value, host)
      }
    }
  },
  strokeWeight: {
    kinds: filledKinds,
    get: (node): number | PluginAPI['mixed'] => {
      const { top, right, bottom, left } = weightsOf(node)
      return top === right && top === bottom && top === left ? top : mixed
    },
    set: {
      check: aNumber({ min: 0 }),
      apply: (node, value) => {
        node.strokeWeight = value
        node.individualStrokeWeights = null
      }
    }
  },
  strokeTopWeight: sideWeight('top'),
  strokeRightWeight: sideWeight('right'),
  strokeBottomWeight: sideWeight('bottom'),
  strokeLeftWeight: sideWeight('left'),
  strokeAlign: {
    kinds: filledKinds,
    get: (node) => node.strokeAlign,
    set: {
      check: oneOf(['INSIDE', 'CENTER', 'OUTSIDE']),
      apply: (node, value) => {
        node.strokeAlign = value
      }
    }
  },
  strokeCap: { kinds: geometryKinds, get: (node) => node.strokeCap },
  strokeJoin: {
    kinds: filledKinds,
    get: (node) => node.strokeJoin,
    set: {
      check: oneOf(['MITER', 'BEVEL', 'ROUND']),
      apply: (node, value) => {
        node.strokeJoin = value
      }
    }
  },
  dashPattern: {
    kinds: filledKinds,
    get: (node) => node.dashPattern,
    set: {
      check: arrayOf(aNumber({ min: 0 })),
      apply: (node, value) => {
        node.dashPattern = value
      }
    }
  }
}
