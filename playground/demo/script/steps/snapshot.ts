import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawAround } from '../../draw-around'
import type { ScriptEditor } from '../script-editor'

/** Drawn where nothing is on the page. */
const emptyBox = { x: 0, y: 0, width: 0, height: 0 }

/**
 * Writes how things stand: `name.png` is the document as the editor draws it, `name.json` the same in REST form with the
 * sizes of its images, `name.window.png` the plugin's window where it is open.
 */
export async function takeSnapshot(editor: ScriptEditor, out: string, name: string): Promise<void> {
  const box = await editor.call((playground) => playground.drawnBox())
  const drawing = await drawAround(editor.playground, box ?? emptyBox)
  await writeFile(join(out, `${name}.png`), drawing)
  const file = await editor.call((playground) => ({ ...playground.dump(), images: playground.imageSizes() }))
  await writeFile(join(out, `${name}.json`), `${JSON.stringify(file, null, 2)}\n`)
  const window = await editor.picture()
  if (window !== null) await writeFile(join(out, `${name}.window.png`), window)
}
