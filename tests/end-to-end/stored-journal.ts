import type { Page } from 'playwright-core'
import { hasWaitingImage, type JournalEntry } from '../../src/core/expansion/journal-entry'

export function isJournalKey(key: string): boolean {
  return key.startsWith('journal:')
}

/** The journal in the storage of the editor in a page. */
export async function storedJournal(page: Page): Promise<readonly JournalEntry[]> {
  const entries = await page.evaluate(() => window.playground.storage())
  return Object.entries(entries).flatMap(([key, entry]) => (isJournalKey(key) ? [entry as JournalEntry] : []))
}

/** Ids of the tasks whose images wait to be placed. */
export async function waitingTasks(page: Page): Promise<readonly (string | null)[]> {
  return (await storedJournal(page))
    .filter(hasWaitingImage)
    .flatMap(({ accepted }) => (accepted === null ? [] : [accepted.taskId]))
}
