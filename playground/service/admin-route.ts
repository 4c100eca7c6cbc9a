import type { IncomingMessage } from 'node:http'
import { refuseAdmin } from '../admit-request'
import { type Answer, refuse, reply } from './answer'
import { faultNotes } from './faults'
import type { ReceivedRequest } from './request-log'
import type { ServiceState } from './service-state'

const notHere: Answer = refuse({ status: 404, message: 'Not found' })

function json(value: unknown): Answer {
  return reply(200, 'application/json; charset=utf-8', JSON.stringify(value, null, 2))
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  await new Promise((resolve) => request.on('end', resolve))
  return Buffer.concat(chunks).toString('utf8')
}

/** A request without its files' bytes, and without the key. */
function describe({ files, headers, ...request }: ReceivedRequest): unknown {
  return {
    ...request,
    headers: Object.hasOwn(headers, 'x-api-key') ? { ...headers, 'x-api-key': '(hidden)' } : headers,
    files: Object.fromEntries(
      Object.entries(files).map(([name, { bytes, ...file }]) => [name, { ...file, byteLength: bytes.length }])
    )
  }
}

async function changeFaults(state: ServiceState, request: IncomingMessage): Promise<Answer> {
  try {
    state.switches.change(JSON.parse(await readText(request)))
    return json(state.switches.current)
  } catch (error) {
    return refuse({ status: 400, message: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * The routes under /__admin, which the real service has not: faults (GET, PUT), requests (GET), the last upload's and
 * mask's bytes (GET), reset (POST).
 */
export async function adminRoute(
  state: ServiceState,
  reset: () => void,
  request: IncomingMessage,
  path: string
): Promise<Answer> {
  const refused = refuseAdmin(request.headers)
  if (refused !== null) return refuse(refused)
  switch (`${request.method ?? ''} ${path}`) {
    case 'GET /__admin/faults':
      return json({ ...state.switches.current })
    case 'GET /__admin/fault-notes':
      return json(faultNotes)
    case 'PUT /__admin/faults':
      return changeFaults(state, request)
    case 'GET /__admin/requests':
      return json(state.log.all.map(describe))
    case 'GET /__admin/upload':
    case 'GET /__admin/mask': {
      const file = state.log.lastFile(path.endsWith('mask') ? 'mask_file' : 'image_file')
      if (file === undefined) return notHere
      const type = file.image === undefined ? 'application/octet-stream' : `image/${file.image.format}`
      return reply(200, type, file.bytes)
    }
    case 'POST /__admin/reset':
      reset()
      return json({ ...state.switches.current })
    default:
      return notHere
  }
}
