import type { ServerResponse } from 'node:http'
import type { Clock } from '../../src/core/clock'
import type { Answer } from './answer'
import { wait } from './wait'

/** Pieces that a body comes in under the fault `slow-body`. */
const pieces = 8

/** Sends an answer, its body spread over `slowMs`. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
  clock: Clock,
  slowMs: number
): Promise<void> {
  if (answer.kind === 'drop') {
    response.destroy()
    return
  }
  const { status, body } = answer
  const length = { 'Content-Length': String(body.length) }
  response.writeHead(status, { ...answer.headers, ...headers, ...length })
  if (slowMs > 0) {
    const step = Math.ceil(body.length / pieces)
    for (let from = 0; from < body.length && !response.destroyed; from += step) {
      await wait(clock, slowMs / pieces)
      response.write(body.slice(from, from + step))
    }
    response.end()
  } else {
    response.end(body)
  }
}
