import type { FrameObstacle } from '../../../src/core/plan/plan-frame'
import type { AppState } from '../../../src/ui/state/app-state'
import { filling } from './base-states'
import { layerNames } from './samples/layer-names'
import { fillable } from './samples/selections'
import { frameLayer, frameTarget, headline, photo, sidesTarget } from './samples/targets'

const everywhere = { x: 0, y: 0, width: 1440, height: 900 }
const manyLayers = Array.from({ length: 100 }, (_, index) =>
  frameLayer(index % 7 === 0 ? `Photo ${index + 1}` : `Layer ${index + 1}`, {
    x: (index % 10) * 120,
    y: Math.floor(index / 10) * 80,
    width: 90,
    height: 60
  })
)

/** A frame that says each: a new obstacle without a picture does not compile. */
const obstacles: Readonly<Record<FrameObstacle['kind'], AppState>> = {
  'nothing-kept': { ...filling(), chosenSubjects: [] },
  'outside-frame': inFrameMode({ layers: [frameLayer('Photo', { ...everywhere, x: 2000 })] }),
  'already-covered': inFrameMode({ layers: [frameLayer('Photo', everywhere), headline] }),
  'beneath-others': inFrameMode({
    layers: [photo, frameLayer('Colour overlay', everywhere, { hidesBeneath: true })]
  }),
  'too-long-and-thin': inFrameMode({
    width: 80_000,
    height: 100,
    layers: [frameLayer('Photo', { x: 0, y: 0, width: 800, height: 100 })]
  }),
  'see-through': inFrameMode({ layers: [{ ...photo, unfit: 'see-through' }] }),
  blended: inFrameMode({ layers: [{ ...photo, unfit: 'blended' }] }),
  masked: inFrameMode({ layers: [{ ...photo, unfit: 'masked' }] })
}

/** One frame whose empty area is filled. */
export function frameStates(): Readonly<Record<string, AppState>> {
  return {
    'Frame: 2 layers': filling(),
    'Frame: a layer in it is selected': {
      ...filling(),
      selection: fillable(frameTarget(), sidesTarget({ name: 'Photo' }))
    },
    'Frame: filled already': filling({ isFilled: true }),
    'Frame: no picture yet': { ...filling(), isPictureComing: true },
    'Frame: 100 layers, 15 of them the picture': filling({
      layers: manyLayers,
      subjectIds: manyLayers.filter(({ name }) => name.startsWith('Photo')).map(({ nodeId }) => nodeId)
    }),
    'Frame: a round picture': filling({
      layers: [
        {
          ...photo,
          shape: { ...photo.shape, width: 800, height: 800, radii: [400, 400, 400, 400] }
        },
        headline
      ]
    }),
    'Frame: larger than a fill can be': filling({
      width: 9600,
      height: 5400,
      layers: [frameLayer('Photo', { x: 2000, y: 0, width: 5000, height: 5400 })]
    }),
    'Frame: long names of layers': filling({
      name: layerNames.unbroken,
      layers: [
        { ...photo, name: layerNames.unbroken },
        { ...headline, name: layerNames.long },
        frameLayer(layerNames.rightToLeft, { x: 0, y: 0, width: 90, height: 90 }),
        frameLayer(layerNames.emoji, { x: 0, y: 90, width: 90, height: 90 })
      ]
    }),
    ...Object.fromEntries(
      Object.entries(obstacles).map(([kind, state]) => [`Frame obstacle: ${kind}`, state])
    )
  }
}

function inFrameMode(change: Parameters<typeof filling>[0]): AppState {
  return { ...filling(change), chosenMode: 'frame' }
}
