import { safeParse } from 'valibot'
import type { Port } from './port'
import type { EventName, Payload } from './protocol'
import { events } from './replies'
import { wireSchema } from './wire'

/** Hands every event named `name` to `receive`; what is not of the protocol is ignored. Returns a function that stops it. */
export function onEvent<Name extends EventName>(
  port: Port,
  name: Name,
  receive: (payload: Payload<Name>) => void
): () => void {
  return port.listen((message) => {
    const wire = safeParse(wireSchema, message)
    if (!wire.success || wire.output.type !== 'event' || wire.output.name !== name) {
      return
    }
    const payload = safeParse(events[name], wire.output.payload)
    if (payload.success) {
      receive(payload.output)
    }
  })
}
