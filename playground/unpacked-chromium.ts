import { existsSync } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const pollMs = 100
/** Unpacking takes a few seconds; a lock as old as this was left by a process that died. */
const staleMs = 60_000

/**
 * The path of the Chromium of `@sparticuz/chromium`, unpacked into the temporary directory. Its own unpacking takes
 * any file that is there for a whole one; here one process at a time unpacks, and leaves a mark when it is done, so
 * that test files that run side by side never start a browser that is half written.
 */
export async function unpackedChromium(): Promise<string> {
  const { default: bundled } = await import('@sparticuz/chromium')
  const directory = tmpdir()
  const mark = join(directory, 'chromium.unpacked')
  const lock = join(directory, 'chromium.unpacking')
  const isWhole = (): boolean => existsSync(mark) && existsSync(join(directory, 'chromium'))
  while (!isWhole()) {
    if (!(await take(lock))) {
      await new Promise((resolve) => setTimeout(resolve, pollMs))
      continue
    }
    try {
      if (!isWhole()) {
        await rm(mark, { force: true })
        await rm(join(directory, 'chromium'), { force: true })
        await bundled.executablePath()
        await writeFile(mark, '')
      }
    } finally {
      await rm(lock, { recursive: true, force: true })
    }
  }
  return bundled.executablePath()
}

/** Makes the lock's directory; false where another process has it. */
async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock)
    return true
  } catch (error) {
    const made = await stat(lock).catch(() => null)
    if (made === null && !(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error
    }
    if (made !== null && Date.now() - made.mtimeMs > staleMs) {
      await rm(lock, { recursive: true, force: true })
    }
    return false
  }
}
