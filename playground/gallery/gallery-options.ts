import { parseArgs } from 'node:util'

export interface GalleryOptions {
  readonly out: string
  /** Only rows whose names contain this. */
  readonly only: string
  /** Print the table of `docs/layers.md` instead. */
  readonly isTable: boolean
}

export const galleryUsage = `npm run gallery -- [options]

  --out DIR     where the page and the contact sheets go; default out/gallery
  --only TEXT   only rows whose names contain this
  --table       print the table of docs/layers.md instead
  --help`

/** Reads the gallery's command line. Throws an Error for what cannot be understood; null asks for help. */
export function readGalleryOptions(args: readonly string[]): GalleryOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: 'out/gallery' },
      only: { type: 'string', default: '' },
      table: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  })
  return values.help ? null : { out: values.out, only: values.only, isTable: values.table }
}
