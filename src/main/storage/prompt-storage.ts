import type { DocumentFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import { attemptStorage } from './device-storage'

const promptsEntry = 'prompts'

const mostPrompts = 50

/** Reads the prompts of the last runs, the latest first. What is none of them is passed over. */
export function readPrompts(): Promise<Outcome<string[], DocumentFailure>> {
  return attemptStorage(async () => {
    const stored: unknown = await figma.clientStorage.getAsync(promptsEntry)
    return Array.isArray(stored)
      ? stored.filter((prompt) => typeof prompt === 'string').slice(0, mostPrompts)
      : []
  })
}

/** Keeps the first 50 of them. */
export function writePrompts(prompts: readonly string[]): Promise<Outcome<null, DocumentFailure>> {
  return attemptStorage(async () => {
    await figma.clientStorage.setAsync(promptsEntry, prompts.slice(0, mostPrompts))
    return null
  })
}
