import { safeParse } from 'valibot'
import type { DocumentFailure } from '../core/failures'
import { fail, type Outcome } from '../core/outcome'
import { takeOutLongBytes } from './long-bytes'
import type { Port } from './port'
import { type CallName, calls, type Params, type Reply } from './protocol'
import { callSchema, type WireMessage } from './wire'

type Answer<Name extends CallName> = Outcome<Reply<Name>, DocumentFailure>

/** One handler for every call of the protocol: a missing or misspelt one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (params: Params<Name>) => Promise<Answer<Name>> | Answer<Name>
}

/** So many pieces are posted at a time, with a rest before the next. */
const piecesAtOnce = 32

/**
 * Makes the main thread's end of the bridge: every call of the protocol is answered once, with what its handler gives;
 * a handler that throws is a bug and answers `broken`. Foreign messages are ignored. The returned function stops it. `rest`
 * lets the editor do something else, where an answer is long.
 */
export function answerCalls(port: Port, handlers: Handlers, rest: () => Promise<void>): () => void {
  const send = async (id: number, name: string, outcome: unknown): Promise<void> => {
    const { remainder, pieces } =
      isCallName(name) && calls[name].reply.hasFiles
        ? takeOutLongBytes(outcome)
        : { remainder: outcome, pieces: [] }
    let posted = 0
    for (const piece of pieces) {
      port.post({ plugin: 'full-bleed', type: 'piece', id, ...piece } satisfies WireMessage)
      if (++posted % piecesAtOnce === 0) {
        await rest()
      }
    }
    port.post({ plugin: 'full-bleed', type: 'answer', id, outcome: remainder } satisfies WireMessage)
  }
  return port.listen((message) => {
    const call = safeParse(callSchema, message)
    if (!call.success) {
      return
    }
    const { id, name, params } = call.output
    void answer(name, params, handlers).then((outcome) => send(id, name, outcome))
  })
}

async function answer(
  name: string,
  params: unknown,
  handlers: Handlers
): Promise<Outcome<unknown, DocumentFailure>> {
  if (!isCallName(name)) {
    return fail({ kind: 'broken', detail: `there is no call named ${name}` })
  }
  try {
    return await handle(name, params, handlers)
  } catch (error) {
    return fail({ kind: 'broken', detail: `${name}: ${describeThrown(error)}` })
  }
}

async function handle<Name extends CallName>(
  name: Name,
  params: unknown,
  handlers: Handlers
): Promise<Answer<Name>> {
  const parsed = safeParse(calls[name].params, params)
  if (!parsed.success) {
    return fail({ kind: 'broken', detail: `${name}: the parameters are not of the protocol` })
  }
  return await handlers[name](parsed.output)
}

function isCallName(name: string): name is CallName {
  return Object.prototype.hasOwnProperty.call(calls, name)
}

/** The platform throws Errors and, from some calls, plain strings. */
function describeThrown(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
