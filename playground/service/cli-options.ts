import { parseArgs } from 'node:util'
import { changeFaults, noFaults, readFaultArgument } from './faults'
import type { ServiceOptions } from './server'

/** What the command line asks for. */
export type CliOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'start'; readonly service: ServiceOptions; readonly faultNames: readonly string[] }

/** Reads the command line; throws an error with a sentence where it makes no sense. */
export function readCliOptions(args: readonly string[]): CliOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8787' },
      key: { type: 'string', multiple: true },
      processing: { type: 'string', default: '1500' },
      'local-links': { type: 'boolean', default: false },
      fault: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) return { kind: 'help' }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port}: no such port`)
  const processingMs = Number(values.processing)
  if (!(processingMs >= 0)) throw new Error(`--processing ${values.processing}: not a number of milliseconds`)
  const change: unknown = Object.assign({}, ...values.fault.map(readFaultArgument))
  const service = {
    port,
    processingMs,
    keys: values.key ?? ['demo-key'],
    faults: changeFaults(noFaults, change),
    ...(values['local-links'] ? { localLinks: true } : {})
  }
  return { kind: 'start', service, faultNames: values.fault }
}
