import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawScreen } from './draw-screen'
import { fileNameOf } from './file-name-of'
import { type Screen, screensPage } from './screens-page'
import { openScreensWindow } from './screens-window'

/** Draws every state whose name contains `only` and writes the pictures and a page with all of them; tells how many. */
export async function runScreens({
  out,
  only
}: {
  readonly out: string
  readonly only: string
}): Promise<number> {
  const images = join(out, 'images')
  await rm(images, { recursive: true, force: true })
  await mkdir(images, { recursive: true })
  const window = await openScreensWindow({ scale: 1 })
  try {
    const screens: Screen[] = []
    for (const name of window.names.filter((each) => each.includes(only))) {
      const pictures = []
      for (const { kind, theme, language, png } of await drawScreen(window, name)) {
        const file = `${fileNameOf(name)}-${kind}-${theme}-${language}.png`
        await writeFile(join(images, file), png)
        pictures.push({ kind, theme, language, file: `images/${file}` })
      }
      screens.push({ name, pictures })
    }
    await writeFile(join(out, 'index.html'), screensPage(screens))
    return screens.length
  } finally {
    await window.close()
  }
}
