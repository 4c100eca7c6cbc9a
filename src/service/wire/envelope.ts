import * as v from 'valibot'

/*
 * What the service answers, narrowed. The reference names the fields; public clients show that times come as numbers
 * where it says strings, that `message` can be missing, and that there are fields which it does not name. A field of
 * another type than any of these is taken as absent: one odd timestamp must not cost a paid result. One client of this
 * endpoint looks for a task's id in three more places, and for images up to `image_9`.
 */

const text = v.fallback(v.string(), '')
/** A long text may come as a blob of it. */
const picture = v.fallback(v.union([v.string(), v.instance(Blob)]), '')
const moment = v.fallback(v.nullable(v.union([v.pipe(v.number(), v.finite()), v.string()])), null)
const digits = v.pipe(v.string(), v.regex(/^\s*-?\d+(\.\d+)?\s*$/), v.transform(Number), v.finite())
const taskId = v.fallback(v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.transform(String))]), '')
const amount = v.fallback(v.nullable(v.union([v.pipe(v.number(), v.finite()), digits])), null)

const taskDataSchema = v.object({
  task_id: taskId,
  created_at: moment,
  processed_at: moment,
  completed_at: moment,
  download_time: moment,
  time_elapsed: moment,
  image: picture,
  image1: picture,
  image_1: picture,
  image_2: picture,
  image_3: picture,
  image_4: picture,
  image_5: picture,
  image_6: picture,
  image_7: picture,
  image_8: picture,
  image_9: picture,
  return_type: amount,
  progress: amount,
  /** Left as it is: `readTaskState` tells apart what is known and what is not. */
  state: v.optional(v.unknown()),
  state_detail: text,
  /** Not in the reference; shown by public clients where a task failed. */
  err_message: text
})

/** The `data` of an answer: every field of the reference, null or empty where the service left it out. */
export type TaskData = v.InferOutput<typeof taskDataSchema>

const envelopeSchema = v.object({
  status: amount,
  message: text,
  data: v.optional(v.unknown())
})

/** The two names of a task's id, in `data` or beside it. */
const idSchema = v.object({ task_id: taskId, taskId })

/** An answer's envelope. `status` is null where it has none; `data` is null where there is none or it is no object. */
export interface Envelope {
  readonly status: number | null
  readonly message: string
  readonly data: TaskData | null
}

/** Narrows an answer's parsed body. Null when it is not an object, so not of the documented shape; it never throws. */
export function readEnvelope(body: unknown): Envelope | null {
  const envelope = readObject(envelopeSchema, body)
  if (envelope === null) {
    return null
  }
  const id = idIn(envelope.data) || idIn(body)
  // An id beside `data` counts also where there is no data: it may be of a paid task.
  const data =
    readObject(taskDataSchema, envelope.data) ?? (id === '' ? null : readObject(taskDataSchema, {}))
  return { ...envelope, data: data === null ? null : { ...data, task_id: id } }
}

/** The id that an object names under either name, empty where it names none. */
function idIn(value: unknown): string {
  const named = readObject(idSchema, value)
  return named === null ? '' : named.task_id || named.taskId
}

/**
 * Tells whether an answer is in the service's own envelope: it has a numeric `status`, or `data`. Anything else comes from
 * something on the way to the service and says nothing of a key or a task.
 */
export function isOwnEnvelope(answer: Envelope | null): boolean {
  return answer !== null && (answer.status !== null || answer.data !== null)
}

function readObject<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown
): v.InferOutput<Schema> | null {
  const result = Array.isArray(value) ? null : v.safeParse(schema, value)
  return result?.success === true ? result.output : null
}
