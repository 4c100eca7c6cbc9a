import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { bundledPackages } from './bundled-packages'
import { checkPackage, type PackageFiles } from './check-package'
import { thirdPartyLicences } from './third-party-licences'

/** The earliest time that a zip file can hold, in the time zone of wherever it is made: its bytes are the same everywhere. */
const noTime = new Date(1980, 0, 1)

/** Reads what the package holds: the manifest and the code of the last build, and the licences. */
export async function packageFiles(): Promise<PackageFiles> {
  const read = (name: string): Promise<string> => readFile(name, 'utf8')
  return {
    'manifest.json': await read('manifest.json'),
    'build/main.js': await read('build/main.js'),
    'build/ui.js': await read('build/ui.js'),
    LICENSE: await read('LICENSE'),
    'THIRD-PARTY-LICENCES.txt': thirdPartyLicences(await bundledPackages())
  }
}

/** Packs files as a zip whose bytes follow from them alone. */
export function zip(files: PackageFiles): Uint8Array {
  const entries = Object.entries(files).map(([name, text]): [string, Uint8Array] => [name, strToU8(text)])
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: noTime })
}

/** Reads a zip's files back, as Figma's user unpacks it. */
export function unzip(bytes: Uint8Array): PackageFiles {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]))
}

/** Writes the package of the last build; what is wrong with it is told, and nothing is written then. */
export async function makePackage(
  file: string
): Promise<{ readonly bytes: number; readonly wrong: readonly string[]; readonly files: PackageFiles }> {
  const bytes = zip(await packageFiles())
  const files = unzip(bytes)
  const wrong = checkPackage(files)
  if (wrong.length === 0) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
  return { bytes: bytes.length, wrong, files }
}
