import { type GenericSchema, safeParse } from 'valibot'
import { type StoredName, type StoredPair, type StoredValues, storedValues } from '../../bridge/stored-values'
import type { DocumentFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import { attemptStorage, writeEntry } from './device-storage'

/** Reads a value of this device; what an earlier version did not keep yet, or kept otherwise, has its default. */
export function readStored<Name extends StoredName>({
  name
}: {
  readonly name: Name
}): Promise<Outcome<StoredValues[Name], DocumentFailure>> {
  const { entry, schema, initial } = storedValues[name]
  return attemptStorage(async () => narrow(schema, initial, await figma.clientStorage.getAsync(entry)))
}

/** Keeps a value on this device; null removes it. */
export function writeStored({ name, value }: StoredPair): Promise<Outcome<null, DocumentFailure>> {
  return writeEntry(storedValues[name].entry, value)
}

/** Takes from a list each item that fits the schema, and from an object each field. */
function narrow<Value>(schema: GenericSchema<Value>, initial: Value, stored: unknown): Value {
  if (Array.isArray(stored)) {
    const items = stored.filter((item) => safeParse(schema, [item]).success)
    const list = safeParse(schema, items)
    return list.success ? list.output : initial
  }
  if (typeof stored === 'object' && stored !== null) {
    return Object.entries(stored).reduce<Value>((value, [field, part]: [string, unknown]) => {
      const changed = safeParse(schema, { ...value, [field]: part })
      return changed.success ? changed.output : value
    }, initial)
  }
  const plain = safeParse(schema, stored)
  return plain.success ? plain.output : initial
}
