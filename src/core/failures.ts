/**
 * Everything that can go wrong between this plugin and the image expansion service. Plain data, so that it can be
 * posted and stored. `message` holds the service's own words and is empty where it said nothing; it never holds the key.
 */
export type ServiceFailure =
  /** A value is out of its documented range; found before anything was sent. */
  | { readonly kind: 'invalid-request'; readonly field: string; readonly rule: string }
  /** HTTP 401: the key is wrong, or the service is not enabled for it. */
  | { readonly kind: 'wrong-key'; readonly message: string }
  /** The message speaks of credits, balance or quota (no code is documented for it). */
  | { readonly kind: 'out-of-credits'; readonly message: string }
  /** HTTP 400 and every other 4xx without a row of its own: the request was refused, nothing was generated. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /**
   * A 404 in the service's own envelope on a query: the task is not known, not known yet, or its hour is over. No proof
   * that a paid task is gone.
   */
  | { readonly kind: 'unknown-task'; readonly message: string }
  /** HTTP 413: the upload is larger than the service takes. */
  | { readonly kind: 'upload-too-large'; readonly message: string }
  /** HTTP 429: more requests a second than allowed. On a create, nothing was made, and it was sent once more already. */
  | { readonly kind: 'too-many-requests'; readonly message: string }
  /** HTTP 5xx, or a gateway's 404 on a query. After a 5xx on a create the task may exist all the same. */
  | { readonly kind: 'server-fault'; readonly status: number; readonly message: string }
  /**
   * No answer: offline, blocked by CORS or the manifest, or the connection broke. `sent` is 'no' when no create was under
   * way. It is 'perhaps' when a create failed and the service did not answer a harmless request right after it either:
   * most likely nothing was sent, and nobody can know. Such a create is not repeated by itself.
   */
  | { readonly kind: 'unreachable'; readonly sent: 'no' | 'perhaps' }
  /** A create was sent and its answer never came: the task may exist and may be charged. It is never repeated automatically. */
  | { readonly kind: 'answer-lost' }
  /** The task is still not done after the polling time. It may finish later. */
  | { readonly kind: 'still-running'; readonly taskId: string; readonly waitedMs: number }
  /** `data.state` is negative: the service says that the task failed. `reason` names the state. */
  | {
      readonly kind: 'task-failed'
      readonly taskId: string
      readonly state: number
      readonly reason: TaskFailureReason
      readonly message: string
    }
  /** `data.state` is something that nothing documents; null where it is missing or not a number. */
  | { readonly kind: 'unknown-state'; readonly taskId: string; readonly state: number | null }
  /** The answer is not JSON, or not of the documented shape. */
  | { readonly kind: 'unreadable-answer'; readonly detail: string }
  /** The task is done and no image field holds anything, or what it holds is not an image. */
  | { readonly kind: 'no-image'; readonly taskId: string; readonly detail: string }
  /** The task is done; its result link could not be fetched (blocked, broken, or its hour is over). */
  | {
      readonly kind: 'download-failed'
      readonly taskId: string
      readonly url: string
      readonly status: number
    }
  /** The user stopped the waiting. Not an error. `taskMayExist` is there when a create had already been handed over. */
  | { readonly kind: 'cancelled'; readonly taskMayExist?: true }

/** What a negative `data.state` means. 'undocumented' is a negative state without a known meaning. */
export type TaskFailureReason =
  | 'failed'
  | 'result-not-stored'
  | 'url-unreachable'
  | 'too-large'
  | 'invalid-image'
  | 'timed-out'
  | 'internal'
  | 'content-refused'
  | 'cancelled-abnormally'
  | 'short-of-resources'
  | 'prompt-refused'
  | 'undocumented'

/** Everything that can go wrong on the document's side of the bridge. Plain data; `detail` is for the technical report. */
export type DocumentFailure =
  /** The layer was removed after it was looked at. */
  | { readonly kind: 'node-gone' }
  /** The layer can no longer be expanded as planned. */
  | { readonly kind: 'node-changed' }
  /** The platform could not render the layer. */
  | { readonly kind: 'export-failed'; readonly detail: string }
  /** The platform refused the image as a fill. */
  | { readonly kind: 'image-refused'; readonly detail: string }
  /** The platform refused a change of the layer; what had been changed was put back. */
  | { readonly kind: 'cannot-write'; readonly detail: string }
  /** The plugin's storage on this device is full or refused the entry. */
  | { readonly kind: 'storage-failed'; readonly detail: string }
  /** The other side of the bridge did not answer in time. */
  | { readonly kind: 'no-answer'; readonly call: string }
  /**
   * The other side of the bridge threw, or answered what the protocol does not know: a bug. `taskMayExist` is there when a
   * create had already been handed over.
   */
  | { readonly kind: 'broken'; readonly detail: string; readonly taskMayExist?: true }

/** Everything that can go wrong with pixels in the browser. Plain data; `detail` is for the technical report. */
export type RasterFailure =
  /** The platform's export could not be read as an image. */
  | { readonly kind: 'unreadable-export'; readonly detail: string }
  /** No encoding of the upload stays under the service's limits. */
  | { readonly kind: 'upload-cannot-fit'; readonly detail: string }
  /** The source image covers the whole frame and is opaque: there is no new area. */
  | { readonly kind: 'nothing-empty' }
  /** No pixel of the source image is opaque: there is no known area. */
  | { readonly kind: 'nothing-to-keep' }
  /** The service's result is no readable image, or too large to be read. */
  | { readonly kind: 'unreadable-result'; readonly detail: string }

/** Everything that can end an expansion before its image is placed. */
export type Failure =
  | DocumentFailure
  | RasterFailure
  | ServiceFailure
  | { readonly kind: 'no-key' }
  /** The result preserves the new area instead of the known area: it is not placed automatically. */
  | { readonly kind: 'mask-misread' }
  /** The service returned the upload unchanged: it is not placed automatically. */
  | { readonly kind: 'unchanged' }
