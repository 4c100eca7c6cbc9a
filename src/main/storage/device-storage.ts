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

/** Reads every entry whose name begins with `prefix`; what does not fit the schema is passed over. */
export function readEntries<Value>(prefix: string, schema: GenericSchema<unknown, Value>): Stored<Value[]> {
  return attemptStorage(async () => {
    const values: Value[] = []
    const entries = (await figma.clientStorage.keysAsync()).filter((key) => key.startsWith(prefix))
    for (const entry of entries) {
      const parsed = safeParse(schema, await figma.clientStorage.getAsync(entry))
      if (parsed.success) {
        values.push(parsed.output)
      }
    }
    return values
  })
}
