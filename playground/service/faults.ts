import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const levels = v.pipe(v.number(), v.minValue(-255), v.maxValue(255))
const httpStatus = v.picklist([0, 400, 401, 404, 413, 429, 500, 503])
const where = v.picklist(['off', 'create', 'poll', 'both'])
const side = v.picklist(['top', 'right', 'bottom', 'left'])
const imageField = v.picklist(['image', 'image1', 'image_1', 'image_2', 'image_3', 'image_4'])

/** What the stand-in can be told to do wrong. Each default is the service at its best. */
const faultsSchema = v.strictObject({
  latency: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  'slow-body': v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  'slow-upload': v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  'slow-create': v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  'create-status': v.optional(httpStatus, 0),
  'poll-status': v.optional(httpStatus, 0),
  'status-times': v.optional(count, 0),
  'out-of-credits': v.optional(v.boolean(), false),
  'drop-create-before': v.optional(count, 0),
  'drop-create-after': v.optional(count, 0),
  'drop-poll': v.optional(count, 0),
  'not-json': v.optional(where, 'off'),
  'truncated-json': v.optional(where, 'off'),
  'html-error-page': v.optional(where, 'off'),
  'html-error-status': v.optional(v.picklist([404, 502]), 502),
  'always-429': v.optional(count, 0),
  'no-rate-limit': v.optional(v.boolean(), false),
  'no-cors': v.optional(v.boolean(), false),
  'no-result-cors': v.optional(v.boolean(), false),
  processing: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
  state: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
  'err-message': v.optional(v.string(), ''),
  stuck: v.optional(v.boolean(), false),
  'string-numbers': v.optional(v.boolean(), false),
  'no-task-id': v.optional(v.boolean(), false),
  'no-image': v.optional(v.boolean(), false),
  'not-an-image': v.optional(v.boolean(), false),
  'data-prefix': v.optional(v.boolean(), false),
  'result-field': v.optional(imageField, 'image'),
  'empty-fields': v.optional(v.boolean(), false),
  'several-images': v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)), 0),
  'expired-links': v.optional(v.boolean(), false),
  'result-format': v.optional(v.picklist(['png', 'jpeg', 'webp']), 'png'),
  'jpeg-artefacts': v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 0),
  'huge-result': v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16_384)), 0),
  'long-side': v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4096)), 0),
  'size-error': v.optional(v.pipe(v.number(), v.integer(), v.minValue(-16), v.maxValue(16)), 0),
  'extra-side': v.optional(v.nullable(side), null),
  'tone-drift': v.optional(levels, 0),
  'colour-cast': v.optional(levels, 0),
  'colour-cast-side': v.optional(side, 'right'),
  'repaint-kept': v.optional(v.boolean(), false),
  unchanged: v.optional(v.boolean(), false),
  'inverted-mask': v.optional(v.boolean(), false)
})

/** Every fault with its setting. */
export type Faults = Readonly<v.InferOutput<typeof faultsSchema>>
export type FaultName = keyof Faults

/** The service at its best: no fault on. */
export const noFaults: Faults = v.parse(faultsSchema, {})

interface FaultNote<Value> {
  /** What the bare name on the command line stands for. */
  readonly on: Value
  readonly about: string
}

/** What each fault does, in the words of `--help`. */
export const faultNotes: { readonly [Name in FaultName]: FaultNote<Faults[Name]> } = {
  latency: { on: 2000, about: 'every answer comes this many ms later' },
  'slow-body': { on: 4000, about: 'every answer’s body trickles in over this many ms' },
  'slow-upload': {
    on: 30_000,
    about: 'creates take this many ms to arrive; one that is broken off makes no task'
  },
  'slow-create': { on: 30_000, about: 'creates are answered this many ms after their task was made' },
  'create-status': { on: 500, about: 'creates are answered with this HTTP status (0: off)' },
  'poll-status': { on: 500, about: 'polls are answered with this HTTP status (0: off)' },
  'status-times': { on: 1, about: 'how many times the two above apply (0: always)' },
  'out-of-credits': { on: true, about: 'creates are refused for want of credits' },
  'drop-create-before': { on: 1, about: 'the connection of the next n creates breaks before a task is made' },
  'drop-create-after': {
    on: 1,
    about: 'the connection of the next n creates breaks after the task was made'
  },
  'drop-poll': { on: 1, about: 'the connection of the next n polls breaks' },
  'not-json': { on: 'both', about: 'plain text instead of JSON, on: create, poll, both' },
  'truncated-json': { on: 'both', about: 'JSON cut in the middle, on: create, poll, both' },
  'html-error-page': { on: 'both', about: 'a gateway’s HTML error page, on: create, poll, both' },
  'html-error-status': { on: 404, about: 'the HTTP status of that page: 404 or 502' },
  'always-429': { on: 5, about: 'the next n requests are refused as too many' },
  'no-rate-limit': { on: true, about: 'any number of requests a second is taken' },
  'no-cors': { on: true, about: 'no CORS header anywhere: browsers block the answers' },
  'no-result-cors': { on: true, about: 'no CORS header on result links only' },
  processing: { on: 30_000, about: 'ms until a new task is done (null: as started)' },
  state: { on: -1, about: 'tasks end with this data.state instead of 1 (null: off)' },
  'err-message': { on: 'The task could not be finished', about: 'data.err_message of tasks that fail' },
  stuck: { on: true, about: 'tasks stay at 87 % for ever' },
  'string-numbers': { on: true, about: 'times are strings, as the reference says, not numbers' },
  'no-task-id': { on: true, about: 'the answers to creates do not name their task' },
  'no-image': { on: true, about: 'done, and no image field holds anything' },
  'not-an-image': { on: true, about: 'the result is a text, not an image' },
  'data-prefix': { on: true, about: 'base64 results begin with data:image/…;base64,' },
  'result-field': { on: 'image_1', about: 'the field of the result: image, image1, image_1 … image_4' },
  'empty-fields': { on: true, about: 'the image fields that hold nothing are sent as empty strings' },
  'several-images': { on: 4, about: 'results in image_1 … image_n, each with a seed of its own (0: off)' },
  'expired-links': { on: true, about: 'result links are over as soon as they are handed out' },
  'result-format': { on: 'jpeg', about: 'png, jpeg or webp' },
  'jpeg-artefacts': { on: 40, about: 'the result went through JPEG of this quality, 1 to 100 (0: off)' },
  'huge-result': { on: 5000, about: 'the result is enlarged to this many px on its long side (0: off)' },
  'long-side': { on: 1024, about: 'the result is made smaller, to at most this on its long side (0: off)' },
  'size-error': { on: 1, about: 'the result is off by this many px on both axes (negative: smaller)' },
  'extra-side': { on: 'bottom', about: 'a tenth is added on this side too, unasked (null: off)' },
  'tone-drift': { on: 6, about: 'everything generated is lighter by this many levels of 255' },
  'colour-cast': { on: 10, about: 'a warm cast of this many levels, growing towards one side' },
  'colour-cast-side': { on: 'left', about: 'the side of the cast: top, right, bottom, left' },
  'repaint-kept': {
    on: true,
    about: 'what was to be kept is painted anew (softer, with a grain of its own)'
  },
  unchanged: { on: true, about: 'the original comes back as it was sent' },
  'inverted-mask': { on: true, about: 'the mask is read the other way: black is generated, white kept' }
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultNotes, name)
}

/** The faults after a change; throws an error that says what is wrong with the change. */
export function changeFaults(current: Faults, change: unknown): Faults {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) {
    throw new Error('faults are an object of names and values')
  }
  const result = v.safeParse(faultsSchema, { ...current, ...change })
  if (result.success) return result.output
  const issue = result.issues[0]
  throw new Error(`fault ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
}

/** One `name` or `name=value` of the command line as a change for `changeFaults`. */
export function readFaultArgument(argument: string): Partial<Record<FaultName, unknown>> {
  const [name = '', ...rest] = argument.split('=')
  if (!isFaultName(name)) throw new Error(`there is no fault "${name}"; --help lists them all`)
  if (rest.length === 0) return { [name]: faultNotes[name].on }
  const text = rest.join('=')
  if (typeof noFaults[name] === 'string') return { [name]: text }
  try {
    const value: unknown = JSON.parse(text)
    return { [name]: value }
  } catch {
    return { [name]: text }
  }
}
