import type { Frame, Page, Request } from 'playwright-core'
import type { RecordedRequest } from '../record/recorded-request'

export type RequestKind = 'create' | 'query' | 'download' | 'balance' | 'other'

/** A paid request, and when it was made. */
interface SentCreate {
  readonly request: RecordedRequest
  /** Since the first step began, ms. */
  readonly atMs: number
}

/** Reference: creates are posted here, and a task is asked for below it. */
const tasksPath = '/api/tasks/visual/advanced-image-expand'

/** Returns what a request is for; null for what never leaves the machine, and for the editor's own. */
export function kindOf(
  { method, url }: { readonly method: string; readonly url: string },
  service: string,
  editor: string
): RequestKind | null {
  if (!/^https?:/.test(url)) return null
  const { origin, pathname } = new URL(url)
  if (origin === new URL(editor).origin || method === 'OPTIONS') return null
  if (pathname.endsWith(tasksPath) && method === 'POST') return 'create'
  if (pathname.includes(`${tasksPath}/`) && method === 'GET') return 'query'
  if (/\bbalance\b|\bcredits?\b/i.test(pathname)) return 'balance'
  // A service hands its results out from a host of their own, the stand-in from a folder.
  const isElsewhere = origin !== new URL(service).origin
  return method === 'GET' && (isElsewhere || pathname.startsWith('/results/')) ? 'download' : 'other'
}

interface Seen {
  readonly kind: RequestKind
  readonly frame: Frame
  isOver: boolean
}

/** What the plugin's windows send, as the browser sees it go. */
export class Traffic {
  readonly counts: Record<RequestKind, number> = { create: 0, query: 0, download: 0, balance: 0, other: 0 }
  readonly creates: SentCreate[] = []
  #startedAtMs = 0
  readonly #seen = new Map<Request, Seen>()
  /** Noted, and not yet seen to be sent. */
  readonly #noted: { readonly request: RecordedRequest; readonly frame: Frame }[] = []

  /** Begins to watch a page, and to count the time. */
  watch(page: Page, service: string): void {
    this.#startedAtMs = Date.now()
    page.on('request', (request) => {
      const kind = kindOf({ method: request.method(), url: request.url() }, service, page.url())
      if (kind === null) return
      this.counts[kind] += 1
      this.#seen.set(request, { kind, frame: request.frame(), isOver: false })
      if (kind === 'create') this.#addCreate(request.frame())
    })
    const end = (request: Request): void => {
      const seen = this.#seen.get(request)
      if (seen !== undefined) seen.isOver = true
    }
    page.on('requestfinished', end)
    page.on('requestfailed', end)
  }

  /** Notes what a request holds, before it is sent. */
  note(request: RecordedRequest, frame: Frame): void {
    if (request.method === 'POST') this.#noted.push({ request, frame })
  }

  /** How many requests of a kind were sent from a window so far. */
  sent(kind: RequestKind, frame: Frame | null): number {
    return this.#of(kind, frame).length
  }

  /** Whether a request of a kind is under way from a window. */
  isUnderWay(kind: RequestKind, frame: Frame | null): boolean {
    return this.#of(kind, frame).some(({ isOver }) => !isOver)
  }

  #of(kind: RequestKind, frame: Frame | null): readonly Seen[] {
    return [...this.#seen.values()].filter((seen) => seen.kind === kind && seen.frame === frame)
  }

  /** What was noted of a window that was closed before it was sent is passed over. */
  #addCreate(frame: Frame): void {
    const at = this.#noted.findIndex((noted) => noted.frame === frame)
    const [noted] = at < 0 ? [] : this.#noted.splice(at, 1)
    if (noted !== undefined)
      this.creates.push({ request: noted.request, atMs: Date.now() - this.#startedAtMs })
  }
}
