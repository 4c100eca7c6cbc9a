import { parseArgs } from 'node:util'
import { faultNotes, readFaultArgument } from './faults'
import { standInLabel, startService } from './server'

const usage = `npm run service -- [--port N] [--key K]… [--fault name[=value]]… [--processing MS]

Starts the stand-in for the image expansion service (${standInLabel}) on this machine.

  --port N              the port, 8787 if not said
  --key K               a key that is accepted, demo-key if not said; can be repeated
  --processing MS       how long a task takes, 1500 if not said
  --fault name[=value]  something that goes wrong; can be repeated
  --help                this text

Faults, with the value that the bare name stands for:
`

function listFaults(): string {
  return Object.entries(faultNotes)
    .map(([name, { on, about }]) => `  ${name.padEnd(20)}${String(on).padEnd(10)}${about}\n`)
    .join('')
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      key: { type: 'string', multiple: true },
      processing: { type: 'string', default: '1500' },
      fault: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    process.stdout.write(usage + listFaults())
    return
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port}: no such port`)
  const processingMs = Number(values.processing)
  if (!(processingMs >= 0)) throw new Error(`--processing ${values.processing}: not a number of milliseconds`)
  const service = await startService({
    port,
    processingMs,
    keys: values.key ?? ['demo-key'],
    faults: Object.assign({}, ...values.fault.map(readFaultArgument))
  })
  const faults = values.fault.length === 0 ? '' : `, faults: ${values.fault.join(' ')}`
  process.stdout.write(`Image expansion service (${standInLabel}) at ${service.url}${faults}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
