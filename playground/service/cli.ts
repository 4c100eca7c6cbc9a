import { readCliOptions } from './cli-options'
import { faultNotes } from './faults'
import { standInLabel, startService } from './server'

const usage = `npm run service -- [--port N] [--key K]… [--fault name[=value]]… [--processing MS] [--local-links]

Starts the stand-in for the image expansion service (${standInLabel}) on this machine.

  --port N              the port, 8787 if not said
  --key K               a key that is accepted, demo-key if not said; can be repeated
  --processing MS       how long a task takes, 1500 if not said
  --local-links         fetches links to this machine and its network too: any website can ask for that meanwhile
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
  const options = readCliOptions(process.argv.slice(2))
  if (options.kind === 'help') {
    process.stdout.write(usage + listFaults())
    return
  }
  const service = await startService(options.service)
  const faults = options.faultNames.length === 0 ? '' : `, faults: ${options.faultNames.join(' ')}`
  process.stdout.write(`Image expansion service (${standInLabel}) at ${service.url}${faults}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
