import { readRelayOptions, relayUsage } from './relay-options'
import { startRelay } from './start-relay'

/** `npm run relay`: runs until Ctrl+C; exits with 1 when its port is taken, with 2 when the command line is wrong. */
async function main(): Promise<number> {
  let command
  try {
    command = readRelayOptions(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${relayUsage}`)
    return 2
  }
  if (command === null) {
    console.log(relayUsage)
    return 0
  }
  try {
    const relay = await startRelay({
      ...command,
      log: (line) => {
        console.log(line)
      }
    })
    console.log(`Relay to ${command.target} at ${relay.url}, for this machine alone. Stop with Ctrl+C.`)
    console.log(`In the plugin’s settings: Own URL, ${relay.url}`)
    return 0
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    console.error(
      isTaken ? `Port ${command.port} is taken: stop what uses it (npm start does) first.` : error
    )
    return 1
  }
}

process.exitCode = await main()
