import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { startPlayground } from './server/server'
import { startService } from './service/server'

/** The port of the manifest's development address: the plugin may reach the stand-in there and nowhere else. */
const servicePort = 8787

const playgroundPort = 8788

/** `npm start`: the stand-in service and the playground, until Ctrl+C. `-- --local-links` is the service's own option. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'local-links': { type: 'boolean', default: false } } })
  const service = await startService({ port: servicePort, localLinks: values['local-links'] })
  const playground = await startPlayground({ port: playgroundPort })
  console.log(`Stand-in service (no AI): ${service.url}, key: demo-key`)
  console.log(`Playground: ${new URL('?scene=banner', playground.url).href}`)
  console.log(
    'Select a layer, run Full Bleed, and set the key and own URL in its settings. Stop with Ctrl+C.'
  )
  openBrowser(new URL('?scene=banner', playground.url).href)
}

/** Opens an address in the person's browser, where there is one. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}

await main()
