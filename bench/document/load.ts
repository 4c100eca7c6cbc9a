import { sha1 } from '../../playground/testing/document'
import { ClientStorage } from '../../playground/testing/host'
import { requestsPerSecond } from '../../src/core/limits'
import { maxRequestCap } from '../../src/core/settings'
import { isUnderWay } from '../../src/ui/expansion/run'
import type { AppModel } from '../../src/ui/model/app-model'
import { chaosKey } from '../../tests/chaos/chaos-key'
import { createNetwork } from '../../tests/chaos/chaos-network'
import { createChaosService } from '../../tests/chaos/chaos-service'
import { drawFaults } from '../../tests/chaos/faults'
import { pictureFile } from '../../tests/chaos/picture-file'
import { bundlePlugin } from '../../tests/chaos/plugin-code'
import { openPluginWindow } from '../../tests/chaos/plugin-window'
import { createRandom } from '../../tests/chaos/seeded-random'
import { createVirtualTime } from '../../tests/chaos/virtual-time'
import { image } from '../../tests/main/support/open-layers'
import { documentWith, layer } from '../../tests/playground/document/build-document'
import type { Row } from '../report/row'

/** Size of every banner, document units; each grows by the window's default. */
export interface Load {
  readonly banners: number
  readonly variants: number
}
const standardLoad: Load = { banners: 50, variants: 4 }

const startMs = 1_700_000_000_000

export interface LoadFigures {
  /** Number of requests over the service's rate. */
  readonly refused: number
  readonly tasks: number
  /** Number of banners that show an image at the end. */
  readonly placed: number
  /** From the first request to the last create: time, s, number of requests, and share of the limit. */
  readonly sendingSeconds: number
  readonly sendingShare: number
  /** The same up to the very last request. */
  readonly seconds: number
  readonly share: number
}

/** Expands banners at once (by default 50 with 4 variations) against the stand-in's model in virtual time. */
export async function expandBanners(
  distance: 'local' | 'world',
  { banners, variants }: Load = standardLoad
): Promise<LoadFigures> {
  const code = await bundlePlugin()
  const random = createRandom(1)
  const time = createVirtualTime({
    startMs,
    afterEvent: () => undefined,
    onThrown: (error) => {
      throw error
    }
  })
  const faults = drawFaults(random, time, 0, [])
  const photo = pictureFile({ width: 728, height: 90 }, 'a banner')
  const fills = [image({ imageHash: sha1(photo) })]
  const document = documentWith(
    ...Array.from({ length: banners }, (_, index) =>
      layer('RECTANGLE', { name: `banner ${index}`, y: 200 * index, width: 728, height: 90, fills })
    )
  )
  document.images.set(sha1(photo), photo)
  document.changed()
  const service = createChaosService({
    clock: time,
    random: random.fork('service'),
    faults,
    key: chaosKey,
    onMade: () => {
      lastCreateMs = time.nowMs()
      sent = arrivals.length
    },
    onBrokenRule: (sentence) => {
      throw new Error(sentence)
    }
  })
  const arrivals: number[] = []
  let lastCreateMs = 0
  let sent = 0
  const nothing = (): void => undefined
  const openNetwork = createNetwork({
    time,
    random: random.fork('network'),
    faults,
    service: {
      ...service,
      answer: (arrival) => {
        arrivals.push(time.nowMs())
        return service.answer(arrival)
      }
    },
    sabotage: undefined,
    distance,
    onCreated: nothing,
    onSent: nothing,
    onCrossing: nothing
  })
  const storage = new ClientStorage()
  storage.set('api-key', chaosKey)
  storage.set('settings', { variants, requestCap: maxRequestCap })
  const opened: AppModel[] = []
  openPluginWindow({
    number: 1,
    code,
    time,
    random: random.fork('window'),
    faults,
    document,
    storage,
    openNetwork: (owner) => openNetwork(1, owner),
    commitUndo: nothing,
    selection: document.currentPage.children.map(({ id }) => id),
    sabotage: undefined,
    watch: {
      onOpened: (model) => opened.push(model),
      onMessage: nothing,
      onCopied: nothing,
      onSetting: nothing,
      onSet: nothing,
      onCrossing: nothing,
      onClosed: nothing
    }
  })
  await time.runUntil(startMs + 2_000)
  const [model] = opened
  if (model === undefined) {
    throw new Error('the window does not open')
  }
  void model.expand()
  do {
    await time.runUntil(time.nowMs() + 1_000)
  } while (model.state.get().runs.some(isUnderWay) && time.nowMs() < startMs + 3_600_000)

  const firstMs = arrivals[0] ?? Number.NaN
  const shareOf = (requests: number, lastMs: number): number =>
    requests / (((lastMs - firstMs) / 1000) * requestsPerSecond)
  const lastMs = arrivals.at(-1) ?? Number.NaN
  return {
    refused: service.refusedForRate(),
    tasks: service.made.length,
    placed: model.state.get().runs.filter(({ shown }) => shown !== null).length,
    sendingSeconds: (lastCreateMs - firstMs) / 1000,
    sendingShare: shareOf(sent, lastCreateMs),
    seconds: (lastMs - firstMs) / 1000,
    share: shareOf(arrivals.length, lastMs)
  }
}

/**
 * Measures the use of the request rate. Goal: no request over the rate, and at least 95 % of the rate used while there is
 * something to send. Beside the stand-in on this machine, a remote service: its arrival times are unknown, so the client has to
 * await an answer before the next request.
 */
export async function measureLoad(): Promise<readonly Row[]> {
  const { banners, variants } = standardLoad
  const local = await expandBanners('local')
  const world = await expandBanners('world')
  const { refused, tasks, placed, sendingShare } = local
  return [
    {
      what: `${banners} banners × ${variants} variants at ${requestsPerSecond} requests a second`,
      measured: `${wordsOf(local)}; ${tasks} tasks, ${placed} banners placed`,
      beside: `in the world: ${wordsOf(world)}`,
      ratio: '–',
      goal: '0 refused, ≥ 95 % used',
      isMet:
        refused + world.refused === 0 &&
        sendingShare >= 0.95 &&
        placed === banners &&
        tasks === banners * variants
    }
  ]
}

function wordsOf({ refused, sendingShare, sendingSeconds, share, seconds }: LoadFigures): string {
  const sending = `${percent(sendingShare)} used for ${Math.round(sendingSeconds)} s of sending`
  return `${refused} refused for the rate, ${sending}, ${percent(share)} for all ${Math.round(seconds)} s`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
