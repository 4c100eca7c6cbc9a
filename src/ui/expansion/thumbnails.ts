import type { Caller } from '../../bridge/caller'
import type { RasterFailure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import type { Outcome } from '../../core/outcome'
import type { SubjectLayer } from '../../core/plan/plan'
import type { ThumbnailLayer } from '../../raster/thumbnail/subject-thumbnail'

/** A small picture of what is sent of a layer. */
export interface Thumbnail {
  readonly subject: ThumbnailSubject
  readonly png: Uint8Array
}

export interface ThumbnailSubject extends Size {
  readonly nodeId: string
  readonly layers: readonly SubjectLayer[]
}

export interface ThumbnailPorts {
  readonly call: Caller
  readonly makeThumbnail: (
    layers: readonly ThumbnailLayer[],
    subject: Size,
    pixelSize: Size
  ) => Promise<Outcome<Uint8Array, RasterFailure>>
}

/** Long side of a thumbnail, px: twice its room in the window, for sharp screens. */
const longSide = 544

/**
 * Makes thumbnails one at a time: while one is being made, only the latest wish for another is kept, so that a layer that
 * is being dragged is not exported for each step. A picture that cannot be made is null: the window can do without.
 */
export function createThumbnails(
  { call, makeThumbnail }: ThumbnailPorts,
  onThumbnail: (thumbnail: Thumbnail | null) => void
): (subject: ThumbnailSubject | null) => void {
  let isBusy = false
  let wishes = 0
  let wished: ThumbnailSubject | null = null

  // A background alone could be exported only from a temporary layer: looking at a layer must not change the document.
  const readLayer = async (
    { source, imagePlace }: SubjectLayer,
    scale: number
  ): Promise<ThumbnailLayer | null> => {
    if (source.content === 'backdrop') {
      const read = await call('read-paints', { nodeId: source.nodeId })
      return read.ok ? { kind: 'paints', paints: read.value.paints } : null
    }
    const exported = await call('export-subject', { source, scale })
    return exported.ok ? { kind: 'export', png: exported.value.png, imagePlace } : null
  }

  const make = async ({ width, height, layers }: ThumbnailSubject): Promise<Uint8Array | null> => {
    const scale = longSide / Math.max(width, height)
    const drawn: ThumbnailLayer[] = []
    for (const layer of layers) {
      const read = await readLayer(layer, scale)
      if (read === null) {
        return null
      }
      drawn.push(read)
    }
    const pixelSize = {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale))
    }
    const made = await makeThumbnail(drawn, { width, height }, pixelSize)
    return made.ok ? made.value : null
  }

  const work = async (): Promise<void> => {
    isBusy = true
    for (let wish = 0; wish !== wishes;) {
      wish = wishes
      const subject = wished
      const png = subject === null ? null : await make(subject).catch(() => null)
      // Overtaken by a later wish, it would show another layer's picture.
      if (wish === wishes) {
        onThumbnail(subject === null || png === null ? null : { subject, png })
      }
    }
    isBusy = false
  }

  return (subject) => {
    wishes++
    wished = subject
    if (!isBusy) {
      void work()
    }
  }
}
