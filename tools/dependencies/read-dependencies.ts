import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { object, parse, record, string } from 'valibot'
import type { Dependency } from './dependencies-page'

const packageSchema = object({
  dependencies: record(string(), string()),
  devDependencies: record(string(), string())
})

/** Everything that package.json lists, in its order. */
export async function readDependencies(): Promise<readonly Dependency[]> {
  const listed = parse(packageSchema, JSON.parse(await readFile('package.json', 'utf8')))
  const read = (names: Readonly<Record<string, string>>, isShipped: boolean): Promise<Dependency>[] =>
    Object.entries(names).map(async ([name, version]) => ({
      name,
      version,
      isShipped,
      folderBytes: await bytesIn(join('node_modules', name))
    }))
  return Promise.all([...read(listed.dependencies, true), ...read(listed.devDependencies, false)])
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
