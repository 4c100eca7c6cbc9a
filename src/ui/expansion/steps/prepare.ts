import type { Expansion } from '../../../core/expansion/expansion'
import type { DocumentFailure, RasterFailure } from '../../../core/failures'
import { type Outcome, succeed } from '../../../core/outcome'
import { type CanvasPlan, type LayerPlan, shapesAt, toCanvasPlan } from '../../../core/plan/plan'
import { blobOf } from '../../../raster/canvas/blob-of'
import type { Snapshot } from '../../../raster/finish/snapshot'
import type { EncodedImage } from '../../../raster/upload/encode-under-limit'
import type { CanvasRequest, SidesRequest } from '../../../service/wire/expansion-request'
import type { ExpansionPorts, Prepared, StepWatch } from '../expansion-types'
import { type Cancelled, untilAborted } from '../until-aborted'

type Preparing<Value> = Promise<Outcome<Value, DocumentFailure | RasterFailure | Cancelled>>

/**
 * Exports what the expansion's plan needs and makes the request of it. A four-side plan whose subject turns out not to fill
 * its box becomes a canvas request: its see-through parts are to be generated too.
 */
export async function prepare(
  expansion: Expansion,
  ports: ExpansionPorts,
  watch: StepWatch
): Preparing<Prepared> {
  const { plan } = expansion
  if (plan.kind === 'link') {
    const { url, ratios } = plan
    return succeed({
      request: { kind: 'sides', image: { kind: 'url', url }, ratios, ...wordsOf(expansion) },
      snapshot: null
    })
  }
  const exported = await exportLayers(plan, ports, watch)
  if (!exported.ok) {
    return exported
  }
  if (plan.kind === 'canvas') {
    return composeRequest(expansion, plan, exported.value, ports, watch)
  }
  const files = exported.value
  watch.onProgress('preparing', null)
  const prepared = await untilAborted(watch.signal, ports.prepareUpload(plan, files))
  if (!prepared.ok) {
    return prepared
  }
  if (prepared.value.kind === 'see-through') {
    return composeRequest(expansion, toCanvasPlan(plan), files, ports, watch)
  }
  const request: SidesRequest = {
    kind: 'sides',
    image: fileOf(prepared.value.upload),
    ratios: plan.ratios,
    ...wordsOf(expansion)
  }
  const canvasPlan = toCanvasPlan(plan)
  const { pixelSize, kept, clip } = canvasPlan
  return succeed({
    request,
    snapshot: {
      picture: {
        canvasSize: pixelSize,
        layers: sentLayers(canvasPlan, files),
        kept: { kind: 'shapes', shapes: { kept, clip } }
      },
      canvas: null
    }
  })
}

async function composeRequest(
  expansion: Expansion,
  plan: CanvasPlan,
  files: readonly Blob[],
  { call, composeCanvas, writeRefinedMask }: ExpansionPorts,
  { signal, onProgress }: StepWatch
): Preparing<Prepared> {
  onProgress('preparing', null)
  const composed = await untilAborted(signal, composeCanvas(plan, files))
  if (!composed.ok) {
    return composed
  }
  const { upload, refined } = composed.value
  const size = upload.pixelSize
  const mask =
    refined === null
      ? await untilAborted(
          signal,
          call('build-mask', { size, shapes: shapesAt(plan, size), isInverted: expansion.maskIsInverted })
        )
      : succeed({ png: await writeRefinedMask(size, refined, expansion.maskIsInverted) })
  if (!mask.ok) {
    return mask
  }
  const request: CanvasRequest = {
    kind: 'canvas',
    image: fileOf(upload),
    mask: { kind: 'file', bytes: mask.value.png, mime: 'image/png' },
    ...wordsOf(expansion)
  }
  return succeed({
    request,
    snapshot: {
      picture: {
        canvasSize: plan.pixelSize,
        layers: sentLayers(plan, files),
        kept:
          refined === null
            ? { kind: 'shapes', shapes: { kept: plan.kept, clip: plan.clip } }
            : { kind: 'bands', size, bands: refined }
      },
      canvas: {
        upload: blobOf(upload.bytes),
        mask: blobOf(mask.value.png),
        maskIsInverted: expansion.maskIsInverted
      }
    }
  })
}

async function exportLayers(
  { layers, scale }: LayerPlan,
  { call }: ExpansionPorts,
  { signal, onProgress }: StepWatch
): Preparing<readonly Blob[]> {
  onProgress('exporting', null)
  const files: Blob[] = []
  for (const { source } of layers) {
    const exported = await untilAborted(signal, call('export-subject', { source, scale }))
    if (!exported.ok) {
      return exported
    }
    files.push(blobOf(exported.value.png))
  }
  return succeed(files)
}

function sentLayers({ layers }: CanvasPlan, files: readonly Blob[]): Snapshot['picture']['layers'] {
  return layers.flatMap(({ imagePlace }, index) => {
    const image = files[index]
    return image === undefined ? [] : [{ image, imagePlace }]
  })
}

function fileOf({ bytes, mime }: EncodedImage): SidesRequest['image'] {
  return { kind: 'file', bytes, mime }
}

/** Whatever is left to the service is not sent. */
function wordsOf({
  prompt,
  tuning: { strength, scale, steps },
  isSingleRequest
}: Expansion): Pick<SidesRequest, 'prompt' | 'strength' | 'scale' | 'steps' | 'sync'> {
  return {
    ...(prompt === '' ? {} : { prompt }),
    ...(strength === null ? {} : { strength }),
    ...(scale === null ? {} : { scale }),
    ...(steps === null ? {} : { steps }),
    ...(isSingleRequest ? { sync: 1 } : {})
  }
}
