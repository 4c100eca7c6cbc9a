import { parseArgs } from 'node:util'

export interface ScreensOptions {
  readonly out: string
  /** Only states whose names contain this. */
  readonly only: string
}

export const screensUsage = `npm run screens -- [options]

  --out DIR     where the pictures and their page go; default out/screens
  --only TEXT   only states whose names contain this
  --help`

/** Reads the command line. Throws an Error for what cannot be understood; null asks for help. */
export function readScreensOptions(args: readonly string[]): ScreensOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: 'out/screens' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false }
    }
  })
  return values.help ? null : { out: values.out, only: values.only }
}
