import {
  absoluteBoundingBox,
  absoluteRenderBounds,
  absoluteTransform,
  setRelativeTransform
} from '../../../document/geometry'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { aNumber, matching } from '../check'
import { constrainedKinds, layerKinds, sceneKinds } from '../kinds'
import type { NodeProperties } from '../member-types'
import { constraintsSchema, transformSchema } from '../value-schemas'

type Names =
  | 'x'
  | 'y'
  | 'width'
  | 'height'
  | 'rotation'
  | 'relativeTransform'
  | 'absoluteTransform'
  | 'absoluteBoundingBox'
  | 'absoluteRenderBounds'
  | 'constraints'
  | 'constrainProportions'

/** A child that its auto-layout parent places: what is set of its place is ignored. */
function isPlacedByParent(node: DocumentNode): boolean {
  return node.parent !== null && node.parent.layoutMode !== 'NONE' && node.layoutPositioning === 'AUTO'
}

function place(node: DocumentNode, transform: Transform): void {
  if (!isPlacedByParent(node)) setRelativeTransform(node, transform)
}

/** Degrees, counter-clockwise, as Figma shows them. */
function rotationOf([[cos], [sin]]: Transform): number {
  const degrees = (-Math.atan2(sin, cos) * 180) / Math.PI
  return degrees === 0 ? 0 : degrees
}

function rotated(transform: Transform, degrees: number): Transform {
  const radians = (-degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const [[a, c, x], [b, d, y]] = transform
  const mirror = a * d - b * c < 0 ? -1 : 1
  return [
    [cos, -sin * mirror, x],
    [sin, cos * mirror, y]
  ]
}

/** Where a node is and how large, in the coordinates of plugin-api.d.ts. */
export const geometryProperties: NodeProperties<Names> = {
  x: {
    kinds: sceneKinds,
    get: (node) => node.relativeTransform[0][2],
    set: {
      check: aNumber(),
      fixedInInstance: 'relative-transform',
      apply: (node, value) => {
        const [[a, c], row] = node.relativeTransform
        place(node, [[a, c, value], row])
      }
    }
  },
  y: {
    kinds: sceneKinds,
    get: (node) => node.relativeTransform[1][2],
    set: {
      check: aNumber(),
      fixedInInstance: 'relative-transform',
      apply: (node, value) => {
        const [row, [b, d]] = node.relativeTransform
        place(node, [row, [b, d, value]])
      }
    }
  },
  width: { kinds: sceneKinds, get: (node) => node.width },
  height: { kinds: sceneKinds, get: (node) => node.height },
  rotation: {
    kinds: layerKinds,
    get: (node) => rotationOf(node.relativeTransform),
    set: {
      check: aNumber(),
      fixedInInstance: 'relative-transform',
      apply: (node, value) => {
        setRelativeTransform(node, rotated(node.relativeTransform, value))
      }
    }
  },
  relativeTransform: {
    kinds: sceneKinds,
    get: (node) => node.relativeTransform,
    set: {
      check: matching<Transform>(transformSchema),
      fixedInInstance: 'relative-transform',
      apply: (node, value) => {
        const [[a, c], [b, d]] = value
        const hasUnitAxes = Math.abs(Math.hypot(a, b) - 1) < 1e-3 && Math.abs(Math.hypot(c, d) - 1) < 1e-3
        // plugin-api.d.ts: "The transform always has unit axes"; a size is set by resizing.
        if (!hasUnitAxes) throw new PluginError('Expected "relativeTransform" to have unit axes')
        const [[, , x], [, , y]] = node.relativeTransform
        const placed: Transform = [
          [a, c, x],
          [b, d, y]
        ]
        setRelativeTransform(node, isPlacedByParent(node) ? placed : value)
      }
    }
  },
  absoluteTransform: { kinds: sceneKinds, get: absoluteTransform },
  absoluteBoundingBox: { kinds: sceneKinds, get: absoluteBoundingBox },
  absoluteRenderBounds: { kinds: layerKinds, get: absoluteRenderBounds },
  constraints: {
    kinds: constrainedKinds,
    get: (node) => node.constraints,
    set: {
      check: matching<Constraints>(constraintsSchema),
      fixedInInstance: 'constraints',
      apply: (node, value) => {
        node.constraints = value
      }
    }
  },
  constrainProportions: {
    kinds: layerKinds,
    get: () => false
  }
}
