import { stretchAndMove } from '../../../src/core/geometry/affine'
import type { SidesTarget } from '../../../src/core/plan/target'
import type { AppState } from '../../../src/ui/state/app-state'
import { filling, withKey } from './base-states'
import { layerNames } from './samples/layer-names'
import { type BlockedLayer, several } from './samples/selections'
import { frameLayer, frameTarget, photo, sidesTarget } from './samples/targets'

const three = several([
  sidesTarget({ nodeId: '3:1', name: 'Banner' }),
  sidesTarget({ nodeId: '3:2', name: 'Story', width: 540, height: 960 }),
  sidesTarget({ nodeId: '3:3', name: 'Thumbnail', width: 160, height: 90 })
])

const ofOneSize = several(
  ['Banner', 'Story', 'Thumbnail'].map((name, index) =>
    sidesTarget({ nodeId: `3:${index}`, name, width: 1080, height: 1350 })
  )
)

const clippedAndEmpty = several([
  sidesTarget({
    nodeId: '3:4',
    name: 'Photo',
    clip: { name: 'Phone', width: 860, height: 640, place: stretchAndMove(1, 1, 20, 20) }
  }),
  withoutImage(sidesTarget({ nodeId: '3:5', name: 'Button', width: 160, height: 90 }))
])

function withoutImage(target: SidesTarget): SidesTarget {
  const [content] = target.contents
  return { ...target, contents: [{ ...content, nativeScale: null }] }
}

const wrongs: readonly BlockedLayer[] = [
  { name: 'Old draft', obstacle: { kind: 'hidden', name: 'Old draft' } },
  { name: 'Price', obstacle: { kind: 'inside-instance', name: 'Price', instanceName: 'Card' } },
  { name: layerNames.unbroken, obstacle: { kind: 'pattern-fill', name: layerNames.unbroken } },
  { name: 'Section 2', obstacle: { kind: 'not-expandable', name: 'Section 2', nodeType: 'SECTION' } }
]

const twenty = several(
  Array.from({ length: 20 }, (_, index) => {
    const wrong = index % 5 === 2 ? wrongs[Math.floor(index / 5)] : undefined
    return (
      wrong ?? sidesTarget({ nodeId: `4:${index}`, name: `Slide ${index + 1}`, width: 1920, height: 1080 })
    )
  })
)

const frames = ['Desktop', 'Tablet', 'Phone'].map((name, index) => ({
  nodeId: `5:${index}`,
  name,
  sides: { kind: 'target', target: sidesTarget({ nodeId: `5:${index}`, name }) } as const,
  frame: {
    kind: 'target',
    target: frameTarget({ nodeId: `5:${index}`, name, layers: [photo] })
  } as const
}))

const coveredFrames = frames.map(({ name, nodeId, sides }) => ({
  nodeId,
  name,
  sides,
  frame: {
    kind: 'target',
    target: frameTarget({
      nodeId,
      name,
      layers: [frameLayer('Photo', { x: 0, y: 0, width: 1440, height: 900 })]
    })
  } as const
}))

/** Several layers, each on its own. */
export function severalStates(): Readonly<Record<string, AppState>> {
  return {
    'Several: 3 layers': { ...withKey, selection: three },
    'Several: 2 layers, one clipped, one without an image': { ...withKey, selection: clippedAndEmpty },
    'Several: 3 layers, by size, too small for one': {
      ...withKey,
      selection: three,
      growthKind: 'size',
      sizeTexts: { width: '800', height: '800' }
    },
    'Several: 3 layers, by size, all of this size': {
      ...withKey,
      selection: ofOneSize,
      growthKind: 'size',
      sizeTexts: { width: '1080', height: '1350' }
    },
    'Several: 3 layers, by size, one of this size': {
      ...withKey,
      selection: three,
      growthKind: 'size',
      sizeTexts: { width: '540', height: '960' }
    },
    'Several: 3 layers, not a number': {
      ...withKey,
      selection: three,
      insetTexts: { ...withKey.insetTexts, left: 'far' }
    },
    'Several: 3 frames to be filled': { ...withKey, selection: { ...three, each: frames } },
    'Several: 3 frames without empty space': {
      ...withKey,
      selection: { ...three, each: coveredFrames },
      chosenMode: 'frame'
    },
    'Several: 20 layers, 4 of them obstacles': { ...withKey, selection: twenty },
    'Several: 20 layers over the cap': {
      ...withKey,
      selection: twenty,
      settings: { ...withKey.settings, variants: 4 }
    },
    'Several: no frame in common': { ...withKey, selection: twenty, chosenMode: 'frame' },
    'Several: pictures of one frame': {
      ...filling({ subjectIds: ['Photo', 'Headline'] }),
      chosenMode: 'frame'
    }
  }
}
