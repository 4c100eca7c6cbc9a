import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** What the server does with one request. */
export type Step = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A real HTTP server on this machine that does what it is told, request by request. */
export interface ScriptedServer {
  readonly url: string
  /** What arrived whole, oldest first. */
  readonly requests: readonly ReceivedRequest[]
  /** Forgets what came before. Each request takes the next step; the last one stays. */
  readonly script: (...steps: readonly Step[]) => void
  readonly close: () => Promise<void>
}

/** Starts a server whose every request is answered with 500 until it is scripted. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = []
  let steps: readonly Step[] = []

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const [step = json(500, { status: 500, message: 'no script' }), ...later] = steps
    if (later.length > 0) {
      steps = later
    }
    if (step === dropBeforeReading) {
      request.socket.destroy()
      return
    }
    const body = await buffer(request)
    const { method = '', url = '', headers } = request
    requests.push({ method, path: url, headers, body })
    await step(request, response)
  }
  const server = createServer((request, response) => {
    // A connection that the client drops while its request is read is part of the tests.
    handle(request, response).catch(() => {
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port')
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    script: (...newSteps) => {
      requests.length = 0
      steps = newSteps
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
}

/** Answers with a status and a body as JSON. */
export function json(status: number, body: unknown): Step {
  return send(status, JSON.stringify(body), 'application/json')
}

/** Answers 200 with a success envelope around `data`. */
export function success(data: unknown): Step {
  return json(200, { status: 200, message: 'success', data })
}

/** Answers with any body. */
export function send(status: number, body: string | Uint8Array, contentType = 'text/plain'): Step {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': contentType })
    response.end(body)
  }
}

/** Sends the client somewhere else. */
export function redirect(status: number, location: string): Step {
  return (_, response) => {
    response.writeHead(status, { Location: location })
    response.end()
  }
}

/** Breaks the connection before the request's body is read. */
export const dropBeforeReading: Step = () => undefined

/** Breaks the connection after the whole request has arrived, without an answer. */
export const dropAfterReading: Step = (request) => {
  request.socket.destroy()
}

/** Begins an answer and breaks the connection in its middle. */
export function cutOff(status: number, part: string): Step {
  return async (request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': part.length + 100 })
    response.write(part)
    await delay(20)
    request.socket.destroy()
  }
}

/** Begins an answer and never ends it. */
export function stall(status: number, part: string): Step {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': part.length + 100 })
    response.write(part)
  }
}

/** Never answers. */
export const hang: Step = () => undefined

/** Does something after a while. */
export function later(waitMs: number, step: Step): Step {
  return async (request, response) => {
    await delay(waitMs)
    await step(request, response)
  }
}
