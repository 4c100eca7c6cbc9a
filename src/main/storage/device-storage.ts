import { type GenericSchema, safeParse } from 'valibot'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { errorMessage } from '../nodes/error-message'

type Stored<Value> = Promise<Outcome<Value, DocumentFailure>>

/** Reads or writes this device's storage; what it refuses is a failure. */
export async function attemptStorage<Value>(work: () => Promise<Value>): Stored<Value> {
  try {
    return succeed(await work())
  } catch (error) {
    return fail({ kind: 'storage-failed', detail: errorMessage(error) })
  }
}

/** Keeps a value in an entry of its own; null removes the entry. */
export function writeEntry(entry: string, value: unknown): Stored<null> {
  return attemptStorage(async () => {
    if (value === null) {
      await figma.clientStorage.deleteAsync(entry)
    } else {
      await figma.clientStorage.setAsync(entry, value)
    }
    return null
  })
}

/**
 * Reads every entry whose key begins with `prefix`, by the rest of its key; skips what does not fit the schema. Rejects
 * where the storage fails.
 */
export async function parsedEntries<Value>(
  prefix: string,
  schema: GenericSchema<unknown, Value>
): Promise<ReadonlyMap<string, Value>> {
  const values = new Map<string, Value>()
  // Apart from the loop: QuickJS fails on a wait in the head of one.
  const keys = await figma.clientStorage.keysAsync()
  for (const key of keys) {
    if (key.startsWith(prefix)) {
      const parsed = safeParse(schema, await figma.clientStorage.getAsync(key))
      if (parsed.success) {
        values.set(key.slice(prefix.length), parsed.output)
      }
    }
  }
  return values
}
