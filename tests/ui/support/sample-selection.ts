import { stretchAndMove } from '../../../src/core/geometry/affine'
import type { Found, Selection, SidesTarget } from '../../../src/core/plan/target'

const origin = { pageId: '0:1', place: stretchAndMove(1, 1, 0, 0) }

/** A shape of 300 × 100 that can grow. */
export function sidesTarget(nodeId: string, name = nodeId): SidesTarget {
  return {
    nodeId,
    name,
    kind: 'shape',
    origin,
    placing: 'grow',
    outline: { kind: 'box' },
    contents: [
      {
        kind: 'background',
        layers: [{ source: { nodeId, content: 'backdrop' }, imagePlace: stretchAndMove(300, 100, 0, 0) }],
        nativeScale: 2,
        liveLayers: 0,
        liveShapes: [],
        seenTwice: null
      }
    ],
    clip: null,
    width: 300,
    height: 100
  }
}

/** The same, with nothing but a colour in it. */
export function withoutImage(nodeId: string): Found<SidesTarget> {
  const target = sidesTarget(nodeId)
  const [content] = target.contents
  return { kind: 'target', target: { ...target, contents: [{ ...content, nativeScale: null }] } }
}

const noFrame = {
  kind: 'obstacle',
  obstacle: { kind: 'no-frame-around', name: 'x', parentType: 'PAGE' }
} as const

/** A frame of 400 × 300 with a photo of 100 × 100 in its corner: it has an empty area. */
function frameFound(nodeId: string): Selection['frame'] {
  return {
    kind: 'target',
    target: {
      nodeId,
      name: nodeId,
      origin,
      width: 400,
      height: 300,
      clip: null,
      isFilled: false,
      subjectIds: [`${nodeId}-photo`],
      layers: [
        {
          nodeId: `${nodeId}-photo`,
          name: 'Photo',
          shape: { width: 100, height: 100, radii: [0, 0, 0, 0], place: stretchAndMove(1, 1, 0, 0) },
          imagePlace: stretchAndMove(100, 100, 0, 0),
          nativeScale: 1,
          unfit: null,
          hidesBeneath: false,
          mayBeSeeThrough: false
        }
      ]
    }
  }
}

/** One shape on the page, or several. */
export function shapesSelected(...ids: readonly [string, ...string[]]): Selection {
  const found = (id: string): Found<SidesTarget> => ({ kind: 'target', target: sidesTarget(id) })
  const isOne = ids.length === 1
  return {
    nodeIds: ids,
    sides: isOne
      ? found(ids[0])
      : { kind: 'obstacle', obstacle: { kind: 'several-selected', count: ids.length } },
    frame: isOne ? noFrame : { kind: 'obstacle', obstacle: { kind: 'different-parents' } },
    each: isOne ? [] : ids.map((id) => ({ nodeId: id, name: id, sides: found(id), frame: noFrame }))
  }
}

/** Enlarged frames on the page: `frames` names, for each selected layer, the frame that it means. */
export function framesSelected(...frames: readonly string[]): Selection {
  return {
    nodeIds: frames.map((_, index) => `layer-${index}`),
    sides: { kind: 'obstacle', obstacle: { kind: 'several-selected', count: frames.length } },
    frame: { kind: 'obstacle', obstacle: { kind: 'different-parents' } },
    each: frames.map((frame, index) => ({
      nodeId: `layer-${index}`,
      name: `Layer ${index}`,
      sides: { kind: 'target', target: sidesTarget(`layer-${index}`) },
      frame: frameFound(frame)
    }))
  }
}
