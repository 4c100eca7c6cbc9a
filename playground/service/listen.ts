import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

function open(listener: RequestListener, host: string, port: number): Promise<Server> {
  // Without this, Node answers a request without Host by itself; `admitRequest` refuses it.
  const server = createServer({ requireHostHeader: false }, listener)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function closeAll(servers: readonly Server[]): Promise<void> {
  const closings = servers.map(
    (server) =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  )
  return Promise.all(closings).then(() => undefined)
}

/** An open port and how to close it. */
export interface Listening {
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Listens on 127.0.0.1, and for the host `localhost` on ::1 too, where there is one: a browser may take `localhost` for
 * either. Port 0 takes a port that is free on both. Rejects when the port is taken.
 */
export async function listen(
  listener: RequestListener,
  host: 'localhost' | '127.0.0.1',
  port: number
): Promise<Listening> {
  const first = await open(listener, '127.0.0.1', port)
  const servers = [first]
  if (host === 'localhost') {
    try {
      servers.push(await open(listener, '::1', portOf(first)))
    } catch (error) {
      if (isTaken(error)) {
        await closeAll(servers)
        if (port === 0) return listen(listener, host, port)
        throw error
      }
    }
  }
  return { port: portOf(first), close: () => closeAll(servers) }
}
