import type { Caller } from '../../bridge/caller'
import type { Expansion } from '../../core/expansion/expansion'
import type { SentRecord } from '../../core/expansion/sent-record'
import type { RasterFailure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import type { MaskBand } from '../../core/mask/mask-bands'
import type { Outcome } from '../../core/outcome'
import type { CanvasPlan, SidesPlan } from '../../core/plan/plan'
import type { ReceivedImage } from '../../raster/finish/finish-received'
import type { FinishOptions } from '../../raster/finish/finished-image'
import type { Snapshot } from '../../raster/finish/snapshot'
import type { ComposedCanvas } from '../../raster/upload/compose-canvas'
import type { PreparedSubject } from '../../raster/upload/prepare-upload'
import type { ServiceClient } from '../../service/service-client'
import type { ThumbnailPorts } from './thumbnails'

/** `queued` waits for its turn at the service's rate: nothing is sent yet. */
export type Stage = 'exporting' | 'preparing' | 'queued' | 'sending' | 'waiting' | 'receiving' | 'placing'

/** What an expansion works with; each can be a fake in a test. The pixel work takes the bytes that it is given. */
export interface ExpansionPorts extends Pick<ThumbnailPorts, 'makeThumbnail'> {
  readonly call: Caller
  readonly service: ServiceClient
  /** Keeps paid tasks for as long as their images are neither placed nor discarded. */
  readonly memory: {
    readonly remember: (taskId: string, order: Expansion) => Promise<void>
    readonly forget: (taskId: string) => Promise<void>
    readonly noteSent: (name: string, awaits: SentRecord['awaits']) => Promise<SentRecord>
    readonly noteUnnamed: (note: SentRecord) => Promise<SentRecord>
    readonly forgetSent: (id: string) => Promise<void>
  }
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
  readonly finishReceived: (
    result: Uint8Array,
    sent: Snapshot | null,
    options: FinishOptions
  ) => Promise<Outcome<ReceivedImage, RasterFailure>>
}

export interface ExpansionWatch {
  readonly signal: AbortSignal
  /** `percent` is the service's own, from 0 to 100; null where a stage has none. */
  readonly onStage: (stage: Stage, percent: number | null) => void
}
