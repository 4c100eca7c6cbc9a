import type { Caller } from '../../../src/bridge/caller'
import type { CallName, Params, Reply } from '../../../src/bridge/protocol'
import type { DocumentFailure } from '../../../src/core/failures'
import type { KnownAreaDifference } from '../../../src/core/mask/known-area-verdict'
import { type Outcome, succeed } from '../../../src/core/outcome'
import { blobOf } from '../../../src/raster/canvas/blob-of'
import type { ReceivedImage } from '../../../src/raster/finish/finish-received'
import type { EncodedImage } from '../../../src/raster/upload/encode-under-limit'
import type { ServiceClient } from '../../../src/service/service-client'
import type { ExpansionPorts } from '../../../src/ui/expansion/expansion-types'
import type { ThumbnailPorts } from '../../../src/ui/expansion/thumbnails'
import type { RememberedPorts } from '../../../src/ui/model/remembered-actions'
import { sampleHandlers } from '../../bridge/handlers'

type Answers = {
  readonly [Name in CallName]?: (
    params: Params<Name>
  ) => Promise<Outcome<Reply<Name>, DocumentFailure>> | Outcome<Reply<Name>, DocumentFailure>
}

/** A caller that answers by itself, with a log of the names that were called. */
function fakeCaller(log: string[], answers: Answers = {}): Caller {
  return async (name, params) => {
    log.push(name)
    const answer = answers[name] ?? sampleHandlers[name]
    return await answer(params)
  }
}

export const png = new Uint8Array([1])
export const finished = new Uint8Array([2])

export const receivedImage: ReceivedImage = {
  image: blobOf(finished),
  bytes: finished,
  thumbnail: png,
  seam: { before: { mean: 4, worst: 6 }, after: { mean: 0.5, worst: 1 } },
  isUnchanged: false,
  kept: null
}

const wellKept: KnownAreaDifference = { kept: 0, generated: 50 }

/** A service on which everything goes well: task t1, then one image. */
function fakeService(log: string[], changes: Partial<ServiceClient> = {}): ServiceClient {
  const result = {
    taskId: 't1',
    images: [{ kind: 'base64', taskId: 't1', field: 'image', base64: 'AA==' }],
    details: {
      createdAt: null,
      processedAt: null,
      completedAt: null,
      downloadTime: null,
      timeElapsed: null,
      returnType: 2
    }
  } as const
  const logged = <Name extends keyof ServiceClient>(
    name: Name,
    call: ServiceClient[Name]
  ): ServiceClient[Name] => {
    const wrapped = (...args: Parameters<ServiceClient[Name]>): unknown => {
      log.push(name)
      return Reflect.apply(call, null, args)
    }
    return wrapped as ServiceClient[Name]
  }
  return {
    submit: logged(
      'submit',
      changes.submit ??
        (async (_request, options) => {
          await options?.onTurn?.()
          return succeed({ kind: 'task', taskId: 't1', createdAtMs: null })
        })
    ),
    query: logged(
      'query',
      changes.query ?? (() => Promise.resolve(succeed({ kind: 'done', createdAtMs: null, result })))
    ),
    awaitResult: logged('awaitResult', changes.awaitResult ?? (() => Promise.resolve(succeed(result)))),
    download: logged(
      'download',
      changes.download ??
        (() =>
          Promise.resolve(
            succeed({ bytes: new Uint8Array([7]), mime: 'image/png', pixelSize: { width: 1, height: 1 } })
          ))
    ),
    checkKey: logged('checkKey', changes.checkKey ?? (() => Promise.resolve(succeed(true))))
  }
}

/** Ports on which everything goes well, and the order in which they were used. */
export function fakePorts(
  options: {
    readonly answers?: Answers
    readonly service?: Partial<ServiceClient>
    readonly raster?: Partial<Omit<ExpansionPorts, 'call'>>
  } = {}
): ExpansionPorts &
  Pick<ThumbnailPorts, 'makeThumbnail'> &
  Pick<RememberedPorts, 'thumbnailOfFile'> & { readonly log: string[]; readonly service: ServiceClient } {
  const log: string[] = []
  return {
    log,
    call: fakeCaller(log, options.answers),
    service: fakeService(log, options.service),
    prepareUpload: async (plan, exports) => {
      log.push('prepareUpload')
      const bytes = new Uint8Array((await exports[0]?.arrayBuffer()) ?? [])
      return (
        options.raster?.prepareUpload?.(plan, exports) ?? succeed({ kind: 'opaque', upload: upload(bytes) })
      )
    },
    composeCanvas: (plan, exports) => {
      log.push('composeCanvas')
      return (
        options.raster?.composeCanvas?.(plan, exports) ??
        Promise.resolve(succeed({ upload: upload(new Uint8Array([3])), refined: null }))
      )
    },
    writeRefinedMask: (...args) => {
      log.push('writeRefinedMask')
      return options.raster?.writeRefinedMask?.(...args) ?? Promise.resolve(new Uint8Array([6]))
    },
    finishReceived: (bytes, sent, finishing) => {
      log.push('finishReceived')
      return (
        options.raster?.finishReceived?.(bytes, sent, finishing) ??
        Promise.resolve(succeed({ ...receivedImage, kept: sent?.canvas == null ? null : wellKept }))
      )
    },
    makeThumbnail: () => Promise.resolve(succeed(png)),
    prepareFinish: () => Promise.resolve(null),
    releaseFinish: () => Promise.resolve(),
    thumbnailOfFile: () => Promise.resolve(succeed(png))
  }
}

function upload(bytes: Uint8Array): EncodedImage {
  return { bytes, mime: 'image/png', pixelSize: { width: 64, height: 64 } }
}
