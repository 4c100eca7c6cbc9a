import type { Caller } from '../../bridge/caller'
import type { Failure, RasterFailure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import type { KnownAreaVerdict } from '../../core/mask/known-area-verdict'
import type { MaskBand } from '../../core/mask/mask-bands'
import type { Outcome } from '../../core/outcome'
import type { CanvasPlan, SidesPlan } from '../../core/plan/plan'
import type { ReceivedImage } from '../../raster/finish/finish-received'
import type { FinishOptions } from '../../raster/finish/finished-image'
import type { FinishHandle } from '../../raster/finish/finishing-tasks'
import type { Snapshot } from '../../raster/finish/snapshot'
import type { ComposedCanvas } from '../../raster/upload/compose-canvas'
import type { PreparedSubject } from '../../raster/upload/prepare-upload'
import type { ServiceClient } from '../../service/service-client'
import type { ExpansionRequest } from '../../service/wire/expansion-request'
import type { ResultImage } from '../../service/wire/expansion-result'
import type { Journal } from './journal'
import type { Task } from './task'

/*
 * The types that an expansion passes through, in this order: Expansion → Prepared → Task → Result → FinishedImage → Placed
 * (the placed one is the bridge's: `where` the image is in the document).
 */

/** Upload and mask, ready to be sent; what finishing needs of them is the snapshot. */
export interface Prepared {
  readonly request: ExpansionRequest
  /** Null for a linked image: nothing of it is in the document. */
  readonly snapshot: Snapshot | null
}

/** One of the `count` images that the service returned for a task. */
export interface Result {
  readonly task: Task
  readonly taskId: string | null
  readonly index: number
  readonly count: number
  readonly image: ResultImage
}

/** An image that a fill can hold. The browser may keep it on disk. */
export interface FinishedImage extends Omit<ReceivedImage, 'kept' | 'bytes'>, Omit<Result, 'image'> {
  /** Whether the service kept what it was to keep; null where it was not told (a four-side request). */
  readonly verdict: KnownAreaVerdict | null
}

/** How far a variation has come: what exists already is never made, or paid for, again. */
export type Reached =
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'task' } & Task)
  | ({ readonly kind: 'result' } & Result)
  | ({ readonly kind: 'image' } & FinishedImage)

/** `queued` waits for its turn at the service's rate: nothing is sent yet. */
export type Stage = 'exporting' | 'preparing' | 'queued' | 'sending' | 'waiting' | 'receiving' | 'placing'

/** What every step takes: how it is stopped, and who wants to know how far it is. */
export interface StepWatch {
  readonly signal: AbortSignal
  /** `percent` is the service's own, from 0 to 100; null where a stage has none. */
  readonly onProgress: (stage: Stage, percent: number | null) => void
}

/** What becomes of a variation. `index` counts the images of its answer: further ones become variations of their own. */
export type ExpandEvent =
  /** The create is answered, or will not be: the next one can be sent. */
  | { readonly kind: 'answered'; readonly reached: Reached }
  | { readonly kind: 'images'; readonly count: number }
  /** `doubt`: why the image is not placed by itself; null where it is. */
  | {
      readonly kind: 'finished'
      readonly index: number
      readonly image: FinishedImage
      readonly doubt: Failure | null
    }
  | { readonly kind: 'ended'; readonly index: number; readonly end: ExpandEnd }

/** How a variation ended that brought no image. A failure says how far it came, so that it can go on from there. */
export type ExpandEnd =
  | { readonly kind: 'failed'; readonly failure: Failure; readonly reached: Reached }
  | { readonly kind: 'cancelled'; readonly reached: Reached; readonly mayBeCharged: boolean }

export interface ExpandWatch extends StepWatch {
  /** `index`: of the image, where several came with one answer. */
  readonly onProgress: (stage: Stage, percent: number | null, index?: number) => void
  readonly emit: (event: ExpandEvent) => void
}

/** What one variation's expansion works with: each step is its run's own. */
export interface ExpandSteps {
  /** Made once for all variations of the expansion. */
  readonly prepare: (watch: StepWatch) => Promise<Outcome<Prepared, Failure>>
  /** What was sent, made again after the plugin was closed meanwhile; null where it cannot be. */
  readonly snapshot: () => Promise<Snapshot | null>
  readonly journal: Pick<Journal, 'newEntryId' | 'begin' | 'accept' | 'settle'>
  readonly service: ServiceClient
  /** Makes ready what finishing needs, while the service works. */
  readonly prepareFinish: () => void
  readonly finishReceived: ExpansionPorts['finishReceived']
  /** Puts an image into the document; `bytes` null: they are read from the image. */
  readonly place: (index: number, image: FinishedImage, bytes: Uint8Array | null) => Promise<void>
  /** Milliseconds since 1970, as this device has them at the moment. */
  readonly epochMs: () => number
  /** Milliseconds of the window's own clock, which never jumps. */
  readonly tickMs: () => number
}

/** Why a signal was aborted, where the run was let go of and not canceled. */
export const leftReason = 'left'

/** What expansions work with; each can be a fake in a test. The pixel work takes the bytes that it is given. */
export interface ExpansionPorts {
  readonly call: Caller
  readonly prepareUpload: (
    plan: SidesPlan,
    exports: readonly Blob[]
  ) => Promise<Outcome<PreparedSubject, RasterFailure>>
  readonly composeCanvas: (
    plan: CanvasPlan,
    exports: readonly Blob[]
  ) => Promise<Outcome<ComposedCanvas, RasterFailure>>
  readonly writeRefinedMask: (
    size: Size,
    bands: readonly MaskBand[],
    isInverted: boolean
  ) => Promise<Uint8Array>
  readonly prepareFinish: (snapshot: Snapshot) => Promise<FinishHandle | null>
  readonly releaseFinish: (handle: FinishHandle) => Promise<void>
  readonly finishReceived: (
    result: Uint8Array,
    snapshot: Snapshot | null,
    options: FinishOptions,
    handle?: FinishHandle | null
  ) => Promise<Outcome<ReceivedImage, RasterFailure>>
}
