import { literal, looseObject, object, safeParse, string, unknown, variant } from 'valibot'
import type { Clock } from '../core/clock'
import type { DocumentFailure } from '../core/failures'
import { fail, type Outcome, succeed } from '../core/outcome'
import { ownedBuffers } from '../core/owned-buffers'
import { type Gathering, gatherPieces } from './long-bytes'
import type { Port } from './port'
import { type CallName, calls, type Params, type Reply } from './protocol'
import { toWindowSchema, type WireMessage } from './wire'

/** Calls the main thread by name; always answers, never throws. */
export type Caller = <Name extends CallName>(
  name: Name,
  params: Params<Name>
) => Promise<Outcome<Reply<Name>, DocumentFailure>>

const outcomeSchema = variant('ok', [
  object({ ok: literal(true), value: unknown() }),
  object({ ok: literal(false), failure: looseObject({ kind: string() }) })
])

/**
 * Makes the UI's end of the bridge. Bytes in parameters are handed over, and gone for the caller. A call that is not
 * answered within its time of the protocol ends as `no-answer`; an answer without an outcome ends as `broken`; answers that
 * nobody waits for are ignored.
 */
export function createCaller(port: Port, clock: Clock): Caller {
  const waiting = new Map<
    number,
    { readonly pieces: Gathering; readonly settle: (outcome: unknown) => void }
  >()
  let lastId = 0

  port.listen((message) => {
    const wire = safeParse(toWindowSchema, message)
    if (!wire.success || wire.output.type === 'event') {
      return
    }
    const call = waiting.get(wire.output.id)
    if (wire.output.type === 'piece') {
      call?.pieces.add(wire.output)
    } else {
      call?.settle(call.pieces.putBack(wire.output.outcome))
    }
  })

  return function call<Name extends CallName>(name: Name, params: Params<Name>) {
    const id = ++lastId
    return new Promise<Outcome<Reply<Name>, DocumentFailure>>((resolve) => {
      const settle = (outcome: Outcome<Reply<Name>, DocumentFailure>): void => {
        waiting.delete(id)
        cancelTimeout()
        resolve(outcome)
      }
      const cancelTimeout = clock.after(calls[name].timeout, () => {
        settle(fail({ kind: 'no-answer', call: name }))
      })
      waiting.set(id, {
        pieces: gatherPieces(),
        settle: (outcome) => {
          settle(narrowOutcome(name, outcome))
        }
      })
      try {
        port.post(
          { plugin: 'full-bleed', type: 'call', id, name, params } satisfies WireMessage,
          ownedBuffers(params)
        )
      } catch (error) {
        settle(fail({ kind: 'broken', detail: `${name}: ${String(error)}` }))
      }
    })
  }
}

function narrowOutcome<Name extends CallName>(
  name: Name,
  outcome: unknown
): Outcome<Reply<Name>, DocumentFailure> {
  const envelope = safeParse(outcomeSchema, outcome)
  if (!envelope.success) {
    return fail({ kind: 'broken', detail: `${name}: the answer has no outcome` })
  }
  // The main thread is of the same build: the compiler has checked there what a handler answers.
  return envelope.output.ok
    ? succeed(envelope.output.value as Reply<Name>)
    : fail(envelope.output.failure as DocumentFailure)
}
