import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../src/core/clock'
import { admitRequest } from '../admit-request'
import { adminRoute } from './admin-route'
import { refuse } from './answer'
import { answerRequest } from './answer-request'
import { corsHeaders } from './cors'
import { systemResolve } from './download'
import { FaultSwitches } from './fault-switches'
import type { Faults } from './faults'
import { listen } from './listen'
import type { RewriteImage } from './perform-order'
import { isPublicAddress } from './public-address'
import { RateLimit } from './rate-limit'
import { type ReceivedRequest, RequestLog } from './request-log'
import { ResultLinks } from './result-links'
import { send } from './send'
import type { ServiceState } from './service-state'
import { systemClock } from './system-clock'
import type { Task } from './task'
import { TaskStore } from './task-store'

/** What it is, in its startup line and in a header of every answer. */
export const standInLabel = 'stand-in, no AI'

export interface ServiceOptions {
  /** 0, the default: a free one. */
  readonly port?: number
  /** `localhost`, the default: 127.0.0.1 and ::1. */
  readonly host?: 'localhost' | '127.0.0.1'
  /** Ports that requests may name besides its own: a browser may have been told to look here for them. */
  readonly otherPorts?: readonly number[]
  readonly keys?: readonly string[]
  readonly faults?: Partial<Faults>
  readonly clock?: Clock
  /** In [0, 1): task ids and the seeds that are left to the service. */
  readonly random?: () => number
  /** How long a task takes at least, ms. */
  readonly processingMs?: number
  /** Creates and polls together, for each key. */
  readonly requestsPerSecond?: number
  /** True: links to this machine and its network are fetched too, for whoever asks. */
  readonly localLinks?: boolean
  /** False: fields that the reference does not have are taken. */
  readonly strict?: boolean
  /** Makes another file of each image before it is handed out, for tests: what no fault does. */
  readonly rewriteImage?: RewriteImage
}

/** A running stand-in. */
export interface StandIn {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Everything received since the start or the last reset, oldest first; admin requests are not in it. */
  readonly requests: readonly ReceivedRequest[]
  readonly tasks: readonly Task[]
  readonly faults: Faults
  readonly setFaults: (change: Partial<Faults>) => void
  /** Forgets requests, tasks, counts and faults. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

function newState(options: ServiceOptions): ServiceState {
  return {
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    keys: options.keys ?? ['demo-key'],
    strict: options.strict ?? true,
    processingMs: options.processingMs ?? 1500,
    rewriteImage: options.rewriteImage ?? ((image) => image),
    switches: new FaultSwitches(),
    limit: new RateLimit(options.requestsPerSecond ?? 2),
    log: new RequestLog(),
    tasks: new TaskStore(),
    links: new ResultLinks(),
    linkRules: {
      resolve: systemResolve,
      mayConnect: options.localLinks === true ? () => true : isPublicAddress,
      onRefused: (hostname) => {
        process.stderr.write(
          `stand-in: ${hostname} is not on the public internet, so nothing is fetched from it (--local-links allows it)\n`
        )
      }
    }
  }
}

/** Starts a stand-in for the image expansion service on this machine. */
export async function startService(options: ServiceOptions = {}): Promise<StandIn> {
  const state = newState(options)
  const { switches, log, tasks, limit } = state
  switches.change(options.faults ?? {})
  const reset = () => {
    for (const part of [switches, log, tasks, limit]) part.reset()
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const label = { 'X-Stand-In': standInLabel }
    const admitted = admitRequest(request, options.otherPorts)
    if (!admitted.ok) {
      await send(response, refuse(admitted.failure), label, state.clock, 0)
      return
    }
    const url = admitted.value
    const isAdmin = url.pathname.startsWith('/__admin/')
    const answer = isAdmin
      ? await adminRoute(state, reset, request, url.pathname)
      : await answerRequest(state, request, url)
    const cors = isAdmin ? {} : corsHeaders(url.pathname, switches.current)
    const slowMs = isAdmin ? 0 : switches.current['slow-body']
    await send(response, answer, { ...cors, ...label }, state.clock, slowMs)
  }

  const host = options.host ?? 'localhost'
  const { port, close } = await listen(
    (request, response) => {
      handle(request, response).catch((error: unknown) => {
        process.stderr.write(`stand-in: ${String(error)}\n`)
        response.destroy()
      })
    },
    host,
    options.port ?? 0
  )

  return {
    url: `http://${host}:${port}`,
    port,
    get requests() {
      return log.all
    },
    get tasks() {
      return tasks.all
    },
    get faults() {
      return switches.current
    },
    setFaults: (change) => {
      switches.change(change)
    },
    reset,
    close
  }
}
