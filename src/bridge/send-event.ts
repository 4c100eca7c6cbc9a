import type { Port } from './port'
import type { EventName, Payload } from './protocol'
import type { WireMessage } from './wire'

/** Sends an event of the protocol to the other side. */
export function sendEvent<Name extends EventName>(port: Port, name: Name, payload: Payload<Name>): void {
  port.post({ plugin: 'full-bleed', type: 'event', name, payload } satisfies WireMessage)
}
