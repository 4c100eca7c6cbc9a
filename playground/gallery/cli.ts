import { galleryUsage, readGalleryOptions } from './gallery-options'
import { rowTable } from './row-table'
import { rows } from './rows/rows'
import { runGallery } from './run-gallery'

/** `npm run gallery`: exits with 0 when every row did what it says, with 1 when not, with 2 on a wrong command line. */
async function main(): Promise<number> {
  let options
  try {
    options = readGalleryOptions(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${galleryUsage}`)
    return 2
  }
  if (options === null) {
    console.log(galleryUsage)
    return 0
  }
  if (options.isTable) {
    console.log(rowTable(rows))
    return 0
  }
  const { only, out } = options
  const shown = rows.filter(({ name }) => name.includes(only))
  const { sheets, others } = await runGallery(shown, out)
  console.log(`${shown.length} rows: look at ${[`${out}/index.html`, ...sheets].join(', ')}`)
  for (const { name, came } of others) {
    console.error(`${name}: “${came}”`)
  }
  return others.length === 0 ? 0 : 1
}

process.exitCode = await main()
