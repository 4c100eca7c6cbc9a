import type { Failure, TaskFailureReason } from '../../../../src/core/failures'
import type { Reached } from '../../../../src/ui/expansion/expansion-types'
import { noPictures } from './pictures'
import { madeImage, sampleTask } from './sample-runs'

/** A failure as it comes up, with how far the order had come by then. */
export interface Fault {
  readonly failure: Failure
  readonly reached: Reached
}

const nothing: Reached = { kind: 'nothing' }
const task: Reached = { kind: 'task', ...sampleTask }
const image: Reached = { kind: 'image', ...madeImage(noPictures, 0) }

/** One of every kind, with words that the service and Figma say: a new failure without a sample does not compile. */
export const sampleFaults: {
  readonly [Kind in Failure['kind']]: Fault & { readonly failure: Extract<Failure, { readonly kind: Kind }> }
} = {
  'no-key': { failure: { kind: 'no-key' }, reached: nothing },
  'wrong-key': {
    failure: {
      kind: 'wrong-key',
      message: 'Unauthorized API Key. Please check if the X-API-KEY is correct and if the service is enabled'
    },
    reached: nothing
  },
  'out-of-credits': {
    failure: { kind: 'out-of-credits', message: 'Insufficient credits' },
    reached: nothing
  },
  'invalid-request': {
    failure: {
      kind: 'invalid-request',
      field: 'baseUrl',
      rule: 'must be an address that starts with http:// or https://'
    },
    reached: nothing
  },
  refused: {
    failure: { kind: 'refused', status: 400, message: 'Invalid params ‘image_file’, unsupported format' },
    reached: nothing
  },
  'unknown-task': { failure: { kind: 'unknown-task', message: 'task not found' }, reached: task },
  'upload-too-large': { failure: { kind: 'upload-too-large', message: '' }, reached: nothing },
  'too-many-requests': { failure: { kind: 'too-many-requests', message: '' }, reached: nothing },
  'server-fault': {
    failure: { kind: 'server-fault', status: 502, message: 'Bad Gateway' },
    reached: nothing
  },
  unreachable: { failure: { kind: 'unreachable', sent: 'perhaps' }, reached: nothing },
  'answer-lost': { failure: { kind: 'answer-lost' }, reached: nothing },
  'still-running': {
    failure: { kind: 'still-running', taskId: 'task-1', waitedMs: 180_000 },
    reached: task
  },
  'task-failed': { failure: taskFailure('failed'), reached: nothing },
  'unknown-state': { failure: { kind: 'unknown-state', taskId: 'task-1', state: 9 }, reached: task },
  'unreadable-answer': {
    failure: { kind: 'unreadable-answer', detail: 'Unexpected token < in JSON at position 0' },
    reached: task
  },
  'no-image': { failure: { kind: 'no-image', taskId: 'task-1', detail: 'no image field' }, reached: task },
  'download-failed': {
    failure: { kind: 'download-failed', taskId: 'task-1', url: 'https://example.com/image.png', status: 403 },
    reached: task
  },
  cancelled: { failure: { kind: 'cancelled', taskMayExist: true }, reached: task },
  'unreadable-export': {
    failure: { kind: 'unreadable-export', detail: 'The source image could not be decoded' },
    reached: nothing
  },
  'upload-cannot-fit': {
    failure: { kind: 'upload-cannot-fit', detail: '5812345 bytes at 64 × 4096' },
    reached: nothing
  },
  'nothing-empty': { failure: { kind: 'nothing-empty' }, reached: nothing },
  'nothing-to-keep': { failure: { kind: 'nothing-to-keep' }, reached: nothing },
  'unreadable-result': {
    failure: { kind: 'unreadable-result', detail: 'The source image could not be decoded' },
    reached: task
  },
  'node-gone': { failure: { kind: 'node-gone' }, reached: nothing },
  'node-changed': { failure: { kind: 'node-changed' }, reached: image },
  'export-failed': {
    failure: {
      kind: 'export-failed',
      detail: 'Failed to export node. This node may not have any visible layers.'
    },
    reached: nothing
  },
  'image-refused': { failure: { kind: 'image-refused', detail: 'Image is too large' }, reached: image },
  'cannot-write': {
    failure: {
      kind: 'cannot-write',
      detail: 'in set_fills: This property cannot be overridden in an instance'
    },
    reached: image
  },
  'storage-failed': {
    failure: { kind: 'storage-failed', detail: 'Storage quota exceeded' },
    reached: nothing
  },
  'no-answer': { failure: { kind: 'no-answer', call: 'place-result' }, reached: image },
  broken: {
    failure: { kind: 'broken', detail: 'TypeError: Cannot read properties of undefined (reading ‘width’)' },
    reached: nothing
  },
  'mask-misread': { failure: { kind: 'mask-misread' }, reached: image },
  unchanged: { failure: { kind: 'unchanged' }, reached: image }
}

/** What the service says of a task that failed; `reason` is the meaning of the state that it gives. */
export function taskFailure(reason: TaskFailureReason): Extract<Failure, { readonly kind: 'task-failed' }> {
  return { kind: 'task-failed', taskId: 'task-1', state: -1, reason, message: '' }
}

/** A fault at another time than the sample of its kind: it reads on from “The same”. */
export interface TimedFault extends Fault {
  readonly time: string
}

/** The same kinds at other times, when the window says or offers something else. */
export const faultsAtOtherTimes: readonly TimedFault[] = [
  { time: 'while the result was asked for', failure: { kind: 'no-key' }, reached: task },
  {
    time: 'while the result was asked for',
    failure: { kind: 'wrong-key', message: 'Unauthorized API Key' },
    reached: task
  },
  {
    time: 'while the result was asked for',
    failure: { kind: 'out-of-credits', message: 'Insufficient credits' },
    reached: task
  },
  {
    time: 'while the result was asked for',
    failure: { kind: 'refused', status: 403, message: 'Forbidden' },
    reached: task
  },
  {
    time: 'while the result was asked for',
    failure: {
      kind: 'invalid-request',
      field: 'key',
      rule: 'must be letters, digits and signs without spaces'
    },
    reached: task
  },
  {
    time: 'while the result was asked for',
    failure: { kind: 'too-many-requests', message: '' },
    reached: task
  },
  {
    time: 'while the result was asked for',
    failure: { kind: 'server-fault', status: 502, message: 'Bad Gateway' },
    reached: task
  },
  {
    time: 'while the request was sent',
    failure: { kind: 'unreadable-answer', detail: 'the address leads on to another one' },
    reached: nothing
  },
  { time: 'before anything was sent', failure: { kind: 'unreachable', sent: 'no' }, reached: nothing },
  { time: 'while the result was asked for', failure: { kind: 'unreachable', sent: 'no' }, reached: task },
  { time: 'after the image was made', failure: { kind: 'node-gone' }, reached: image },
  { time: 'before anything was sent', failure: { kind: 'node-changed' }, reached: nothing },
  {
    time: 'before anything was sent',
    failure: { kind: 'no-answer', call: 'export-subject' },
    reached: nothing
  },
  {
    time: 'while the request was sent',
    failure: { kind: 'broken', detail: 'TypeError: x is undefined', taskMayExist: true },
    reached: nothing
  },
  {
    time: 'while the result was asked for',
    failure: { kind: 'broken', detail: 'TypeError: x is undefined' },
    reached: task
  }
]

/** Words of others that are hard on the window. */
export const wordyFaults: Readonly<Record<string, Fault>> = {
  'refused, without words': { failure: { kind: 'refused', status: 403, message: '' }, reached: nothing },
  'refused, with many words': {
    failure: {
      kind: 'refused',
      status: 400,
      message:
        'Invalid params ‘mask_file’: https://wxtechhk.oss-cn-hongkong.aliyuncs.com/upload/2025/06/01/0d5a1c6e-3b0e-4c39-9d2e-5a4f1f6d7e80-mask-after-normalisation.png must be of the same size as the image (1440 × 900), got 1440 × 901'
    },
    reached: nothing
  },
  'task-failed, with the service’s words': {
    failure: { ...taskFailure('prompt-refused'), message: 'prompt contains sensitive words' },
    reached: nothing
  },
  'cannot-write, without words': { failure: { kind: 'cannot-write', detail: '' }, reached: image }
}
