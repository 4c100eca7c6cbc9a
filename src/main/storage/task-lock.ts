import { number, object, safeParse, string } from 'valibot'
import { isRemembered } from './task-storage'

const entryPrefix = 'claim:'

/** A claim holds no longer than this, ms: then the window that made it was closed. */
const leaseMs = 15_000

/** A window that has found no claim has written its own within this time, ms; reading and writing take a few. */
const settleMs = 300

/** From its last look at the storage, a window has placed the image and forgotten the task within this time, ms. */
const placingMs = 5_000

/** How long a window waits before it looks again at the claim of another, ms. */
const lookAgainMs = 250

const claimSchema = object({ by: string(), atMs: number() })

/**
 * Waits until this window (`by`) alone may place a remembered task's image. Tells whether it may: not where another window
 * has placed or discarded it. What follows has to place it before it waits for anything. Rejects where the storage fails.
 *
 * Windows share this device's storage, which can read and write but not compare and swap. So whoever finds no claim writes
 * one, waits until everyone who found none either must have written theirs, and holds it if it still reads its own: timed
 * mutual exclusion (M. Fischer, in L. Lamport, "A Fast Mutual Exclusion Algorithm", 1987). It assumes that all windows read
 * what one has written, that their clocks agree, as those of one device do, and the times above; who was held up for longer
 * than these begins again.
 */
export async function lockTask(taskId: string, by: string): Promise<boolean> {
  const entry = entryPrefix + taskId
  for (;;) {
    const readAtMs = Date.now()
    const other = await readClaim(entry)
    if (other !== null && other.by !== by && isLive(other.atMs)) {
      await pause(lookAgainMs)
      continue
    }
    await figma.clientStorage.setAsync(entry, { by, atMs: Date.now() })
    // Who was held up before writing may have written over the claim of one who is placing by now.
    const wasQuick = Date.now() - readAtMs < settleMs
    await pause(wasQuick ? settleMs : placingMs)
    const lookedAtMs = Date.now()
    const own = await readClaim(entry)
    if (!(await isRemembered(taskId))) {
      return false
    }
    const nowMs = Date.now()
    const holds = own?.by === by && nowMs - own.atMs < leaseMs - placingMs
    if (holds && nowMs - lookedAtMs < placingMs / 2) {
      return true
    }
  }
}

/** Ends the claim of this window. */
export async function unlockTask(taskId: string, by: string): Promise<void> {
  const entry = entryPrefix + taskId
  if ((await readClaim(entry))?.by === by) {
    await figma.clientStorage.deleteAsync(entry)
  }
}

/** Removes the claims of windows that were closed before they could. */
export async function removeStaleLocks(): Promise<void> {
  try {
    const entries = (await figma.clientStorage.keysAsync()).filter((key) => key.startsWith(entryPrefix))
    for (const entry of entries) {
      const claim = await readClaim(entry)
      if (claim === null || !isLive(claim.atMs)) {
        await figma.clientStorage.deleteAsync(entry)
      }
    }
  } catch {
    // They have expired all the same.
  }
}

async function readClaim(entry: string): Promise<{ readonly by: string; readonly atMs: number } | null> {
  const stored: unknown = await figma.clientStorage.getAsync(entry)
  const claim = safeParse(claimSchema, stored)
  return claim.success ? claim.output : null
}

/** A claim of the future is one of before the clock was set back. */
function isLive(atMs: number): boolean {
  return Math.abs(Date.now() - atMs) < leaseMs
}

function pause(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs)
  })
}
