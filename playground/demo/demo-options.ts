import { parseArgs } from 'node:util'
import type { InsetEntries, InsetEntry } from '../../src/core/geometry/insets'
import { parseInset } from '../../src/core/growth/parse-inset'
import { maxVariants } from '../../src/core/settings'
import type { TypedInsets } from './use-plugin'

export interface DemoOptions {
  readonly photo: string | null
  readonly scene: string
  /** A layer's name or id; null is the scene's own first choice. */
  readonly select: string | null
  readonly mode: 'sides' | 'fit'
  readonly insets: TypedInsets
  /** How far a frame reaches past the photo; null where there is no photo, or it is its own sides that grow. */
  readonly photoFrame: InsetEntries | null
  readonly prompt: string
  readonly service: string | null
  readonly key: string
  readonly out: string
  readonly theme: 'light' | 'dark'
  /** What the window is written in. */
  readonly language: 'en' | 'zh'
  /** How the service is asked: until it is done, or once with a wait for the answer. */
  readonly request: 'poll' | 'single'
  /** Images that are asked for with one press. */
  readonly variations: number
  /** A file of steps that are done instead of one expansion. */
  readonly script: string | null
}

export const demoUsage = `npm run demo -- [options]

  --photo FILE        expand a photo of your own (PNG, JPEG or WebP); with --mode fit, in a frame around it
  --scene NAME|FILE   a bundled scene (banner, phone, product-card) or a scene's JSON file; default banner
  --select NODE       name or id of the layer to select; default: the scene's main layer
  --mode sides|fit    grow the layer's sides, or fill the frame around the picture; default sides
  --insets T,R,B,L    how far each side grows, in px or %: 40,30%,40,10%; default 10%,30%,10%,10%;
                      with --photo and --mode fit, how far the frame reaches past the photo
  --prompt TEXT       what should appear around the image
  --service URL       a server that speaks the reference, instead of the stand-in
  --key K             the key for it
  --theme light|dark  colours of the window
  --language en|zh    what the window is written in; default en
  --request poll|single
                      ask until the image is done, or wait for it in one request; default poll
  --variations N      images for one press, 1 to ${maxVariants}; default 1
  --script FILE       does the steps of a JSON file instead, in the document of --scene or --photo:
                      docs/demo-script.md lists them. Exits with 0 when all were done, with 1 when one failed,
                      with 2 when the file cannot be read
  --out DIR           where the pictures and the report go; default out/demo
  --help`

/** Reads the demo's command line. Throws an Error with a sentence for what cannot be understood; null asks for help. */
export function readDemoOptions(args: readonly string[]): DemoOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      photo: { type: 'string' },
      scene: { type: 'string', default: 'banner' },
      select: { type: 'string' },
      mode: { type: 'string', default: 'sides' },
      insets: { type: 'string', default: '10%,30%,10%,10%' },
      prompt: { type: 'string', default: '' },
      service: { type: 'string' },
      key: { type: 'string' },
      theme: { type: 'string', default: 'light' },
      language: { type: 'string', default: 'en' },
      request: { type: 'string', default: 'poll' },
      variations: { type: 'string', default: '1' },
      script: { type: 'string' },
      out: { type: 'string', default: 'out/demo' },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    return null
  }
  if (values.mode !== 'sides' && values.mode !== 'fit') {
    throw new Error(`--mode ${values.mode}: there are the modes “sides” and “fit”`)
  }
  if (values.language !== 'en' && values.language !== 'zh') {
    throw new Error(`--language ${values.language}: there are the languages “en” and “zh”`)
  }
  if (values.request !== 'poll' && values.request !== 'single') {
    throw new Error(`--request ${values.request}: there are the requests “poll” and “single”`)
  }
  const variations = Number(values.variations)
  if (!Number.isInteger(variations) || variations < 1 || variations > maxVariants) {
    throw new Error(`--variations ${values.variations}: a whole number from 1 to ${maxVariants} is wanted`)
  }
  if (values.service !== undefined && !URL.canParse(values.service)) {
    throw new Error(`--service ${values.service}: not an address`)
  }
  if (values.service !== undefined && values.key === undefined) {
    throw new Error('--service needs --key K, the key for that service')
  }
  const insets = readInsets(values.insets)
  return {
    photo: values.photo ?? null,
    scene: values.scene,
    select: values.select ?? null,
    mode: values.mode,
    insets,
    photoFrame: values.photo !== undefined && values.mode === 'fit' ? readEntries(insets) : null,
    prompt: values.prompt,
    service: values.service ?? null,
    key: values.key ?? 'demo-key',
    out: values.out,
    theme: values.theme === 'dark' ? 'dark' : 'light',
    language: values.language,
    request: values.request,
    variations,
    script: values.script ?? null
  }
}

function readInsets(text: string): TypedInsets {
  const [top, right, bottom, left, ...more] = text.split(',').map((part) => part.trim())
  if (
    top === undefined ||
    right === undefined ||
    bottom === undefined ||
    left === undefined ||
    more.length > 0
  ) {
    throw new Error(`--insets ${text}: four lengths are wanted, top,right,bottom,left, as in 40,30%,40,10%`)
  }
  return { top, right, bottom, left }
}

/** Reads insets as the plugin's window reads its fields. */
function readEntries(insets: TypedInsets): InsetEntries {
  const read = (text: string): InsetEntry => {
    const entry = parseInset(text)
    if (entry === null || entry.amount < 0) {
      throw new Error(`--insets: “${text}” is no length of 0 or more, such as 40 or 30%`)
    }
    return entry
  }
  return {
    top: read(insets.top),
    right: read(insets.right),
    bottom: read(insets.bottom),
    left: read(insets.left)
  }
}
