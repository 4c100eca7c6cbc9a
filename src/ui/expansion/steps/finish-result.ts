import type { Failure } from '../../../core/failures'
import { knownAreaVerdict } from '../../../core/mask/known-area-verdict'
import { fail, type Outcome, succeed } from '../../../core/outcome'
import type { ReceivedImage } from '../../../raster/finish/finish-received'
import type { ExpandSteps, FinishedImage, Result, StepWatch } from '../expansion-types'
import type { SentExpansion } from '../task'
import { untilAborted } from '../until-aborted'

/** Makes of one image of the result an image that a fill can hold. */
export async function finishResult(
  { expansion }: SentExpansion,
  { image: result, ...rest }: Result,
  { service, snapshot, finishReceived }: ExpandSteps,
  watch: StepWatch
): Promise<Outcome<{ readonly image: FinishedImage; readonly bytes: Uint8Array }, Failure>> {
  const { signal, onProgress } = watch
  if (!signal.aborted) {
    onProgress('receiving', null)
  }
  const downloaded = await service.download(result, { signal })
  if (!downloaded.ok) {
    return downloaded
  }
  // A layer that grows is covered by its new fill; otherwise the original stays on top of the image.
  const options = { matchSeam: expansion.matchSeam, keepPixels: expansion.placement.kind === 'grow' }
  const work = snapshot()
    .then((sent) => finishReceived(downloaded.value.bytes, sent, options))
    .catch((error: unknown) => fail({ kind: 'broken', detail: String(error) } as const))
  const finished = await untilAborted<ReceivedImage, Failure>(signal, work)
  if (!finished.ok) {
    return finished
  }
  const { kept, bytes, ...image } = finished.value
  return succeed({
    image: { ...image, ...rest, verdict: kept === null ? null : knownAreaVerdict(kept) },
    bytes
  })
}

/** Images that are not placed by themselves: the designer decides. */
export function doubtOf({ verdict, isUnchanged }: FinishedImage): Failure | null {
  if (verdict === 'mask-misread') {
    return { kind: 'mask-misread' }
  }
  return isUnchanged ? { kind: 'unchanged' } : null
}
