import { number, object, safeParse, string } from 'valibot'

const entryPrefix = 'claim:'

/** A claim holds no longer than this, ms: then the window that made it was closed. */
const leaseMs = 20_000

/** A window that has found no claim has written its own within this time, ms; reading and writing take a few. */
const settleMs = 300

/** From its last look at the storage, a window has placed the image and marked it in the journal within this time, ms. */
const placingMs = 10_000

/** How long a window waits before it looks again at the claim of another, ms. */
const lookAgainMs = 250

/** The claim of the windows that resume the task: one of them has it. */
function resumingEntry(key: string): string {
  return entryPrefix + key
}

/** The claim of the window that made the image. */
function makerEntry(key: string): string {
  return `${entryPrefix}${key}:maker`
}

const claimSchema = object({ by: string(), atMs: number() })

/**
 * Waits until this window (`by`) alone may place an image (`key`). Tells whether it may: not where `isWaiting` says that
 * another window has placed it or decided about it. What follows has to place it before it waits for anything. Rejects where
 * the storage fails.
 *
 * Windows share this device's storage, which can read and write but not compare and swap. So a window that resumes a task
 * writes a claim when it finds none, waits until every window that found none either must have written theirs, and holds it
 * if it still reads its own: timed mutual exclusion (M. Fischer, in L. Lamport, "A Fast Mutual Exclusion Algorithm", 1987).
 * It assumes that all windows read what one has written, that their clocks agree, as those of one device do, and the times
 * above; a window that was held up for longer than these begins again.
 *
 * The window that made the image does not wait. It is the only one of its kind, so it needs no turn among others: it writes
 * a claim of its own (`makerEntry`) and then looks at that of the resuming windows, as these look at its claim after writing
 * theirs. One of the two always sees the other's, however long the storage takes. The maker then takes its claim back and
 * waits; a resuming window waits until the maker's is gone.
 */
export async function lockImage(
  key: string,
  by: string,
  { isResumed, isWaiting }: { readonly isResumed: boolean; readonly isWaiting: () => Promise<boolean> }
): Promise<boolean> {
  for (;;) {
    const { isAlone, claimedAtMs, lookedAtMs } = await (isResumed
      ? claimAsResuming(key, by)
      : claimAsMaker(key, by))
    if (!(await isWaiting())) {
      return false
    }
    const nowMs = Date.now()
    if (isAlone && nowMs - claimedAtMs < leaseMs - placingMs && nowMs - lookedAtMs < placingMs / 2) {
      return true
    }
  }
}

/** Ends the claims of this window. */
export async function unlockImage(key: string, by: string): Promise<void> {
  for (const entry of [resumingEntry(key), makerEntry(key)]) {
    if ((await readClaim(entry))?.by === by) {
      await figma.clientStorage.deleteAsync(entry)
    }
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

interface Look {
  /** Whether no other window may place the image by its claim. */
  readonly isAlone: boolean
  readonly claimedAtMs: number
  readonly lookedAtMs: number
}

async function claimAsResuming(key: string, by: string): Promise<Look> {
  const entry = resumingEntry(key)
  let readAtMs = Date.now()
  while (await isClaimedByOther(entry, by)) {
    await pause(lookAgainMs)
    readAtMs = Date.now()
  }
  const claimedAtMs = Date.now()
  await figma.clientStorage.setAsync(entry, { by, atMs: claimedAtMs })
  // A window that was held up before writing may have written over the claim of one that is placing by now.
  await pause(Date.now() - readAtMs < settleMs ? settleMs : placingMs)
  const lookedAtMs = Date.now()
  const isOwn = (await readClaim(entry))?.by === by
  return { isAlone: isOwn && !(await isClaimedByOther(makerEntry(key), by)), claimedAtMs, lookedAtMs }
}

async function claimAsMaker(key: string, by: string): Promise<Look> {
  const claimedAtMs = Date.now()
  await figma.clientStorage.setAsync(makerEntry(key), { by, atMs: claimedAtMs })
  const lookedAtMs = Date.now()
  const isAlone = !(await isClaimedByOther(resumingEntry(key), by))
  if (!isAlone) {
    await figma.clientStorage.deleteAsync(makerEntry(key))
    do {
      await pause(lookAgainMs)
    } while (await isClaimedByOther(resumingEntry(key), by))
  }
  return { isAlone, claimedAtMs, lookedAtMs }
}

async function isClaimedByOther(entry: string, by: string): Promise<boolean> {
  const claim = await readClaim(entry)
  return claim !== null && claim.by !== by && isLive(claim.atMs)
}

async function readClaim(entry: string): Promise<{ readonly by: string; readonly atMs: number } | null> {
  const stored: unknown = await figma.clientStorage.getAsync(entry)
  const claim = safeParse(claimSchema, stored)
  return claim.success ? claim.output : null
}

/** A future timestamp means that the clock was set back. */
function isLive(atMs: number): boolean {
  return Math.abs(Date.now() - atMs) < leaseMs
}

function pause(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs)
  })
}
