import { type Browser, chromium } from 'playwright-core'
import { unpackedChromium } from './unpacked-chromium'

/** No traffic of the browser's own: what a test or a demo sees is only what it asked for. */
const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic'
]

/**
 * What the bundled Chromium needs to run without system packages, and to draw the same pixels each time. Its own list
 * is not taken: that one turns off the same-origin policy, which the playground must keep.
 */
const bundledArgs = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none']

/** Where the bundled Chromium is: asked for once in each process, which may have a folder of its own for it. */
let bundledPath: Promise<string> | undefined

/**
 * Starts a headless Chromium: the one of `@sparticuz/chromium` on Linux x64 (it is unpacked into a private folder and needs
 * no system package), an installed Chrome elsewhere. `args` are added to the command line.
 */
export async function launchChromium(options: { readonly args?: readonly string[] } = {}): Promise<Browser> {
  const args = [...quietArgs, ...(options.args ?? [])]
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', headless: true, args })
  }
  return chromium.launch({
    executablePath: await (bundledPath ??= unpackedChromium()),
    headless: true,
    args: [...bundledArgs, ...args]
  })
}
