import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { array, number, object, optional, parse, record, string } from 'valibot'
import { metafileFolder } from '../../bundling/write-metafile.js'

/** A package of which something is in the built plugin. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** Its licence's short name, as it gives it: `MIT`. */
  readonly license: string
  readonly licenseText: string
  /** Bytes of it in the minified code of both sides together. */
  readonly bytes: number
}

const metafileSchema = object({
  inputs: record(string(), object({ imports: array(object({ path: string() })) })),
  outputs: record(string(), object({ inputs: record(string(), object({ bytesInOutput: number() })) }))
})

const packageSchema = object({ version: string(), license: optional(string(), '') })

/**
 * Reads what the last build left of what its bundles are made of: the packages, the largest first. A package that is only
 * looked at and of which nothing remains is not among them.
 */
export async function bundledPackages(): Promise<readonly BundledPackage[]> {
  const bytes = new Map<string, number>()
  for (const bundle of ['main', 'ui', 'worker']) {
    const text = await readFile(join(metafileFolder, `${bundle}.json`), 'utf8')
    for (const [name, more] of packageBytes(JSON.parse(text))) {
      bytes.set(name, (bytes.get(name) ?? 0) + more)
    }
  }
  const sorted = [...bytes].filter(([, size]) => size > 0).sort(([, one], [, other]) => other - one)
  return Promise.all(sorted.map(([name, size]) => readPackage(name, size)))
}

/** Bytes of each package in one bundle. */
export function packageBytes(metafile: unknown): ReadonlyMap<string, number> {
  const { inputs, outputs } = parse(metafileSchema, metafile)
  const importers = new Map(
    Object.entries(inputs).flatMap(([importer, { imports }]) =>
      imports.map(({ path }): [string, string] => [path, importer])
    )
  )
  const bytes = new Map<string, number>()
  for (const output of Object.values(outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = packageOf(input, importers)
      if (name !== null) bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput)
    }
  }
  return bytes
}

/** Styles become code outside of the project while it is built: they belong to what imports them. */
function packageOf(input: string, importers: ReadonlyMap<string, string>): string | null {
  const owner = input.includes('node_modules/') ? input : (importers.get(input) ?? '')
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(owner)?.[1] ?? null
}

async function readPackage(name: string, bytes: number): Promise<BundledPackage> {
  const folder = join('node_modules', name)
  const { version, license } = parse(
    packageSchema,
    JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  )
  const file = (await readdir(folder)).find((each) => /^licen[cs]e(?:\.|$)/i.test(each))
  if (file === undefined) {
    throw new Error(`${name} is in the plugin and brings no text of its licence`)
  }
  return { name, version, license, licenseText: await readFile(join(folder, file), 'utf8'), bytes }
}
