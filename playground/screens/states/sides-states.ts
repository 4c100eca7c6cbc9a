import { stretchAndMove } from '../../../src/core/geometry/affine'
import { ellipseOutline } from '../../../src/core/geometry/outline'
import type { RoundedBox } from '../../../src/core/geometry/rounded-box'
import { maxPromptLength } from '../../../src/core/limits'
import type { AppState } from '../../../src/ui/state/app-state'
import { growing } from './base-states'
import { layerNames } from './samples/layer-names'
import type { Pictures } from './samples/pictures'
import { type Box, contentOf, sidesTarget } from './samples/targets'

const promptOfADesigner = 'A wide sandy beach at low tide, soft morning light, nobody in sight'

const circle = { kind: 'shape', name: 'Ellipse 1', outline: ellipseOutline() } as const
const oneSide = { top: '0', right: '50%', bottom: '0', left: '0' }

/** One layer whose sides grow. */
export function sidesStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const frame = growing(pictures)
  const layer = sidesTarget()
  const background = contentOf(layer, {
    kind: 'background',
    liveLayers: 3,
    liveShapes: [
      liveBox({ x: 60, y: 60, width: 420, height: 64 }),
      liveBox({ x: 60, y: 140, width: 300, height: 32 }),
      liveBox({ x: 60, y: 480, width: 160, height: 56 })
    ]
  })
  const everything = contentOf(layer)
  const { selection } = frame
  return {
    'Sides: the layer’s own fill is the picture': {
      ...frame,
      selection: selection && {
        ...selection,
        frame: { kind: 'obstacle', obstacle: { kind: 'picture-is-fill', name: 'Hero' } }
      }
    },
    'Sides: a frame': frame,
    'Sides: a component': growing(pictures, { kind: 'component', name: 'Card' }),
    'Sides: a shape': growing(pictures, { kind: 'shape', name: 'Rectangle 12' }),
    'Sides: a circle that grows': growing(pictures, circle),
    'Sides: a circle that would be cut, the image goes behind': {
      ...growing(pictures, circle),
      insetTexts: oneSide
    },
    'Sides: a group, the image goes behind': growing(pictures, {
      kind: 'other',
      name: 'Group 4',
      placing: 'behind'
    }),
    'Sides: clipped by a frame': growing(pictures, {
      clip: { name: 'Phone', width: 860, height: 640, place: stretchAndMove(1, 1, 20, 20) }
    }),
    'Sides: background only': growing(pictures, { contents: [background, everything] }),
    'Sides: background only, one live layer': growing(pictures, {
      contents: [
        { ...background, liveLayers: 1, liveShapes: [liveBox({ x: 60, y: 480, width: 160, height: 56 })] },
        everything
      ]
    }),
    'Sides: everything, seen twice': {
      ...growing(pictures, { contents: [background, { ...everything, seenTwice: 'Glass panel' }] }),
      chosenContent: 'everything'
    },
    'Sides: everything': {
      ...growing(pictures, { contents: [background, everything] }),
      chosenContent: 'everything'
    },
    'Sides: everything one can say of a layer': {
      ...growing(pictures, {
        kind: 'component',
        contents: [background, { ...everything, seenTwice: 'Glass panel' }],
        clip: { name: 'Phone', width: 860, height: 640, place: stretchAndMove(1, 1, 20, 20) }
      }),
      chosenContent: 'everything',
      prompt: promptOfADesigner,
      prompts: [promptOfADesigner],
      settings: { ...frame.settings, variants: 4 }
    },
    'Sides: no picture yet': { ...frame, thumbnail: null, isPictureComing: true },
    'Sides: no picture': { ...frame, thumbnail: null },
    'Sides: a text': growing(pictures, { kind: 'text', name: 'Headline', placing: 'behind' }),
    'Sides: mostly new': {
      ...growing(pictures, { width: 240, height: 180 }),
      growthKind: 'size',
      sizeTexts: { width: '1080', height: '1080' }
    },
    'Sides: a tall and thin layer': growing(pictures, { width: 90, height: 1600 }),
    'Sides: a fractional size': growing(pictures, { width: 333.333, height: 100.5 }),
    'Sides: one side only': { ...frame, insetTexts: oneSide },
    'Sides: not a number': { ...frame, insetTexts: { ...frame.insetTexts, right: 'wide' } },
    'Sides: a negative number': { ...frame, insetTexts: { ...frame.insetTexts, bottom: '-20' } },
    'Sides: nothing to add': { ...frame, insetTexts: { top: '0', right: '0', bottom: '0', left: '0' } },
    'Sides: too long and thin': {
      ...growing(pictures, { width: 800, height: 20 }),
      insetTexts: { top: '0', right: '40000', bottom: '0', left: '0' }
    },
    'Sides: too small within the new size': {
      ...growing(pictures, { width: 40, height: 40 }),
      insetTexts: { top: '20000', right: '20000', bottom: '0', left: '0' }
    },
    'Sides: a typed prompt, recent prompts': {
      ...frame,
      prompt: promptOfADesigner,
      prompts: [promptOfADesigner, 'More of the wooden table', 'Night sky over the launch pad']
    },
    'Sides: the longest prompt': {
      ...frame,
      prompt: 'lorem ipsum dolor '.repeat(20).slice(0, maxPromptLength)
    },
    'Sides: the prompt is too long': {
      ...frame,
      prompt: 'lorem ipsum dolor '.repeat(20).slice(0, maxPromptLength + 40)
    },
    'Sides: 4 variants': { ...frame, settings: { ...frame.settings, variants: 4 } },
    'Sides: over the cap': { ...frame, settings: { ...frame.settings, variants: 4, requestCap: 3 } },
    'Ratio: 16:9': { ...frame, growthKind: 'ratio' },
    'Ratio: 9:16, the picture at the bottom': {
      ...frame,
      growthKind: 'ratio',
      ratio: '9:16',
      anchor: { across: 'start', down: 'end' }
    },
    'Ratio: has it already': {
      ...growing(pictures, { width: 600, height: 600 }),
      growthKind: 'ratio',
      ratio: '1:1'
    },
    'Size: large enough': { ...frame, growthKind: 'size', sizeTexts: { width: '1440', height: '900' } },
    'Size: nothing typed': { ...frame, growthKind: 'size' },
    'Size: too small': { ...frame, growthKind: 'size', sizeTexts: { width: '640', height: '900' } },
    'Size: not a number': { ...frame, growthKind: 'size', sizeTexts: { width: '1440', height: 'tall' } },
    'Name: 200 characters': growing(pictures, { name: layerNames.long }),
    'Name: 200 characters without a space': growing(pictures, {
      name: layerNames.unbroken,
      placing: 'behind'
    }),
    'Name: right to left': growing(pictures, { name: layerNames.rightToLeft, placing: 'behind' }),
    'Name: emoji': growing(pictures, { name: layerNames.emoji, placing: 'behind' })
  }
}

/** A layer that stays live on top, in the units of the layer that it is on. */
function liveBox({ x, y, width, height }: Box): RoundedBox {
  return { width, height, radii: [0, 0, 0, 0], place: stretchAndMove(1, 1, x, y) }
}
