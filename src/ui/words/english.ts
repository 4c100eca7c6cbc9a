import { englishFailures } from './english-failures'
import type { Words } from './words'

const nodeKinds: Readonly<Record<string, string>> = {
  GROUP: 'a group',
  TEXT: 'text',
  VECTOR: 'a vector',
  LINE: 'a line',
  INSTANCE: 'an instance',
  SECTION: 'a section',
  COMPONENT_SET: 'a set of variants',
  BOOLEAN_OPERATION: 'a boolean group',
  SLICE: 'a slice'
}

const sides = { top: 'Top', right: 'Right', bottom: 'Bottom', left: 'Left' } as const

export const english: Words = {
  obstacles: {
    'nothing-selected': () => ({
      title: 'Nothing selected',
      sentence: 'Select a frame, a component or a shape with an image.'
    }),
    'several-selected': ({ count }) => ({
      title: `${count} layers selected`,
      sentence: 'Select one layer at a time.'
    }),
    'not-expandable': ({ name, nodeType }) => ({
      title: 'This layer can’t be expanded',
      sentence: `“${name}” is ${nodeKinds[nodeType] ?? 'a kind of layer without an image of its own'}. Select a frame, a component or a shape, or put it in a frame first.`
    }),
    hidden: ({ name }) => ({
      title: 'This layer is hidden',
      sentence: `Nothing of “${name}” can be seen. Show it, and the layers it is in, then select it again.`
    }),
    empty: ({ name }) => ({
      title: 'This layer is empty',
      sentence: `“${name}” has no visible fill and nothing in it. Give it an image, then select it again.`
    }),
    rotated: ({ name }) => ({
      title: 'This layer is rotated',
      sentence: `“${name}” is rotated, flipped or skewed, itself or by a layer around it. Set the rotation to 0° first.`
    }),
    'inside-instance': ({ name }) => ({
      title: 'This layer is in an instance',
      sentence: `The size of “${name}” is set by its main component. Select it there, or detach the instance.`
    }),
    'inside-auto-layout': ({ name, parentName }) => ({
      title: 'Auto layout sets this layer’s place',
      sentence: `Growing “${name}” would move the other layers of “${parentName}”. Turn on “Ignore auto layout” for it first.`
    }),
    'inside-boolean': ({ name }) => ({
      title: 'This layer is part of a boolean group',
      sentence: `“${name}” only shapes its boolean group. Select a layer outside of one.`
    }),
    'size-limited': ({ name }) => ({
      title: 'This layer has a maximum size',
      sentence: `“${name}” can’t grow past its maximum width or height. Remove the maximum first.`
    })
  },
  insetsObstacles: {
    'not-a-number': ({ side }) => `${sides[side]}: type a number, as in 120 or 30%.`,
    negative: ({ side }) => `${sides[side]}: an image can only grow. Type a number above 0.`,
    'nothing-to-add': () => 'Type how far the image should grow.',
    'side-is-zero': ({ side }) => `${sides[side]}: every side has to grow a little. Type at least 1.`,
    'side-too-far': ({ side, limit }) =>
      `${sides[side]}: at most 100% of the layer (${formatLength(limit)} px) can be added in one go.`,
    'too-long-and-thin': () =>
      'This layer is too long and thin: its short side would have fewer than 64 pixels. Expand a part of it.'
  },
  failures: englishFailures,
  stages: {
    exporting: 'Reading the layer…',
    preparing: 'Preparing the upload…',
    sending: 'Sending…',
    waiting: 'Generating…',
    receiving: 'Receiving the image…',
    placing: 'Placing the image…'
  },
  sides,
  expand: {
    action: 'Expand',
    starting: 'Starting…',
    size: (from, to) => `${from} → ${to}`,
    insetsTitle: 'Grow by',
    insetsHint: 'px, or % of the layer',
    prompt: 'Prompt',
    promptHint: 'Optional: what should appear around the image',
    promptLength: (count, limit) => `${count} of ${limit} characters`,
    backdrop: (liveLayers) =>
      liveLayers === 0
        ? 'The image is sent.'
        : `The background is sent; ${liveLayers === 1 ? 'the layer' : `${liveLayers} layers`} on it ${liveLayers === 1 ? 'stays' : 'stay'} live.`,
    everything: 'Sent as seen, with everything in it.',
    previewLabel: 'The layer within its new size',
    settings: 'Settings',
    noKey: 'Add your API key to expand images.',
    addKey: 'Add API key',
    looking: 'Looking at the selection…'
  },
  running: {
    cancel: 'Cancel',
    percent: (percent) => `${Math.round(percent)}%`,
    progressLabel: 'Progress'
  },
  ended: {
    grownTitle: 'Expanded',
    grown: (name) =>
      `“${name}” has grown, with the new image as its top fill. Undo takes it back in one step.`,
    keptTitle: 'Placed on the layer’s present size',
    kept: (name) =>
      `“${name}” was changed meanwhile, so it kept its size; the new image covers it as its top fill.`,
    apartTitle: 'Placed as a new layer',
    apart: 'The image is in the middle of the view, selected.',
    cancelledTitle: 'Cancelled',
    cancelledFree: 'Nothing was sent and nothing was changed.',
    cancelledCharged:
      'Nothing was changed. The request had already been sent, so it may still be charged; the service keeps its result for an hour.',
    done: 'Done',
    tryAgain: 'Try again',
    checkAgain: 'Get the result',
    placeAgain: 'Place again',
    placeApart: 'Place as a new layer',
    openSettings: 'Open settings',
    back: 'Back'
  },
  settings: {
    title: 'Settings',
    back: 'Back',
    key: 'API key',
    keyHint: 'From your account with the service',
    keyKept: 'A key is kept on this device.',
    save: 'Save key',
    remove: 'Remove key',
    test: 'Test key',
    testing: 'Testing…',
    accepted: 'The service accepts this key.',
    region: 'Region',
    regions: { global: 'Global', china: 'China', own: 'Own URL' },
    regionHint: 'A key works in the region where it was bought.',
    ownUrl: 'Service URL',
    ownUrlHint:
      'For development: Figma lets a plugin reach only the addresses in its manifest, here http://localhost:8787.',
    ownUrlWrong: 'Type an address that begins with http:// or https://.',
    privacy:
      'The key stays on this device and is sent to the service only. What leaves the file: the pixels of the layer you expand, your prompt, and the numbers.'
  }
}

function formatLength(length: number): string {
  return String(Math.round(length * 100) / 100)
}
