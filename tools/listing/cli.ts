import { mkdir, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { coverSheet, coverSubject } from './cover'
import { drawSheet } from './draw-page'
import { iconSvg } from './icon'
import { pictureSheet, pictureSubject } from './picture'
import { takeShots } from './take-shots'

/** `npm run picture`: the README's picture. `npm run listing`: that, and the listing's icon and cover. */
async function main(isPictureOnly: boolean): Promise<void> {
  const save = async (file: string, bytes: Buffer): Promise<void> => {
    await writeFile(file, bytes)
    console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`)
  }
  await mkdir('listing', { recursive: true })
  await save('docs/picture.png', await drawSheet(pictureSheet(await takeShots(pictureSubject))))
  if (isPictureOnly) return
  await save('listing/cover.png', await drawSheet(coverSheet(await takeShots(coverSubject))))
  await save('listing/icon.png', await sharp(Buffer.from(iconSvg)).png().toBuffer())
}

await main(process.argv.includes('--picture-only'))
