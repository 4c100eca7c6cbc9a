import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Fills a folder by `unpack`, unless it is there. It appears under its name in one step, when it is whole: a process that
 * dies meanwhile leaves none that is half unpacked, and of several that unpack at once the first one's folder is taken by
 * all. That one removes what is unfinished, of dead processes and of slower ones.
 */
export async function unpackOnce(folder: string, unpack: (into: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  const unfinished = `unpacking-${basename(folder)}-`
  const into = await mkdtemp(join(parent, unfinished))
  try {
    await unpack(into)
    await rename(into, folder)
  } catch (error) {
    await rm(into, { recursive: true, force: true })
    if (existsSync(folder)) return
    throw error
  }
  for (const name of await readdir(parent)) {
    if (name.startsWith(unfinished)) await rm(join(parent, name), { recursive: true, force: true })
  }
}
