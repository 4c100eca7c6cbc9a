import { readFile, writeFile } from 'node:fs/promises'
import { minifyFurther } from './minify-further.js'
import { nameStyles } from './name-styles'
import { isPacked, packWindow } from './packed-window'

/** The last step of the build: minifies both files further, and packs the window's, where that is not done yet. */
const main = 'build/main.js'
const window = 'build/ui.js'

const script = await readFile(window, 'utf8')
if (!isPacked(script)) {
  await writeFile(main, await minifyFurther(await readFile(main, 'utf8')))
  await writeFile(window, packWindow(await minifyFurther(nameStyles(script))))
}
