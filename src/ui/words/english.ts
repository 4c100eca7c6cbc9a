import { provider } from '../../core/provider'
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
      sentence: 'They have no frame in common that could be filled. Grow their sides instead, each its own.'
    }),
    'not-expandable': ({ name, nodeType }) => ({
      title: 'This layer can’t be expanded',
      sentence: `“${name}” is ${nodeKinds[nodeType] ?? 'a kind of layer without an image of its own'}. Select one layer of it, or put it in a frame first.`
    }),
    hidden: ({ name }) => ({
      title: 'This layer is hidden',
      sentence: `Nothing of “${name}” can be seen. Show it, and the layers it is in, then select it again.`
    }),
    empty: ({ name }) => ({
      title: 'This layer is empty',
      sentence: `“${name}” has no visible fill and nothing in it. Give it an image, then select it again.`
    }),
    masked: ({ name }) => ({
      title: 'This layer is masked',
      sentence: `“${name}” is a mask or is cut by one, so what is added to it would be cut too. Select the group or frame that the mask is in.`
    }),
    'see-through': ({ name }) => ({
      title: 'This layer is see-through',
      sentence: `The new image would show through “${name}”. Set its opacity, and that of its fills, to 100% first.`
    }),
    blended: ({ name }) => ({
      title: 'This layer is blended',
      sentence: `“${name}” mixes with what is beneath it. Set its blend mode, and that of its fills, to Normal first.`
    }),
    'inside-instance': ({ name, instanceName }) => ({
      title: 'This layer is in an instance',
      sentence: `“${name}” can’t grow in “${instanceName}”, and a new layer behind the instance would be hidden by it. Select the instance itself, or the layer in the main component.`
    }),
    'inside-boolean': ({ name }) => ({
      title: 'This layer is part of a boolean group',
      sentence: `“${name}” only shapes its boolean group. Select a layer outside of one.`
    }),
    'no-frame-around': ({ name, parentType }) => ({
      title: 'There is no frame to fill',
      sentence: `“${name}” is directly ${parentPlaces[parentType] ?? 'in something that takes no fill'}. Put it in a frame of the size you want, or grow its sides instead.`
    }),
    'pattern-fill': ({ name }) => ({
      title: 'This layer has a pattern fill',
      sentence: `Plugins can’t add a fill to “${name}” while one of its fills is a pattern. Remove the pattern fill, or put the layer in a frame.`
    }),
    'different-parents': () => ({
      title: 'The layers are in different frames',
      sentence: 'Select layers that are directly in the same frame.'
    }),
    'no-picture-inside': ({ name }) => ({
      title: 'No picture in this frame',
      sentence: `None of the layers in “${name}” shows an image. Select the layer in it that is the picture, or grow the frame’s sides instead.`
    }),
    'picture-is-fill': ({ name }) => ({
      title: 'Nothing is empty in this frame',
      sentence: `The picture is the fill of “${name}” itself: it becomes larger with the frame. To extend it, grow its sides here instead.`
    }),
    'fixed-variant': ({ name }) => ({
      title: 'This variant can’t grow',
      sentence: `Auto layout, a maximum, a style or a variable sets the size or fills of “${name}”, and a set of variants takes no other layers. Remove that from the variant, or put a copy outside of the set.`
    }),
    'styled-instance': ({ name }) => ({
      title: 'The fill of this instance is a style',
      sentence: `A new fill would detach the style of “${name}”. Fill its main component instead, or detach the instance.`
    })
  },
  frameObstacles: {
    'nothing-kept': () => ({
      title: 'No picture chosen',
      sentence: 'Choose at least one layer as the picture: the empty area is made to go with it.'
    }),
    'outside-frame': () => ({
      title: 'The picture lies outside of the frame',
      sentence: 'Nothing of it can be seen in the frame. Move it inside, or choose another layer.'
    }),
    'beneath-others': ({ name }) => ({
      title: 'The empty area is covered by other layers',
      sentence: `The new image goes beneath all layers of the frame and could not be seen. Hide “${name}”, or choose it as part of the picture.`
    }),
    'already-covered': () => ({
      title: 'The frame has no empty area',
      sentence:
        'The picture covers all of it. Make the frame larger, or grow the picture by its sides instead.'
    }),
    'too-long-and-thin': () => ({
      title: 'The frame is too long and thin',
      sentence:
        'Its short side would have fewer than 64 pixels. Make the frame less than 64 times as long as it is wide.'
    }),
    'see-through': ({ name }) => ({
      title: 'The picture is see-through',
      sentence: `The new image would show through “${name}”. Set its opacity to 100% first, or leave it out of the picture.`
    }),
    masked: ({ name }) => ({
      title: 'The picture is masked',
      sentence: `“${name}” is a mask or lies above one, so it can’t be kept as it is seen. Put the mask and what it masks in a frame or group of their own, and choose that.`
    }),
    blended: ({ name }) => ({
      title: 'The picture is blended',
      sentence: `“${name}” mixes with what is beneath it. Set its blend mode to Normal first, or leave it out of the picture.`
    })
  },
  insetsObstacles: {
    'no-size': ({ axis }) => `${axis === 'width' ? 'Width' : 'Height'}: type a number of pixels.`,
    'no-larger': () => 'The layer has this shape and size already.',
    smaller: ({ axis, least }) =>
      `${axis === 'width' ? 'Width' : 'Height'}: the layer has ${Math.ceil(least)} already, and an image can only grow. Type at least that.`,
    'not-a-number': ({ side }) => `${sides[side]}: type a number, as in 120 or 30%.`,
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
    titles: { frame: (name) => `Fill “${name}”`, sides: (name) => `Grow “${name}”` },
    pictureTitle: 'Picture',
    pictureHint: 'What is ticked is kept and sent. Other layers are not sent, and stay on top.',
    scaled: (size) => `Larger than a fill can be: the new image will have ${size} pixels.`,
    size: (from, to) => `${from} → ${to}`,
    growthTitle: 'New size',
    insetsHint: 'in px; sides also in % of the layer',
    ratio: 'Shape',
    original: 'Original',
    width: 'Width',
    height: 'Height',
    anchor: 'Where the picture stays',
    anchorNames: {
      start: { start: 'Top left', middle: 'Top', end: 'Top right' },
      middle: { start: 'Left', middle: 'Centre', end: 'Right' },
      end: { start: 'Bottom left', middle: 'Bottom', end: 'Bottom right' }
    },
    variants: 'Variants',
    requests: (count) => (count === 1 ? '1 request, charged once' : `${count} requests, each charged`),
    overCap: (count, cap) => `That would be ${count} requests; your limit for one press is ${cap}.`,
    underWay: 'You can select another layer and expand it meanwhile.',
    layers: (count) => `${count} layers`,
    several: (ready, all) =>
      ready === all ? `${all} layers, each on its own` : `${ready} of ${all} layers can be expanded`,
    recentPrompts: 'Recent prompts',
    advanced: 'Advanced',
    reset: 'Reset',
    roll: 'Draw a seed',
    tuning: {
      strength: {
        label: 'Freedom',
        placeholder: 'Service’s own',
        hint: '0 to 1. How far the result may leave the picture for the prompt; 0.1 and above is recommended.'
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
        hint: 'The same seed makes much the same image again. With variants it is the first one’s.'
      }
    },
    outOfRange: (label, min, max) => `${label}: type a number from ${min} to ${max}.`,
    requestStyle: 'Request',
    requestStyles: { poll: 'Ask for the result', single: 'One long answer' },
    requestStyleHint:
      'Asking is safer: closing the plugin loses nothing. With one long answer an image is lost when the connection breaks.',
    prompt: 'Prompt',
    promptHint: 'Optional: what should appear around the image',
    promptLength: (count, limit) =>
      `${count - limit === 1 ? '1 character' : `${count - limit} characters`} too long: the service takes ${limit} at most.`,
    content: 'What is sent',
    contents: { background: 'Background only', everything: 'Everything' },
    background: (liveLayers) =>
      `${liveLayers === 1 ? 'One layer' : `${liveLayers} layers`} on it ${liveLayers === 1 ? 'is' : 'are'} not sent and ${liveLayers === 1 ? 'stays' : 'stay'} live on top.`,
    everything: 'Sent as seen, with everything in it.',
    doubled:
      'Sent as seen: its texts and buttons are painted into the new image too, beneath themselves. Move one, and its copy is seen.',
    seenTwice: (name) =>
      `“${name}” lets what is beneath show through, so it will be seen twice: in the new image, and live on top.`,
    behind: (name) => `“${name}” stays as it is; the new image goes into a new layer directly behind it.`,
    ofText: (name) =>
      `“${name}” is text: what is made goes around its letters. To extend a picture, select that instead.`,
    mostlyNew: (percent) =>
      `${percent}% of the image will be made up: the picture is small in it. The more is new, the less it may go with the picture.`,
    filled: (name) => ({
      title: 'This frame is filled',
      sentence: `“${name}” shows an image of this plugin. Filled once more, another image is laid over that one.`
    }),
    fillAgain: 'Fill it again…',
    decideFirst: 'Keep or discard its new image first.',
    around: (frame, layer) => `Fills “${frame}”, the frame around “${layer}”.`,
    ownFill: 'Drag the sides here: the frame itself would only enlarge its picture.',
    originalHint: 'The layer’s own shape, with 10% more on each side',
    loadingPicture: 'Loading the picture…',
    component: 'Instances of this component change with it.',
    clipped: (name) =>
      `Part of what is added will not be seen: it lies outside of “${name}”, which clips its content.`,
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
          'It fills the empty area around a picture as if it had always been that large: in a frame that you dragged larger, or on sides that you drag here. Headlines and buttons stay live; the picture stays as it is.'
      },
      {
        title: 'What it costs',
        sentence: `The images are made by the service ${provider.name}, with your own key and your own credits. You are told how many requests a press sends.`
      },
      {
        title: 'What leaves the file',
        sentence:
          'The pixels of the picture, your prompt and its settings. No names, and no layers that stay live. The key stays on this device.'
      }
    ],
    getKey: `Get a key at ${provider.name}`,
    lookAround: 'Look around first'
  },
  preview: {
    largeEnough: (size) => `Use ${size} instead: the same shape`,
    kept: 'Kept',
    added: 'New',
    live: 'Stays live on top',
    inset: (side, length, part) => `${side} ${rounded(length)} px, ${rounded(part * 100)} %`.trim(),
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
    percent: (percent) => `${Math.round(percent)}%`,
    elapsed: (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
    variant: (number) => `Variant ${number}`,
    progressLabel: 'Progress'
  },
  link: {
    label: 'Image link',
    placeholder: 'https://…/image.jpg',
    hint: 'Only the link is sent: the service fetches the image itself. The result is placed as it comes, in the middle of the view.',
    growth: 'Add to each side, in %',
    allSides: 'All sides',
    obstacles: {
      'not-a-link': () => 'Type a whole link: it starts with https:// or http://.',
      'link-too-long': ({ limit }) => `The link is too long: the service takes ${limit} characters at most.`,
      'private-host': ({ host }) =>
        `The service can’t reach ${host}: use a link that works from anywhere on the internet.`,
      'not-a-percentage': ({ side }) => `${sides[side]}: type a number of per cent, as in 25.`,
      'out-of-range': ({ side }) =>
        `${sides[side]}: a linked image grows on every side, by more than 0 and at most 100 %.`
    }
  },
  expectedTime: {
    usual: ({ seconds }) => `Usually ${duration(seconds)}`,
    left: ({ seconds }) => `About ${duration(seconds)} left`,
    longer: ({ seconds }) => `Takes longer than the usual ${duration(seconds)}`
  },
  ended: {
    placed: {
      grown: (name) => ({
        title: 'Expanded',
        sentence: `“${name}” has grown; the new image is one of its fills. Undo takes it back in one step.`
      }),
      filled: (name) => ({
        title: 'Filled',
        sentence: `The new image is the top fill of “${name}”, under its layers. Undo takes it back in one step.`
      }),
      behind: (name) => ({
        title: 'Placed behind',
        sentence: `“${name}” is as it was; the new image is a new layer directly behind it. Undo takes it back in one step.`
      }),
      'changed-meanwhile': (name) => ({
        title: 'Placed at its current size',
        sentence: `“${name}” has another size than when it was sent, so it keeps that, and the new image covers it.`
      }),
      replaced: (name) => ({
        title: 'Placed',
        sentence: `The image took the place of the one that “${name}” had from the same expansion.`
      }),
      beside: (name) => ({
        title: 'Placed beside',
        sentence: `“${name}” was removed meanwhile. The image is a new, selected layer beside where it was.`
      }),
      'in-view': (name) => ({
        title: 'Placed in the middle of the view',
        sentence: `“${name}” is a new, selected layer, with the image as it came. Undo takes it back in one step.`
      }),
      apart: (name) => ({
        title: 'Placed as a new layer',
        sentence: `The image for “${name}” is in the middle of the view, selected.`
      })
    },
    seam: (grade) => `Tones at the edge ${edges[grade]}`,
    seamHint: (before, after) =>
      `Mean colour difference across the edge of the picture (ΔE 2000): ${after.toFixed(1)}, and ${before.toFixed(1)} as the image came. Below 1 can’t be seen.`,
    originalKept: 'Original kept',
    newKey: {
      title: 'A new key is saved',
      sentence: 'The key before it was refused, or there was none. Nothing in your file was changed.'
    },
    verdicts: {
      repainted: 'The service changed the original in its image; look at the edges.',
      'mask-misread': 'The original was not kept in the new image.'
    },
    cancelledTitle: 'Cancelled',
    cancelledFree: 'Nothing was sent.',
    cancelledCharged:
      'It was already sent, so it may be charged. If its image arrives within an hour, it is offered here; it is not lost by dismissing this.',
    cancelledLost:
      'It was being sent already, so it may be charged; no answer said which image it is, so that can’t be had.',
    failedVariants: (count, { title, sentence }) => ({
      title: `${count} variants failed`,
      sentence: `${title}. ${sentence}`
    }),
    problem: ({ title }) => ({
      title: 'That could not be done',
      sentence: `${title}. Your file is as it was before you pressed.`
    }),
    elsewhere: {
      title: 'Done in another window',
      sentence: 'Another window of this plugin has placed or discarded this image. Nothing was changed here.'
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
    done: 'Done',
    back: 'Dismiss'
  },
  actions: {
    'open-settings': 'Open settings',
    'get-credits': 'Get credits',
    'change-prompt': 'Change the prompt',
    'other-mask': 'Try the other mask reading (new request)',
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
      sentence: `“${name}” was changed after it grew, so it keeps its size.`
    }),
    'nothing-to-take-back': ({ name }) => ({
      title: 'Nothing to take back',
      sentence: `The image was not on “${name}” any more.`
    }),
    kept: ({ name }) => ({
      title: 'Kept',
      sentence: `“${name}” keeps its new image. Undo still takes it back.`
    }),
    discarded: ({ name }) => ({
      title: 'Discarded',
      sentence: `“${name}” is as it was. The image can be placed again from Images of this session.`
    }),
    'all-kept': ({ count }) => ({
      title: 'Kept',
      sentence: `${count === 1 ? 'One layer keeps its new image' : `${count} layers keep their new images`}. Undo still takes back what was placed.`
    }),
    'all-discarded': ({ count }) => ({
      title: 'Discarded',
      sentence: `${count === 1 ? 'One layer is as it was' : `${count} layers are as they were`}. The images can be placed again from Images of this session.`
    }),
    'no-recipe': () => ({
      title: 'Nothing to do again',
      sentence:
        'The selected layer has no image of this plugin. Select one that has, or say below how far this one should grow.'
    })
  },
  queue: {
    title: ({ placed, failed, underWay, ended }) =>
      [
        ...(underWay === 0 ? [] : [`${underWay} under way`]),
        ...(placed === 0 ? [] : [`${placed} placed`]),
        ...(failed === 0 ? [] : [`${failed} failed`]),
        ...(ended === 0 ? [] : [`${ended} ended`])
      ].join(', '),
    cancelWaiting: 'Cancel unsent',
    cancelAll: 'Cancel all',
    keepAll: 'Keep all',
    discardAll: 'Discard all',
    placed: 'Placed',
    cancel: (name) => `Cancel “${name}”`,
    retry: (name, requests) =>
      requests === 0
        ? `Go on with “${name}”`
        : `Try “${name}” again (${requests} new ${requests === 1 ? 'request' : 'requests'})`
  },
  remembered: {
    here: ({ finished, underWay, over }) => {
      const count = finished + underWay
      const paid = `${count === 1 ? 'It is' : 'They are'} paid for: placing costs nothing more.`
      if (finished > 0 && finished === count) {
        return {
          title: `${finished === 1 ? 'An expansion' : `${finished} expansions`} finished while you were away`,
          sentence: paid
        }
      }
      return count > 0
        ? {
            title: count === 1 ? 'An image is waiting for you' : `${count} images are waiting for you`,
            sentence: paid
          }
        : {
            title: `${over === 1 ? 'An expansion' : `${over} expansions`} failed while you were away`,
            sentence: 'The service could not make the image.'
          }
    },
    found: {
      finished: 'finished',
      working: 'still being made',
      over: 'the service could not make it',
      unknown: 'sent'
    },
    elsewhere: {
      'other-file': (layer, file) => ({
        title: 'An image waits in another file',
        sentence: `It belongs to “${layer}” in “${file}”. Open that file, and this plugin in it, to place it. The service keeps it for an hour.`
      }),
      gone: (layer, file) => ({
        title: 'An image is gone',
        sentence: `“${layer}” in “${file}” was sent more than an hour ago; the service no longer keeps its image.`
      })
    },
    cutOff: (layer, file) => ({
      title: 'A request was cut off',
      sentence: `“${layer}”${file === '' ? '' : ` in “${file}”`} was being sent when the plugin was closed. If it had reached the service, it is charged, and its image can’t be had: only the lost answer would have said which image it is. Nothing in the file was changed.`
    }),
    ago: (minutes) => (minutes < 1 ? 'just now' : `${minutes} min ago`),
    place: 'Place',
    discard: 'Discard',
    placeOf: (layer) => `Place the image for “${layer}”`,
    discardOf: (layer) => `Discard the image for “${layer}”`
  },
  history: {
    title: 'Images of this session',
    empty: 'Images that are made while this window is open can be placed again from here.',
    free: 'Each can be placed again, also when it was discarded. That costs nothing.',
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
    ownUrlWrong: 'Type an address that begins with http:// or https://.',
    seam: 'Seam',
    seamMatching: { on: 'Match tones', off: 'As it comes' },
    seamHint:
      'Whether what is new takes on the tones of the picture along its edge. The picture itself never changes.',
    language: 'Language',
    languageOfBrowser: 'Automatic',
    cap: 'Request limit',
    capHint: 'The most that one press may send. Each request is one image, and is paid for.',
    mask: 'Mask',
    maskReadings: { standard: 'White is new', inverted: 'Black is new' },
    maskHint: 'How the service reads masks. Change it only when originals come back repainted.',
    privacy:
      'The key stays on this device and is sent to the service only. What leaves the file: the pixels of the picture, a mask of where it is, your prompt, and the settings of the expansion.'
  }
}
