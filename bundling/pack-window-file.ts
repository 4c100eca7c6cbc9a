import { readFile, writeFile } from 'node:fs/promises'
import { nameStyles } from './name-styles'
import { isPacked, packWindow } from './packed-window'

/** The last step of the build: packs `build/ui.js`, where it is not packed yet. */
const file = 'build/ui.js'
const script = await readFile(file, 'utf8')
if (!isPacked(script)) {
  await writeFile(file, packWindow(nameStyles(script)))
}
