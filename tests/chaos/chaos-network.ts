import type { Answer } from '../../playground/testing/service'
import type { ChaosService } from './chaos-service'
import type { Faults } from './faults'
import type { Sabotage } from './sabotage'
import type { SeededRandom } from './seeded-random'
import type { Owner, VirtualTime } from './virtual-time'

/** What a window sends: the form is kept as it was given, so that nobody has to read it out of the body again. */
export class SentRequest extends Request {
  readonly form: FormData | null

  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(input, init)
    this.form = init?.body instanceof FormData ? init.body : input instanceof SentRequest ? input.form : null
  }

  override clone(): SentRequest {
    return new SentRequest(this)
  }
}

export interface NetworkOptions {
  readonly time: VirtualTime
  readonly random: SeededRandom
  readonly faults: Faults
  readonly service: ChaosService
  readonly sabotage: Sabotage | undefined
  /** A service of this machine is a few milliseconds away; one in the world, and over a slow line, up to a second. */
  readonly distance?: 'local' | 'world'
  /** Called when the answer to a create is there whole, for a window that still is. */
  readonly onCreated: (taskId: string, window: number) => void
  /** Called with every request's address and texts. */
  readonly onSent: (texts: readonly string[], header: string | null) => void
  /** Called when something has come out of a window or into it. */
  readonly onCrossing: (window: number) => void
}

/** The `fetch` of a window. */
export type OpenNetwork = (window: number, owner: Owner) => (request: Request) => Promise<Response>

export function createNetwork(options: NetworkOptions): OpenNetwork {
  const {
    time,
    random,
    faults,
    service,
    sabotage,
    distance = 'world',
    onCreated,
    onSent,
    onCrossing
  } = options

  return (window, owner) => (request) =>
    new Promise((resolve, reject) => {
      const { url, method, signal } = request
      const form = request instanceof SentRequest ? request.form : null
      const key = request.headers.get('X-API-KEY')
      onSent([url, ...textsOf(form)], key)
      onCrossing(window)
      const abort = (): void => {
        reject(new DOMException('This operation was aborted', 'AbortError'))
      }
      // Node keeps a signal with listeners for as long as it has them.
      const stopListening = (): void => {
        signal.removeEventListener('abort', abort)
      }
      const fail = (): void => {
        stopListening()
        reject(new TypeError('Failed to fetch'))
      }
      signal.addEventListener('abort', abort, { once: true })
      owner.onEnd(stopListening)
      if (faults.isOn('offline')) {
        owner.after(random.between(1, 50), fail)
        return
      }
      const isCreate = method === 'POST'
      const end = drawEnd()
      const wayMs = (): number => (distance === 'local' ? random.spread(0.5, 5) : random.spread(15, 120))
      const upMs = isCreate && distance === 'world' ? random.spread(60, 900) : wayMs()
      const downMs = wayMs() + (faults.strikes('late') ? random.spread(1_000, 150_000) : 0)
      const isKeptUp = random.chance(0.5)
      const ask = (isCopy: boolean): Promise<Answer> =>
        service.answer({ method, url: new URL(url), key, form, isCopy })
      const receive = (answer: Answer): void => {
        onCrossing(window)
        const { response, isWhole } = responseOf(answer, owner)
        const taskId = isCreate && isWhole && !signal.aborted ? taskIdIn(answer) : null
        if (taskId !== null) {
          onCreated(taskId, window)
        }
        if (response === null) {
          fail()
        } else {
          stopListening()
          resolve(response)
        }
      }
      const arrive = async (): Promise<void> => {
        const answer = await ask(false)
        if (end === 'answered') {
          owner.after(downMs, () => {
            receive(answer)
          })
        }
      }
      if (end !== 'lost before') {
        time.after(upMs, () => {
          // What is on its way when a window is closed may arrive or not.
          if (!owner.isOver() || isKeptUp) {
            void arrive()
          }
        })
        if (faults.strikes('duplicated')) {
          time.after(upMs + random.spread(1, 3_000), () => void ask(true))
        }
      }
      if (sabotage === 'repeats creates' && isCreate) {
        owner.after(upMs + 3_000, () => void ask(false))
      }
      if (end === 'lost before' || end === 'lost after') {
        owner.after(upMs + random.spread(20, 2_000), fail)
      }
    })

  function drawEnd(): 'answered' | 'lost before' | 'lost after' | 'never answered' {
    const strokes = ['never answered', 'lost before', 'lost after'] as const
    return strokes.find((stroke) => faults.strikes(stroke)) ?? 'answered'
  }

  function responseOf(
    answer: Answer,
    owner: Owner
  ): { readonly response: Response | null; readonly isWhole: boolean } {
    if (answer.kind === 'drop') {
      return { response: null, isWhole: false }
    }
    const { status, headers, body } = answer
    const isCut = faults.strikes('body cut off')
    const isStalled = faults.strikes('body stalled')
    if (!isCut && !isStalled) {
      return { response: new Response(new Uint8Array(body), { status, headers }), isWhole: true }
    }
    const half = new Uint8Array(body.slice(0, body.length >> 1))
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(half)
        if (isCut) {
          owner.after(random.spread(1, 500), () => {
            controller.error(new TypeError('network error'))
          })
        }
      }
    })
    return { response: new Response(stream, { status, headers }), isWhole: false }
  }
}

function textsOf(form: FormData | null): readonly string[] {
  const texts: string[] = []
  form?.forEach((value, name) => {
    texts.push(name, ...(typeof value === 'string' ? [value] : []))
  })
  return texts
}

/** The id that a whole and readable answer to a create names. */
function taskIdIn(answer: Answer): string | null {
  try {
    const text = answer.kind === 'reply' ? Buffer.from(answer.body).toString('utf8') : ''
    const parsed = JSON.parse(text) as { readonly data?: { readonly task_id?: unknown } }
    return typeof parsed.data?.task_id === 'string' ? parsed.data.task_id : null
  } catch {
    return null
  }
}
