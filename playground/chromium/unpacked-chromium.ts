import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { privateFolder } from './private-folder'
import { unpackOnce } from './unpack-once'

/** What the process of its own runs: `TMPDIR` says where the package unpacks. */
const unpacking = `
const { default: bundled } = await import(process.argv[1])
await bundled.executablePath()
`

const versioned = v.object({ version: v.string() })

/**
 * The path of the Chromium of `@sparticuz/chromium`, unpacked into a private folder in the temporary directory and used again
 * by later runs.
 *
 * The package takes whatever is called `chromium` in the temporary directory for its own, which another user of the machine
 * may have put there. It is therefore neither called nor loaded in this process, but in one whose temporary directory is
 * private. `say` is told when the private folder of earlier runs cannot be trusted.
 */
export async function unpackedChromium(say: (sentence: string) => void = console.error): Promise<string> {
  const uid = process.getuid?.()
  if (uid === undefined) throw new Error('the bundled Chromium is for Linux')
  const { path, isFresh } = await privateFolder({ parent: tmpdir(), name: `full-bleed-${uid}`, uid, say })
  if (isFresh) {
    process.once('exit', () => {
      rmSync(path, { recursive: true, force: true })
    })
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const folder = join(path, `chromium-${await versionOf(entry)}`)
  await unpackOnce(folder, (into) => unpack(entry, into))
  return join(folder, 'chromium')
}

async function unpack(entry: string, into: string): Promise<void> {
  const script = ['--input-type=module', '--eval', unpacking, pathToFileURL(entry).href]
  await promisify(execFile)(process.execPath, script, { env: { ...process.env, TMPDIR: into } })
}

/** The package's version: another one is unpacked into a folder of its own. */
async function versionOf(entry: string): Promise<string> {
  const text = await readFile(join(dirname(entry), '../../package.json'), 'utf8')
  return v.parse(versioned, JSON.parse(text)).version
}
