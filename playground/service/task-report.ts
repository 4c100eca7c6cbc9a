import type { Faults } from './faults'
import { sniffFormat } from './image-check'
import type { Task } from './task'

const imageFields = ['image', 'image1', 'image_1', 'image_2', 'image_3', 'image_4'] as const
type ImageField = (typeof imageFields)[number]

/** A positive state, with its words and percentage. */
interface Progress {
  readonly state: number
  readonly detail: string
  readonly percent: number
}

/**
 * The way to "done": 0 queued, 2 preparing, 3 waiting, 4 processing (facts: data.state). "Preparing", "Processing" and
 * "Complete" are known words, the other two ours; so is the share of the time that each takes.
 */
function progressAt(share: number, downloading: boolean): Progress {
  if (share < 0.05) return { state: 0, detail: 'Queued', percent: 0 }
  if (share < 0.1 || downloading) return { state: 2, detail: 'Preparing', percent: 5 }
  if (share < 0.2) return { state: 3, detail: 'Waiting', percent: 10 }
  return { state: 4, detail: 'Processing', percent: Math.min(99, Math.floor(share * 100)) }
}

/** Where a task is found to be at a moment, and what of it is told. */
export interface TaskReport {
  readonly pending: boolean
  readonly data: Readonly<Record<string, unknown>>
}

/** Puts a result into the words of an answer: a link or base64. */
export type WriteImage = (index: number, image: Uint8Array) => string

function placeImages(written: readonly string[], faults: Faults): Partial<Record<ImageField, string>> {
  const fields: Partial<Record<ImageField, string>> = {}
  if (faults['empty-fields'] || faults['no-image']) for (const field of imageFields) fields[field] = ''
  if (faults['no-image']) return fields
  if (faults['several-images'] === 0) return { ...fields, [faults['result-field']]: written[0] ?? '' }
  for (const [index, text] of written.entries()) fields[imageFields[index + 2] ?? 'image_4'] = text
  return fields
}

function times(task: Task, nowMs: number, share: number, asText: boolean): Readonly<Record<string, unknown>> {
  const { createdAtMs, processingMs } = task.plan
  const seconds = (ms: number) => Math.floor(ms / 1000)
  const completedAtMs = task.outcome === undefined ? undefined : task.completedAtMs
  const numbers = {
    created_at: seconds(createdAtMs),
    processed_at: share < 0.2 ? 0 : seconds(createdAtMs + processingMs * 0.2),
    completed_at: completedAtMs === undefined ? 0 : seconds(completedAtMs),
    download_time: Math.round(task.downloadMs),
    time_elapsed: Math.round((completedAtMs ?? nowMs) - createdAtMs)
  }
  if (!asText) return numbers
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]))
}

/**
 * The `data` of a poll or of a synchronous create. Times are Unix seconds and milliseconds as numbers, and two unknown
 * fields come along (facts: types). What a pending and a failed task look like is ours: no such body is public.
 */
export function reportTask(task: Task, nowMs: number, faults: Faults, writeImage: WriteImage): TaskReport {
  const { plan, outcome } = task
  const share = plan.processingMs === 0 ? 1 : (nowMs - plan.createdAtMs) / plan.processingMs
  const base = {
    task_id: plan.id,
    ...times(task, nowMs, share, faults['string-numbers']),
    return_type: plan.order.returnType,
    type: 1
  }
  if (outcome === undefined || faults.stuck) {
    const { state, detail, percent } = progressAt(faults.stuck ? 0.87 : share, task.work === 'downloading')
    return { pending: true, data: { ...base, state, state_detail: detail, progress: percent } }
  }
  const endState = faults.state ?? (outcome.kind === 'failed' ? outcome.state : 1)
  if (endState !== 1 || outcome.kind === 'failed') {
    const own = outcome.kind === 'failed' ? outcome.message : ''
    const message = faults['err-message'] || own
    const detail = endState < 0 ? 'Failed' : 'Processing'
    const words = message === '' ? {} : { err_message: message }
    return {
      pending: false,
      data: { ...base, state: endState, state_detail: detail, progress: 99, ...words }
    }
  }
  const written = outcome.images.map((image, index) => writeImage(index, image))
  return {
    pending: false,
    data: {
      ...base,
      state: 1,
      state_detail: 'Complete',
      progress: 100,
      image_type: sniffFormat(outcome.images[0] ?? new Uint8Array()) ?? 'webp',
      ...placeImages(written, faults)
    }
  }
}
