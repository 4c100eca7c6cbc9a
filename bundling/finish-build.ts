import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { nameStyles } from './name-styles'

/**
 * The last step of the build. The build tool writes to a staging folder; this step gives the window's styles the same names
 * on every machine, formats the manifest, and moves all files to where Figma reads them. An interrupted build leaves the
 * files of the build before as they were.
 */
const staging = 'out/staged-build'

const manifest = 'manifest.json'
const main = 'build/main.js'
const window = 'build/ui.js'

const readStaged = (file: string): Promise<string> => readFile(join(staging, file), 'utf8')

const finished = new Map([
  [main, await readStaged(main)],
  [window, nameStyles(await readStaged(window))],
  [
    manifest,
    await format(await readStaged(manifest), { ...(await resolveConfig(manifest)), filepath: manifest })
  ]
])
for (const [file, text] of finished) {
  await replaceFile(file, text)
}

/** Writes a file whole or not at all, because a rename is atomic. Leaves a file alone that already holds the text. */
async function replaceFile(file: string, text: string): Promise<void> {
  const present = await readFile(file, 'utf8').catch(() => null)
  if (present === text) return
  const draft = join(staging, `finished-${basename(file)}`)
  await writeFile(draft, text)
  await mkdir(dirname(file), { recursive: true })
  await rename(draft, file)
}
