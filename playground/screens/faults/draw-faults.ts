import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { firstWindowSize as windowSize } from '../../../src/core/window-size'
import { english } from '../../../src/ui/words/english'
import { openScreensWindow, type ScreensWindow } from '../screens-window'
import { sampleFaults } from '../states/samples/sample-failures'
import { faultCard } from './fault-card'
import { faultKinds, faultPicture, troubleshooting, troubleshootingFile } from './troubleshooting'

/** Pixels for each CSS pixel, and the colours of a picture: sharp on every screen, and small. */
const scale = 2
const colours = 32

/** Draws the card of every fault beside the page that shows them, and writes the page; returns the bytes of all. */
export async function drawFaults(): Promise<number> {
  const directory = dirname(troubleshootingFile)
  const pictures = dirname(join(directory, faultPicture('any')))
  await rm(pictures, { recursive: true, force: true })
  await mkdir(pictures, { recursive: true })
  const window = await openScreensWindow({ scale })
  let bytes = 0
  try {
    // As high as no card is: what is below the window's edge would be covered by what stays there.
    await window.page.setViewportSize({ ...windowSize, height: 3 * windowSize.height })
    for (const kind of faultKinds) {
      const png = await drawCard(window, kind)
      bytes += png.length
      await writeFile(join(directory, faultPicture(kind)), png)
    }
  } finally {
    await window.close()
  }
  await writeFile(troubleshootingFile, await troubleshooting(english))
  return bytes
}

/** The card alone, after checking that it says what the page says that it does. */
async function drawCard({ page, show }: ScreensWindow, kind: keyof typeof sampleFaults): Promise<Uint8Array> {
  await show(`Failure: ${kind}`)
  const { title, sentence, buttons } = faultCard(sampleFaults[kind], english)
  const card = page
    .locator('section', { has: page.getByRole('heading', { name: title, exact: true }) })
    .last()
  const says = {
    title: await card.getByRole('heading').innerText(),
    sentence: await card.locator('p').innerText(),
    // One that shows a sign alone has its name for those who do not see it.
    buttons: await card
      .getByRole('button')
      .evaluateAll((all) => all.map((button) => button.ariaLabel ?? button.textContent))
  }
  const expected = { title, sentence, buttons: buttons.map(({ label }) => label) }
  if (JSON.stringify(says) !== JSON.stringify(expected)) {
    throw new Error(`${kind}: the window says ${JSON.stringify(says)}, not ${JSON.stringify(expected)}`)
  }
  const png = await card.screenshot({ animations: 'disabled' })
  return sharp(png).png({ palette: true, colours, compressionLevel: 9, effort: 10 }).toBuffer()
}
