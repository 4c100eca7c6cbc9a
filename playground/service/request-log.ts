import type { ReceivedFile, ReceivedForm } from './form'

/** One request as it arrived, and what it was answered with. */
export interface ReceivedRequest extends Omit<ReceivedForm, 'repeated' | 'problem'> {
  readonly method: string
  /** Path with its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** By the clock, ms. */
  readonly arrivedAtMs: number
  /** The HTTP status; 0 where the connection was dropped, undefined while unanswered. */
  answeredWith: number | undefined
}

/** Oldest requests are forgotten past this many bytes of files, so that a service left running does not fill memory. */
const maxFileBytes = 256_000_000

function fileBytes(request: ReceivedRequest): number {
  return Object.values(request.files).reduce((sum, { bytes }) => sum + bytes.length, 0)
}

/** Everything that was received, oldest first. */
export class RequestLog {
  #requests: ReceivedRequest[] = []
  #fileBytes = 0

  get all(): readonly ReceivedRequest[] {
    return this.#requests
  }

  add(request: ReceivedRequest): void {
    this.#requests.push(request)
    this.#fileBytes += fileBytes(request)
    while (this.#fileBytes > maxFileBytes && this.#requests.length > 1) {
      const oldest = this.#requests.shift()
      if (oldest !== undefined) this.#fileBytes -= fileBytes(oldest)
    }
  }

  /** The last file that came under this name. */
  lastFile(name: string): ReceivedFile | undefined {
    const files = this.#requests.flatMap((request) => {
      const file = request.files[name]
      return file === undefined ? [] : [file]
    })
    return files.at(-1)
  }

  reset(): void {
    this.#requests = []
    this.#fileBytes = 0
  }
}
