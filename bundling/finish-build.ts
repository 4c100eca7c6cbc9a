import { readFile, writeFile } from 'node:fs/promises'
import { nameStyles } from './name-styles'

/** The last step of the build: gives the window's code the same bytes wherever it is built. */
const window = 'build/ui.js'

await writeFile(window, nameStyles(await readFile(window, 'utf8')))
