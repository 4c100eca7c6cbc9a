import type { ServiceFailure } from '../core/failures'
import type { Outcome } from '../core/outcome'
import type { ExpansionRequest } from './wire/expansion-request'
import type { ExpansionResult, ResultImage } from './wire/expansion-result'
import type { TaskStatus } from './wire/task-status'

/**
 * What a create brought: a task to wait for, or (with `sync: 1`) the finished result at once. `createdAtMs` is when the
 * service says that it took the task, by its clock, in milliseconds since 1970; null where it does not say.
 */
export type Submission =
  | { readonly kind: 'task'; readonly createdAtMs: number | null; readonly taskId: string }
  | { readonly kind: 'done'; readonly createdAtMs: number | null; readonly result: ExpansionResult }

/** How far a task has come. `percent` goes from 0 to 100 and never back within one wait. */
export interface TaskProgress {
  readonly taskId: string
  readonly percent: number
  /** The service's own words ("Preparing", "Processing"), empty where it says nothing. */
  readonly stateDetail: string
  /** Milliseconds since the waiting began. */
  readonly waitedMs: number
}

/** A result as bytes, found to be an image by its signature. `pixelSize` is read from its header, without decoding. */
export interface DownloadedImage {
  readonly bytes: Uint8Array
  readonly mime: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly pixelSize: { readonly width: number; readonly height: number }
}

/** Every call can be stopped: it then fails with `cancelled`. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

export interface SubmitOptions extends CallOptions {
  /** Stops it only while it waits, for its turn or after a 429: nothing more is sent then, and nothing was made. */
  readonly turnSignal?: AbortSignal | undefined
  /** Called when its turn has come, right before it is first sent: it is sent when that is done. */
  readonly onTurn?: (() => void | Promise<void>) | undefined
}

export interface AwaitOptions extends CallOptions {
  /** Called after each answered poll. What it throws is passed on and ends the waiting. */
  readonly onProgress?: ((progress: TaskProgress) => void) | undefined
}

/**
 * The image expansion service, for one key at one address. No call throws: what can go wrong is a `ServiceFailure`, and
 * none of them holds the key.
 */
export interface ServiceClient {
  /**
   * Creates a task: one POST, because each one is paid for. It is sent once more, after a pause, where a 429 says that it
   * made nothing, and after nothing else. Stopping it once it was handed over fails with `cancelled` and `taskMayExist`; a
   * caller that does not want to lose the task id gives a `turnSignal` alone.
   */
  readonly submit: (
    request: ExpansionRequest,
    options?: SubmitOptions
  ) => Promise<Outcome<Submission, ServiceFailure>>
  /** Asks once how a task is; repeated shortly where the connection, a 429 or a 5xx gets in the way. */
  readonly query: (taskId: string, options?: CallOptions) => Promise<Outcome<TaskStatus, ServiceFailure>>
  /** Polls every second, for 180 s at most, until the task is done or failed. */
  readonly awaitResult: (
    taskId: string,
    options?: AwaitOptions
  ) => Promise<Outcome<ExpansionResult, ServiceFailure>>
  /** Brings one picture of a result: decodes it, or fetches its link (without the key). */
  readonly download: (
    image: ResultImage,
    options?: CallOptions
  ) => Promise<Outcome<DownloadedImage, ServiceFailure>>
  /** Tries the key with a request that costs nothing: a query for a task that cannot exist. */
  readonly checkKey: (options?: CallOptions) => Promise<Outcome<true, ServiceFailure>>
}
