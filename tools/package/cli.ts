import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { version } from '../../src/ui/version'
import { makePackage } from './make-package'

/** `npm run package`: exits with 0 when the package is written, with 1 and a list when something is wrong with it. */
async function main(): Promise<number> {
  const file = `out/full-bleed-${version}.zip`
  const { bytes, wrong, files } = await makePackage(file)
  if (wrong.length > 0) {
    console.error(['The package is not fit to ship:', ...wrong].join('\n  '))
    return 1
  }
  for (const [name, text] of Object.entries(files)) {
    const size = Buffer.byteLength(text)
    console.log(`${name.padEnd(26)}${kilobytes(size)}${kilobytes(gzipSync(text).length)} compressed`)
  }
  const sum = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  console.log(`${file}: ${bytes} bytes, SHA-256 ${sum}`)
  return 0
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(12)
}

process.exitCode = await main()
