import { type Answer, reply } from './answer'
import { sniffFormat } from './image-check'
import type { ServiceState } from './service-state'
import { resultBytes } from './write-result'

/** A refusal in the manner of the object store that the real links lead to. */
function storeError(status: number, code: string, message: string): Answer {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>\n`
  return reply(status, 'application/xml', text)
}

/** GET /results/{file}: a result by its signed link; no key is asked for. */
export function resultsRoute(state: ServiceState, url: URL): Answer {
  const link = state.links.follow(url, state.clock.nowMs())
  if (link.kind === 'forged') return storeError(403, 'SignatureDoesNotMatch', 'The signature does not match.')
  if (link.kind === 'expired') return storeError(403, 'AccessDenied', 'Request has expired.')
  const image = state.tasks.imageOf(link.taskId, link.index)
  if (image === undefined) return storeError(404, 'NoSuchKey', 'The specified key does not exist.')
  return reply(200, `image/${sniffFormat(image) ?? 'webp'}`, resultBytes(state, image))
}
