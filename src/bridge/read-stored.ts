import type { DocumentFailure } from '../core/failures'
import type { Outcome } from '../core/outcome'
import type { Caller } from './caller'
import type { StoredName, StoredValues } from './stored-values'

/** Reads a value of the device's storage: the call `read-stored`, with the type of the value that is asked for. */
export async function readStored<Name extends StoredName>(
  call: Caller,
  name: Name
): Promise<Outcome<StoredValues[Name], DocumentFailure>> {
  // The table of calls cannot say that the type of a reply depends on a parameter.
  return (await call('read-stored', { name })) as Outcome<StoredValues[Name], DocumentFailure>
}
