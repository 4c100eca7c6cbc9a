import type { FrameTarget } from '../../../../src/core/plan/frame-target'
import type { Obstacle, SelectedLayer, Selection, SidesTarget } from '../../../../src/core/plan/target'

/** One layer that can grow, directly on the page. */
export function growable(target: SidesTarget): Selection {
  const { nodeId, name } = target
  return { nodeIds: [nodeId], sides: { kind: 'target', target }, frame: noFrameAround(name), each: [] }
}

/** One frame with an empty area; its own sides can grow as well. */
export function fillable(frame: FrameTarget, sides: SidesTarget): Selection {
  return {
    nodeIds: [sides.nodeId],
    sides: { kind: 'target', target: sides },
    frame: { kind: 'target', target: frame },
    each: []
  }
}

/** Something that nothing can be done with, in either mode. */
export function blocked(obstacle: Obstacle): Selection {
  const found = { kind: 'obstacle', obstacle } as const
  return {
    nodeIds: obstacle.kind === 'nothing-selected' ? [] : ['1:1'],
    sides: found,
    frame: found,
    each: []
  }
}

/** Several layers, each of which can grow or says why not. */
export function several(layers: readonly (SidesTarget | BlockedLayer)[]): Selection {
  const each = layers.map((layer, index): SelectedLayer => {
    const { name } = layer
    return 'obstacle' in layer
      ? {
          nodeId: `9:${index}`,
          name,
          sides: { kind: 'obstacle', obstacle: layer.obstacle },
          frame: noFrameAround(name)
        }
      : { nodeId: layer.nodeId, name, sides: { kind: 'target', target: layer }, frame: noFrameAround(name) }
  })
  return {
    nodeIds: each.map(({ nodeId }) => nodeId),
    sides: { kind: 'obstacle', obstacle: { kind: 'several-selected', count: layers.length } },
    frame: { kind: 'obstacle', obstacle: { kind: 'different-parents' } },
    each
  }
}

export interface BlockedLayer {
  readonly name: string
  readonly obstacle: Obstacle
}

function noFrameAround(name: string): Selection['frame'] {
  return { kind: 'obstacle', obstacle: { kind: 'no-frame-around', name, parentType: 'PAGE' } }
}
