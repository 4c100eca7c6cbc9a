import type { IncomingMessage, ServerResponse } from 'node:http'
import { createProxyServer } from 'httpxy'
import { admitRequest } from '../../playground/admit-request'
import { listen } from '../../playground/service/listen'
import { refuse } from './refuse'
import { headersForPlugin, headersForService, leaveToRead, leaveToSend } from './relay-headers'

export interface RelayOptions {
  /** The origin that requests are passed on to: see `relayTarget`. */
  readonly target: string
  /** 0 takes any free port. */
  readonly port: number
  /** Is told of each request in a line without key, task or content. */
  readonly log?: (line: string) => void
}

export interface Relay {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Longer than the client waits for anything (300 s with one long answer), ms. */
const patienceMs = 330_000

/**
 * Passes the plugin's requests on to the service, and its answers back with the CORS headers that a plugin's "null" origin
 * needs. It listens on this machine alone, keeps nothing and repeats nothing.
 */
export async function startRelay({ target, port, log }: RelayOptions): Promise<Relay> {
  const proxy = createProxyServer({
    target,
    changeOrigin: true,
    // A connection of its own for each request: one that the service has closed meanwhile would lose a create.
    agent: false,
    proxyTimeout: patienceMs
  })
  proxy.on('proxyRes', (answer) => {
    answer.headers = headersForPlugin(answer.headers)
  })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const admitted = admitRequest(request)
    const refusal = admitted.ok ? refuse(request) : admitted.failure
    if (refusal !== null) {
      reply(response, refusal.status, refusal.message)
      return
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204, leaveToSend(request)).end()
      return
    }
    request.headers = headersForService(request.headers)
    await proxy.web(request, response)
  }

  const listening = await listen(
    (request, response) => {
      const startedAt = Date.now()
      response.once('close', () => {
        const outcome = response.writableFinished ? String(response.statusCode) : 'broken off'
        log?.(`${what(request)}: ${outcome}, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
      })
      answer(request, response).catch((error: unknown) => {
        if (response.headersSent) response.destroy()
        else reply(response, 502, `the relay could not reach ${target}: ${codeOf(error)}`)
      })
    },
    'localhost',
    port
  )
  return { url: `http://localhost:${listening.port}`, close: listening.close }
}

/** The service's own kind of answer, so that the plugin can say what it says. */
function reply(response: ServerResponse, status: number, message: string): void {
  response
    .writeHead(status, { ...leaveToRead, 'content-type': 'application/json' })
    .end(JSON.stringify({ status, message }))
}

function what({ method }: IncomingMessage): string {
  switch (method) {
    case 'POST':
      return 'create'
    case 'GET':
      return 'query'
    case 'OPTIONS':
      return 'preflight'
    default:
      return 'other'
  }
}

/** What is wrong, without the request that is in some errors. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}
