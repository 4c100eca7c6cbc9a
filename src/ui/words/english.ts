import { provider } from '../../core/provider'
import { englishFailures, unchanged } from './english-failures'
import { named } from './named'
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

const parentPlaces: Readonly<Record<string, string>> = {
  PAGE: 'on the page',
  SECTION: 'in a section',
  GROUP: 'in a group',
  BOOLEAN_OPERATION: 'in a boolean group',
  COMPONENT_SET: 'in a set of variants'
}

const sides = { top: 'Top', right: 'Right', bottom: 'Bottom', left: 'Left' } as const

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

const edges = { unseen: 'match', 'hardly-seen': 'nearly match', seen: 'differ' } as const

/** Two places at most. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

export const english: Words = {
  tag: 'en',
  unchanged,
  sentences: (first, second) => `${first} ${second}`,
  listed: (name, about) => `${name}, ${about}`,
  obstacles: {
    'nothing-selected': () => ({
      title: 'Nothing selected',
      sentence:
        'Select a layer with an image (a frame, a component, a shape, a group), or type a link to one.'
    }),
    'several-selected': ({ count }) => ({
      title: `${count} layers selected`,
      sentence:
        'They have no frame in common that could be filled. Grow their sides instead, each on its own.'
    }),
    'not-expandable': ({ name, nodeType }) => ({
      title: 'This layer can’t be expanded',
      sentence: `${named(name)} is ${nodeKinds[nodeType] ?? 'a kind of layer without an image of its own'}. Select a frame or another layer in it.`
    }),
    hidden: ({ name }) => ({
      title: 'This layer is hidden',
      sentence: `Nothing of ${named(name)} can be seen. Show it, and the layers it is in, then select it again.`
    }),
    empty: ({ name }) => ({
      title: 'This layer is empty',
      sentence: `${named(name)} has no visible fill and nothing in it. Give it an image, then select it again.`
    }),
    'no-image': ({ name }) => ({
      title: 'No image in it',
      sentence: `${named(name)} shows no image. Select it alone to expand it all the same.`
    }),
    masked: ({ name }) => ({
      title: 'This layer is masked',
      sentence: `${named(name)} is a mask or is cut by one, so what is added to it would be cut too. Select the group or frame that the mask is in.`
    }),
    'see-through': ({ name }) => ({
      title: 'This layer is see-through',
      sentence: `The new image would show through ${named(name)}. Set its opacity, and that of its fills, to 100% first.`
    }),
    blended: ({ name }) => ({
      title: 'This layer is blended',
      sentence: `${named(name)} mixes with what is beneath it. Set its blend mode, and that of its fills, to Normal first.`
    }),
    'inside-instance': ({ name, instanceName }) => ({
      title: 'This layer is in an instance',
      sentence: `${named(name)} can’t grow in ${named(instanceName)}, and a new layer behind the instance would be hidden by it. Select the instance itself, or the layer in the main component.`
    }),
    'inside-boolean': ({ name }) => ({
      title: 'This layer is part of a boolean group',
      sentence: `${named(name)} only shapes its boolean group. Select a layer outside of one.`
    }),
    'no-frame-around': ({ name, parentType }) => ({
      title: 'There is no frame to fill',
      sentence: `${named(name)} is directly ${parentPlaces[parentType] ?? 'in something that takes no fill'}. Put it in a frame of the size you want, or grow its sides instead.`
    }),
    'pattern-fill': ({ name }) => ({
      title: 'This layer has a pattern fill',
      sentence: `Plugins can’t add a fill to ${named(name)} while one of its fills is a pattern. Remove the pattern fill, or put the layer in a frame.`
    }),
    'different-parents': () => ({
      title: 'The layers are in different frames',
      sentence: 'Select layers that are directly in the same frame.'
    }),
    'no-picture-inside': ({ name }) => ({
      title: 'No picture in this frame',
      sentence: `No layer in ${named(name)} shows an image. Put one in, or grow the frame’s sides instead.`
    }),
    'picture-is-fill': ({ name }) => ({
      title: 'No empty space in this frame',
      sentence: `The picture is the fill of ${named(name)} itself: it becomes larger with the frame. To extend it, grow its sides here instead.`
    }),
    'fixed-variant': ({ name }) => ({
      title: 'This variant can’t grow',
      sentence: `Its size or fills are set by auto layout, a maximum, a style or a variable, and a component set takes no other layers. Remove that from ${named(name)}, or put a copy outside of the set.`
    }),
    'styled-instance': ({ name }) => ({
      title: 'The fill of this instance is a style',
      sentence: `A new fill would detach the style of ${named(name)}. Expand its main component instead, or detach the instance.`
    })
  },
  frameObstacles: {
    'nothing-kept': () => ({
      title: 'No picture chosen',
      sentence: 'Choose at least one layer as the picture: the empty area is filled to match it.'
    }),
    'outside-frame': () => ({
      title: 'The picture lies outside of the frame',
      sentence: 'Nothing of it can be seen in the frame. Move it inside, or choose another layer.'
    }),
    'beneath-others': ({ name }) => ({
      title: 'The empty area is covered by other layers',
      sentence: `The new image goes beneath all layers of the frame and could not be seen. Hide ${named(name)}, or choose it as part of the picture.`
    }),
    'already-covered': () => ({
      title: 'No empty space in this frame',
      sentence:
        'The picture covers all of it. Make the frame larger, or grow the picture by its sides instead.'
    }),
    'too-long-and-thin': () => ({
      title: 'The frame is too long and thin',
      sentence:
        'Its short side would have fewer than 64 pixels. Keep its long side under 64 times its short side.'
    }),
    'see-through': ({ name }) => ({
      title: 'The picture is see-through',
      sentence: `The new image would show through ${named(name)}. Set its opacity to 100% first, or choose another picture.`
    }),
    masked: ({ name }) => ({
      title: 'The picture is masked',
      sentence: `${named(name)} is a mask or lies above one, so it can’t be kept as it is seen. Put the mask and what it masks in a frame or group of their own, and choose that.`
    }),
    blended: ({ name }) => ({
      title: 'The picture is blended',
      sentence: `${named(name)} mixes with what is beneath it. Set its blend mode to Normal first, or choose another picture.`
    })
  },
  insetsObstacles: {
    'no-size': ({ axis }) => `${axis === 'width' ? 'Width' : 'Height'}: type a number of pixels.`,
    'no-larger': () => 'Already this size.',
    smaller: ({ axis, least }) =>
      `${axis === 'width' ? 'Width' : 'Height'}: the layer has ${Math.ceil(least)} already, and an image can only grow. Type at least that.`,
    'not-a-number': ({ side }) => `${sides[side]}: type a number, such as 120 or 30%.`,
    negative: ({ side }) => `${sides[side]}: an image can only grow. Type 0 or more.`,
    'nothing-to-add': () => 'Drag a side, or type how far the image should grow.',
    'too-long-and-thin': () =>
      'The new size is too long and thin: its short side would have fewer than 64 pixels. Grow the other sides more.',
    'subject-too-small': () =>
      'The layer would be too small within the new size. Grow it less, or in several steps.'
  },
  failures: englishFailures,
  stages: {
    exporting: 'Reading the layer…',
    preparing: 'Preparing the upload…',
    queued: 'About to be sent…',
    sending: 'Sending…',
    waiting: 'Generating…',
    receiving: 'Receiving the image…',
    placing: 'Placing the image…'
  },
  sides,
  window: { corner: 'Window size: drag, or use the arrow keys' },
  expand: {
    action: 'Expand',
    mode: 'What is filled',
    modes: { frame: 'Fill frame', sides: 'Grow sides' },
    titles: { frame: { before: 'Fill “', after: '”' }, sides: { before: 'Grow “', after: '”' } },
    pictureTitle: 'Picture',
    pictureHint: 'What is ticked is kept and sent. Other layers are not sent, and stay on top.',
    scaled: (size) => `Larger than an image can be in Figma: the new one will have ${size} pixels.`,
    size: (from, to) => `${from} → ${to}`,
    growthTitle: 'New size',
    insetsHint: 'in px; sides also in % of the layer',
    ratio: 'Shape',
    original: 'Same ratio',
    width: 'Width',
    height: 'Height',
    anchor: 'Where the picture stays',
    anchorNames: {
      start: { start: 'Top left', middle: 'Top', end: 'Top right' },
      middle: { start: 'Left', middle: 'Centre', end: 'Right' },
      end: { start: 'Bottom left', middle: 'Bottom', end: 'Bottom right' }
    },
    variants: 'Variants',
    requests: (count) =>
      count === 1 ? 'Sends 1 request, which is charged' : `Sends ${count} requests, each charged`,
    overCap: (count, cap) => `That would be ${count} requests; your limit for one press is ${cap}.`,
    underWay: 'You can expand another layer meanwhile.',
    layers: (count) => `${count} layers`,
    sameSize: (count) => `All ${count} layers are already this size.`,
    noEmptySpace: (count) => `No empty space in any of the ${count} frames.`,
    chosen: (count, all) => `${count} of ${all} layers`,
    mixed: 'Mixed',
    nothingToAdd: 'Choose a shape, or type how far they should grow.',
    several: (ready, all, areFrames) => {
      const things = areFrames ? 'frames' : 'layers'
      return ready === all
        ? `${all} ${things}, each on its own`
        : `${ready} of ${all} ${things} can be expanded`
    },
    recentPrompts: 'Recent prompts',
    advanced: 'Advanced',
    reset: 'Reset',
    roll: 'Draw a seed',
    tuning: {
      strength: {
        label: 'Freedom',
        placeholder: 'Service’s own',
        hint: '0 to 1. How far the new area may depart from the picture to follow the prompt; 0.1 and above is recommended.'
      },
      scale: {
        label: 'Guidance',
        placeholder: '7',
        hint: '1 to 20. How closely the prompt is followed.'
      },
      steps: { label: 'Steps', placeholder: '30', hint: '1 to 200. More take longer.' },
      seed: {
        label: 'Seed',
        placeholder: 'New for each image',
        hint: 'The same seed makes much the same image again. Of several variants, it is the first one’s.'
      }
    },
    outOfRange: (label, min, max) => `${label}: type a number from ${min} to ${max}.`,
    requestStyle: 'Request',
    requestStyles: { poll: 'Ask until done', single: 'Wait for answer' },
    requestStyleHint:
      'Asking is safer: closing the plugin loses nothing. While it waits for the answer, an image is lost when the connection breaks.',
    prompt: 'Prompt',
    promptHint: 'Optional: what to add around the image',
    promptLength: (count, limit) =>
      `Prompt: ${count - limit === 1 ? '1 character' : `${count - limit} characters`} too long; the service takes ${limit} at most.`,
    content: 'What is sent',
    contents: { background: 'Background only', everything: 'Everything' },
    background: (liveLayers) =>
      `${liveLayers === 1 ? 'One layer' : `${liveLayers} layers`} on it ${liveLayers === 1 ? 'is' : 'are'} not sent and ${liveLayers === 1 ? 'stays' : 'stay'} live on top.`,
    everything: 'The layer is sent as you see it.',
    doubled:
      'The layer is sent as you see it: its texts and buttons are painted into the new image too. Move one, and its copy shows.',
    seenTwice: (name) =>
      `${named(name)} lets what is beneath show through, so it will be seen twice: in the new image, and live on top.`,
    behind: (name) =>
      `${named(name)} stays as it is; the new image goes into a new layer directly behind it.`,
    ofText: (name) =>
      `${named(name)} is text: the new image will surround its letters. To extend a picture, select the picture.`,
    mostlyNew: (percent) =>
      `${percent}% of the image will be made up: the picture is small in it. The more is made up, the less it may match.`,
    filled: (name) => ({
      title: 'This frame is filled',
      sentence: `${named(name)} shows an image made with this plugin. Filling it again lays another image over that.`
    }),
    fillAgain: 'Fill it again…',
    decideFirst: 'Keep or discard its new image first.',
    around: (frame, layer) => `Fills ${named(frame)}, the frame around ${named(layer)}.`,
    ownFill: 'Drag the sides here: on the canvas, the frame would only enlarge its picture.',
    originalHint: 'The layer’s own shape, with 10% more on each side',
    loadingPicture: 'Loading the picture…',
    noPicture: 'No preview',
    component: 'Instances of this component change with it.',
    clipped: (name) =>
      `Part of what is added will not be seen: it lies outside of ${named(name)}, which clips its content.`,
    previewLabel: 'The picture within the area to be filled',
    settings: 'Settings',
    history: 'Images of this session',
    noKey: 'Add your API key to expand images.',
    addKey: 'Add API key',
    looking: 'Looking at the selection…'
  },
  firstRun: {
    picture: 'A picture in a larger frame, and the same frame filled; the layers on top stay as they are',
    title: 'Make room around a picture, and fill it',
    facts: [
      {
        title: 'What it does',
        sentence:
          'It fills the empty area around a picture as if the picture had always been that large: in a frame that you dragged larger around it, or on sides that you drag here. Headlines and buttons stay live; the picture stays as it is.'
      },
      {
        title: 'What it costs',
        sentence: `The images are made by the service ${provider.name}, with your own key and your own credits. You are told how many requests each press sends.`
      },
      {
        title: 'What leaves the file',
        sentence:
          'The pixels of the picture, a mask of where it is, your prompt and the settings. No names, and no layers that stay live. The key is kept on this device and sent to the service only.'
      }
    ],
    getKey: `Get a key at ${provider.name}`,
    lookAround: 'Look around first'
  },
  preview: {
    largeEnough: (size) => `Use ${size} instead (same proportions)`,
    kept: 'Kept',
    added: 'New',
    live: 'Stays live on top',
    inset: (side, length, part) => `${side} ${rounded(length)} px, ${rounded(part * 100)}%`.trim(),
    handle: 'Drag. Shift: the opposite side too. Alt: all sides. Double press: none.',
    letters: { width: 'W', height: 'H', top: 'T', right: 'R', bottom: 'B', left: 'L' }
  },
  sizes: {
    label: 'Common sizes',
    groups: { social: 'Social', advertisements: 'Advertisements' },
    names: {
      instagramPost: 'Instagram post',
      instagramStory: 'Instagram story',
      facebookLink: 'Facebook link',
      xHeader: 'X header',
      linkedInBanner: 'LinkedIn banner',
      youTubeThumbnail: 'YouTube thumbnail',
      leaderboard: 'Leaderboard',
      billboard: 'Billboard',
      rectangle: 'Medium rectangle',
      skyscraper: 'Skyscraper',
      halfPage: 'Half page'
    }
  },
  running: {
    cancel: 'Cancel',
    cancelHint: 'What is sent may be charged all the same; its image can be had for an hour.',
    percent: (percent) => `${Math.round(percent)}%`,
    elapsed: (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
    variant: (number) => `Variant ${number}`,
    progressLabel: 'Progress',
    made: (count, all) => `${count} of ${all} made`
  },
  link: {
    label: 'Image link',
    placeholder: 'https://…/image.jpg',
    hint: 'Only the link is sent: the service fetches the image itself. The result is placed as it comes, in the middle of the view.',
    growth: 'Add to each side, in %',
    allSides: 'All sides',
    underWay: 'This image is being expanded. Type another link to expand it meanwhile.',
    obstacles: {
      'not-a-link': () => 'Type a whole link, which starts with https:// or http://.',
      'link-too-long': ({ limit }) => `The link is too long: the service takes ${limit} characters at most.`,
      'private-host': ({ host }) =>
        `The service can’t reach ${host}: use a link that works from anywhere on the internet.`,
      'not-a-percentage': ({ side }) => `${sides[side]}: type a percentage, such as 25.`,
      'out-of-range': ({ side }) =>
        `${sides[side]}: a linked image grows on every side, by more than 0 and at most 100%.`
    }
  },
  expectedTime: {
    usual: ({ seconds }) => `Usually ${duration(seconds)}`,
    left: ({ seconds }) => `About ${duration(seconds)} left`,
    longer: ({ seconds }) => `Taking longer than usual (${duration(seconds)})`
  },
  ended: {
    placed: {
      grown: (name) => ({
        title: 'Expanded',
        sentence: `${named(name)} has grown; the new image is one of its fills. Undo takes it back in one step.`
      }),
      filled: (name) => ({
        title: 'Filled',
        sentence: `The new image is the top fill of ${named(name)}, under its layers. Undo takes it back in one step.`
      }),
      behind: (name) => ({
        title: 'Placed behind',
        sentence: `${named(name)} is as it was; the new image is a new layer directly behind it. Undo takes it back in one step.`
      }),
      'changed-meanwhile': (name) => ({
        title: 'Placed at its current size',
        sentence: `${named(name)} was resized meanwhile: it keeps its size, and the new image covers it. Undo takes it back.`
      }),
      replaced: (name) => ({
        title: 'Placed',
        sentence: `It took the place of the earlier image on ${named(name)}. Undo takes it back.`
      }),
      beside: (name) => ({
        title: 'Placed beside',
        sentence: `${named(name)} was removed meanwhile. The image is a new layer beside where it was, and selected. Undo takes it back.`
      }),
      'in-view': (name) => ({
        title: 'Placed in the middle of the view',
        sentence: `${named(name)} is a new layer, now selected, with the image as it came. Undo takes it back in one step.`
      }),
      apart: (name) => ({
        title: 'Placed as a new layer',
        sentence: `The image for ${named(name)} is a new layer in the middle of the view, and selected. Undo takes it back.`
      })
    },
    undone: {
      whole: (name) => ({ title: 'Undone', sentence: `${named(name)} is back to how it was.` }),
      'image-only': (name) => ({
        title: 'Undone',
        sentence: `The image for ${named(name)} isn’t in the file anymore.`
      })
    },
    seam: (grade) => `Tones at the edge ${edges[grade]}`,
    seamHint: (before, after) =>
      `Mean colour difference across the edge of the picture (ΔE 2000): ${after.toFixed(1)}, and ${before.toFixed(1)} as the image came. Below 1 can’t be seen.`,
    originalKept: 'Original kept',
    layerLost: { made: 'The image is made: place it as a new layer.', nothing: 'Select a layer again.' },
    verdicts: {
      repainted: 'The service repainted some of the original in its image; look at the edges.',
      'mask-misread': 'The original was not kept in the new image.'
    },
    cancelledTitle: (count) => (count === 1 ? 'Cancelled' : `${count} variants cancelled`),
    cancelledFree: 'Nothing was sent.',
    cancelledCharged: (count, isClosable) =>
      `Already sent, so ${count === 1 ? 'it' : 'they'} may be charged. For an hour ${count === 1 ? 'its image' : 'their images'} can be had${isClosable ? ', also after this is closed' : ''}.`,
    cancelledUnnamed: (count, isClosable) =>
      `Already sent, so credits may be used. ${provider.name} didn’t identify the ${count === 1 ? 'image: get it' : 'images: get them'} before you ${isClosable ? 'dismiss this or ' : ''}close the plugin.`,
    unnamed: (count, isClosable) => ({
      title: count === 1 ? 'Image can’t be retrieved later' : `${count} images can’t be retrieved later`,
      sentence: `${provider.name} didn’t identify ${count === 1 ? 'it. Place it' : 'them. Place what you need'} before you ${isClosable ? 'dismiss this or ' : ''}close the plugin.`
    }),
    cancelledLost:
      'Cancelled while it was sent, so it may be charged. Its image can’t be had: no answer came that says which it is.',
    failedVariant: (number, { title, sentence }) => ({ title: `Variant ${number}: ${title}`, sentence }),
    failedVariants: (count, { title, sentence }) => ({
      title: `${count} variants failed`,
      sentence: `${title}. ${sentence}`
    }),
    problem: ({ title }, isKnown) => ({
      title: 'That could not be done',
      sentence: `${title}. ${isKnown ? 'Nothing was changed by it.' : 'Look at the layer, then try again.'}`
    }),
    elsewhere: {
      title: 'Done in another window',
      sentence: 'Another window of this plugin has placed or discarded this image.'
    },
    variants: 'Variants',
    variant: (number) => `Variant ${number}`,
    shownVariant: (number) => `Variant ${number}, shown`,
    variantStates: {
      waiting: 'Waiting',
      working: 'Being made',
      failed: 'Failed',
      cancelled: 'Cancelled',
      elsewhere: 'In another window'
    },
    keep: 'Keep',
    discard: (images) => (images > 1 ? 'Discard all' : 'Discard'),
    more: (count) =>
      count === 1 ? '1 more variant (1 request)' : `${count} more variants (${count} requests)`,
    seeOriginal: 'Hold for original',
    seeEarlier: 'Hold for earlier image',
    unseen: 'new',
    back: 'Dismiss'
  },
  actions: {
    'open-settings': 'Open settings',
    'get-credits': 'Get credits',
    'change-prompt': 'Change the prompt',
    'other-mask': 'Try the other reading (new request)',
    'place-apart': 'Place as a new layer',
    'copy-details': 'Copy details',
    copied: 'Copied',
    lookAgain: 'Try again',
    goOn: (reached, isInDoubt, requests = 1) => {
      switch (reached) {
        case 'nothing':
          return requests === 1 ? 'Try again (new request)' : `Try again (${requests} new requests)`
        case 'task':
        case 'result':
          return 'Get the result'
        case 'image':
          return isInDoubt ? 'Place anyway' : 'Place again'
      }
    }
  },
  news: {
    'image-only': ({ name }) => ({
      title: 'The image was taken away',
      sentence: `${named(name)} was changed after it grew, so it keeps its size.`
    }),
    'nothing-to-take-back': ({ name }) => ({
      title: 'Nothing to take back',
      sentence: `The image was not on ${named(name)} any more.`
    }),
    kept: ({ name }) => ({
      title: 'Kept',
      sentence: `${named(name)} keeps its new image. Undo still takes it back.`
    }),
    'not-kept': ({ name }) => ({
      title: 'Not kept',
      sentence: `The image for ${named(name)} isn’t in the file anymore. Nothing was changed.`
    }),
    discarded: ({ name }) => ({
      title: 'Discarded',
      sentence: `${named(name)} is as it was. The image can be placed again from Images of this session.`
    }),
    'all-kept': ({ count }) => ({
      title: 'Kept',
      sentence: `${count === 1 ? 'One layer keeps its new image' : `${count} layers keep their new images`}. Undo still takes back what was placed.`
    }),
    'all-discarded': ({ count }) => ({
      title: 'Discarded',
      sentence: `${count === 1 ? 'One layer is as it was' : `${count} layers are as they were`}. The images can be placed again from Images of this session.`
    }),
    'let-go': ({ name }) => ({
      title: 'Discarded',
      sentence: `The image for ${named(name)} was not placed. Once this is closed, it can’t be had again.`
    }),
    'no-recipe': () => ({
      title: 'Nothing to expand again',
      sentence:
        'The selected layer has no image made with this plugin. Select one that has, or set below how far this one should grow.'
    })
  },
  queue: {
    title: ({ placed, failed, underWay, undone, ended }) =>
      [
        ...(underWay === 0 ? [] : [`${underWay} under way`]),
        ...(placed === 0 ? [] : [`${placed} placed`]),
        ...(undone === 0 ? [] : [`${undone} undone`]),
        ...(failed === 0 ? [] : [`${failed} failed`]),
        ...(ended === 0 ? [] : [`${ended} ended`])
      ].join(', '),
    cancelWaiting: 'Cancel unsent',
    cancelAll: 'Cancel all',
    keepAll: 'Keep all',
    discardAll: 'Discard all',
    placed: 'Placed',
    undone: 'Undone',
    mayBeCharged: 'Cancelled, may be charged',
    cancel: (name) => `Cancel ${named(name)}`,
    retry: (name, requests) =>
      requests === 0
        ? `Get the result of ${named(name)}`
        : `Try ${named(name)} again (${requests} new ${requests === 1 ? 'request' : 'requests'})`
  },
  remembered: {
    here: ({ finished, underWay, over }) => {
      const count = finished + underWay
      if (count === 0) {
        return {
          title: `${over === 1 ? 'An expansion' : `${over} expansions`} failed while you were away`,
          sentence: 'The service could not make the image.'
        }
      }
      return finished === count
        ? {
            title: `${finished === 1 ? 'An expansion' : `${finished} expansions`} finished while you were away`,
            sentence: `${count === 1 ? 'It is' : 'They are'} paid for: placing costs nothing more.`
          }
        : {
            title: `${count + over === 1 ? 'An expansion' : `${count + over} expansions`} from before`,
            sentence: 'What is paid for is not charged again.'
          }
    },
    found: {
      finished: 'Finished',
      working: 'Still being made',
      over: 'Failed',
      unknown: 'Sent'
    },
    otherAddress: (host) => `Generated through ${host}, not the address in Settings.`,
    elsewhere: {
      'other-file': (layer, file) => ({
        title: 'An image waits in another file',
        sentence: `It belongs to ${named(layer)} in ${named(file)}. Open that file, and this plugin in it, to place it. The service keeps it for an hour.`
      }),
      gone: (layer, file) => ({
        title: 'An image is gone',
        sentence: `${named(layer)} in ${named(file)} was sent more than an hour ago; the service no longer keeps its image.`
      })
    },
    cutOff: (layer, file) => ({
      title: 'A request was cut off',
      sentence: `${named(layer)}${file === '' ? '' : ` in ${named(file)}`} was being sent when the plugin was closed. If it reached the service, it may be charged, and its image can’t be had. Nothing in the file was changed.`
    }),
    unnamed: (layer, file) => ({
      title: 'Image can’t be retrieved',
      sentence: `${provider.name} didn’t identify the image for ${named(layer)}${file === '' ? '' : ` in ${named(file)}`}, so only the window that requested it can place it. If you closed that window, the image is lost. Credits may have been used.`
    }),
    ago: (minutes) => (minutes < 1 ? 'just now' : `${minutes} min ago`),
    place: 'Place',
    get: 'Get the result',
    back: 'Get it back',
    discard: 'Discard',
    placeOf: (layer) => `Place the image for ${named(layer)}`,
    discardOf: (layer) => `Discard the image for ${named(layer)}`
  },
  history: {
    title: 'Images of this session',
    empty: 'Images that are made while this window is open can be placed again from here.',
    free: 'Until this window is closed, each can be placed again, even if it was discarded. That costs nothing.',
    seed: (seed) => `Seed ${seed}`,
    noPrompt: 'No prompt',
    again: 'Place again',
    copySeed: 'Copy seed'
  },
  settings: {
    title: 'Settings',
    back: 'Back',
    key: 'API key',
    keyHint: 'From your account with the service',
    keyKept: 'A key is saved on this device.',
    goOn: 'Go on to Expand',
    keySaved: 'The new key is saved on this device. Testing it costs nothing.',
    save: 'Save key',
    remove: 'Remove key',
    test: 'Test key',
    testing: 'Testing…',
    acceptedTitle: 'Key accepted',
    accepted: 'The service accepts this key.',
    region: 'Region',
    regions: { global: 'Global', china: 'China', own: 'Own URL' },
    regionHint: 'A key works in the region where it was bought.',
    ownUrl: 'Service URL',
    ownUrlHint:
      'For a relay on this computer, where the network or the service lets no plugin through: run “npm run relay” in the plugin’s folder and type http://localhost:8787. Figma allows that address, and no other, to a plugin that was imported from its folder.',
    ownUrlWrong: 'Type an address that starts with https:// or http://.',
    seam: 'Seam',
    seamMatching: { on: 'Match tones', off: 'As it comes' },
    seamHint:
      'Whether new areas take on the tones of the picture along its edge. The picture itself never changes.',
    language: 'Language',
    languageOfBrowser: 'Automatic',
    cap: 'Request limit',
    capHint: 'The most that one press of Expand may send. Each request is one image, and is charged.',
    mask: 'Mask',
    maskReadings: { standard: 'White is new', inverted: 'Black is new' },
    maskHint: 'How the service reads masks. Change it only when originals come back repainted.',
    privacy:
      'The key stays on this device and is sent to the service only. What leaves the file: the pixels of the picture, a mask of where it is, your prompt, and the settings of the expansion.'
  }
}
