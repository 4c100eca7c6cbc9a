import { once } from 'node:events'
import { connect } from 'node:net'

/** The beginning of an answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  /** In lower case, one a line. */
  readonly headers: string
}

/** A request that no client of ours would send: its first line and its header lines, word for word. */
export interface RawRequest {
  readonly line: string
  readonly headers: readonly string[]
}

/** Sends a request over a connection of its own, and reads the answer up to its body. */
export async function sendRaw(port: number, { line, headers }: RawRequest): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write([line, ...headers, 'Connection: close', '', ''].join('\r\n'))
  const chunks: AsyncIterable<Uint8Array> = socket
  let head = ''
  for await (const chunk of chunks) {
    head += Buffer.from(chunk).toString('latin1')
    if (head.includes('\r\n\r\n')) break
  }
  const [lines = ''] = head.split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(lines)?.[1]), headers: lines.toLowerCase() }
}
