import type { IncomingMessage } from 'node:http'
import { type Answer, refusals, refuse } from './answer'
import { refuseByFault, spoil } from './answer-faults'
import { preflight } from './cors'
import { createRoute } from './create-route'
import { readForm, type ReceivedForm } from './form'
import { pollRoute } from './poll-route'
import type { ReceivedRequest } from './request-log'
import { resultsRoute } from './results-route'
import type { ServiceState } from './service-state'
import { wait } from './wait'

const apiPath = '/api/tasks/visual/advanced-image-expand'

type Route =
  { readonly call: 'create' } | { readonly call: 'poll'; readonly taskId: string } | { readonly call: 'none' }

function findRoute(method: string, path: string): Route {
  if (method === 'POST' && path === apiPath) return { call: 'create' }
  const taskId = path.startsWith(`${apiPath}/`) ? path.slice(apiPath.length + 1) : ''
  return method === 'GET' && taskId !== '' && !taskId.includes('/')
    ? { call: 'poll', taskId }
    : { call: 'none' }
}

/** Refusals that need no body: the key first, then the rate (creates and polls together). */
function refuseCaller(state: ServiceState, key: string | undefined, arrivedAtMs: number): Answer | undefined {
  if (key === undefined || !state.keys.includes(key)) return refuse(refusals[401])
  if (state.switches.current['no-rate-limit'] || state.limit.admits(key, arrivedAtMs)) return undefined
  return refuse(refusals[429])
}

/** Answers a call of the API; the body was read whole before, whatever comes of it. */
async function answerCall(
  state: ServiceState,
  request: IncomingMessage,
  form: ReceivedForm,
  route: Exclude<Route, { call: 'none' }>,
  refused: Answer | undefined,
  origin: string
): Promise<Answer> {
  const key = request.headers['x-api-key']
  const answer = async () => {
    if (refused !== undefined || typeof key !== 'string') return refused ?? refuse(refusals[401])
    const fault = refuseByFault(state.switches, route.call)
    if (fault !== undefined) return fault
    return route.call === 'create'
      ? createRoute(state, key, form, origin)
      : pollRoute(state, key, route.taskId, origin)
  }
  return spoil(await answer(), state.switches.current, route.call)
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')])
  )
}

/** Reads, logs and answers one request to the service (everything but the admin routes). */
export async function answerRequest(
  state: ServiceState,
  request: IncomingMessage,
  url: URL
): Promise<Answer> {
  const { clock, log, switches } = state
  const arrivedAtMs = clock.nowMs()
  const method = request.method ?? ''
  const route = findRoute(method, url.pathname)
  const key = request.headers['x-api-key']
  const refused =
    route.call === 'none'
      ? undefined
      : refuseCaller(state, typeof key === 'string' ? key : undefined, arrivedAtMs)

  const form = await readForm(request)
  const slowMs = route.call === 'create' ? switches.current['slow-upload'] : 0
  await wait(clock, slowMs)
  const isBrokenOff = slowMs > 0 && request.socket.destroyed
  const received: ReceivedRequest = {
    method,
    path: url.pathname + url.search,
    headers: headersOf(request),
    fields: form.fields,
    files: form.files,
    arrivedAtMs,
    answeredWith: undefined
  }
  log.add(received)

  const answer = async (): Promise<Answer> => {
    if (isBrokenOff) return { kind: 'drop' }
    if (method === 'OPTIONS') return preflight(request, switches.current)
    if (route.call !== 'none') return answerCall(state, request, form, route, refused, url.origin)
    if (method === 'GET' && url.pathname.startsWith('/results/')) return resultsRoute(state, url)
    return refuse(refusals[404])
  }
  const given = await answer()
  await wait(clock, switches.current.latency)
  received.answeredWith = given.kind === 'drop' ? 0 : given.status
  return given
}
