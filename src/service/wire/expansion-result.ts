import type { TaskData } from './envelope'

/** The fields that can hold a result, in the order in which results are taken. */
type ImageField = (typeof imageFields)[number]

/** One picture that a finished task holds: a link that is good for an hour, or base64, perhaps as a `data:` address. */
export type ResultImage =
  | { readonly kind: 'url'; readonly taskId: string; readonly field: ImageField; readonly url: string }
  | { readonly kind: 'base64'; readonly taskId: string; readonly field: ImageField; readonly base64: Base64 }

/** As text, or as a blob that holds it: what is long stays off the window’s thread. */
export type Base64 = string | Blob

/** Everything else that an answer says about a task. Null where it says nothing, or nothing that can be used. */
export interface TaskDetails {
  readonly createdAt: number | string | null
  readonly processedAt: number | string | null
  readonly completedAt: number | string | null
  readonly downloadTime: number | string | null
  readonly timeElapsed: number | string | null
  readonly returnType: number | null
}

/** A finished task with at least one picture. `taskId` is empty where a synchronous answer named none. */
export interface ExpansionResult {
  readonly taskId: string
  readonly images: readonly [ResultImage, ...ResultImage[]]
  readonly details: TaskDetails
}

/**
 * The reference names those up to `image_4` and promises none: whichever are not empty are the results. One client of this
 * endpoint reads on to `image_9`.
 */
const imageFields = [
  'image',
  'image1',
  'image_1',
  'image_2',
  'image_3',
  'image_4',
  'image_5',
  'image_6',
  'image_7',
  'image_8',
  'image_9'
] as const satisfies readonly (keyof TaskData)[]

/**
 * Finds the pictures of a task: every image field that holds something, in the order of `imageFields`, the same content
 * once only. Links start with http or https; everything else is taken for base64.
 */
export function results(data: TaskData, taskId: string): ResultImage[] {
  const seen = new Set<Base64>()
  const images: ResultImage[] = []
  for (const field of imageFields) {
    const given = data[field]
    const content = typeof given === 'string' ? given.trim() : given
    if (content !== '' && !seen.has(content)) {
      seen.add(content)
      images.push(
        typeof content === 'string' && /^https?:\/\//i.test(content)
          ? { kind: 'url', taskId, field, url: content }
          : { kind: 'base64', taskId, field, base64: content }
      )
    }
  }
  return images
}

/** The pictures and details of a finished task, or null when it holds no picture. */
export function readResult(data: TaskData, taskId: string): ExpansionResult | null {
  const [first, ...others] = results(data, taskId)
  return first === undefined ? null : { taskId, images: [first, ...others], details: taskDetails(data) }
}

/** What an answer says about a task beside its state and pictures. */
export function taskDetails(data: TaskData): TaskDetails {
  return {
    createdAt: data.created_at,
    processedAt: data.processed_at,
    completedAt: data.completed_at,
    downloadTime: data.download_time,
    timeElapsed: data.time_elapsed,
    returnType: data.return_type
  }
}
