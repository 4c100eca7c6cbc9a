import { safeParse } from 'valibot'
import type { Port } from './port'
import type { EventName, Payload } from './protocol'
import { toWindowSchema } from './wire'

/** Hands every event named `name` to `receive`; other messages are ignored. Returns a function that stops it. */
export function onEvent<Name extends EventName>(
  port: Port,
  name: Name,
  receive: (payload: Payload<Name>) => void
): () => void {
  return port.listen((message) => {
    const wire = safeParse(toWindowSchema, message)
    if (!wire.success || wire.output.type !== 'event' || wire.output.name !== name) {
      return
    }
    // The main thread is of the same build: the name tells the type.
    receive(wire.output.payload as Payload<Name>)
  })
}
