import { parseArgs } from 'node:util'
import { relayTarget, serviceHosts } from './relay-target'

export interface RelayCommand {
  readonly target: string
  readonly port: number
}

export const relayUsage = `npm run relay -- [--region global|china] [--port N]

Passes the plugin’s requests on to the image expansion service, for networks that let nothing of a plugin through. In the
plugin’s settings, choose Own URL and http://localhost:8787. It listens on this machine alone and stores nothing.

  --region global|china  where the key was bought; global if not said
  --port N               8787 if not said: the only one that the manifest lets the plugin reach
  --upstream URL         a stand-in on this machine instead of the service, for tests
  --help                 this text`

/** Reads the relay's command line. Throws an Error for what cannot be understood; null asks for help. */
export function readRelayOptions(args: readonly string[]): RelayCommand | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      region: { type: 'string', default: 'global' },
      port: { type: 'string', default: '8787' },
      upstream: { type: 'string' },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) return null
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port}: no such port`)
  }
  if (values.region !== 'global' && values.region !== 'china') {
    throw new Error(`--region ${values.region}: it is global or china`)
  }
  const target = relayTarget(values.upstream ?? serviceHosts[values.region])
  if (target === null) {
    throw new Error(`--upstream ${values.upstream ?? ''}: it is neither the service nor on this machine`)
  }
  return { target, port }
}
