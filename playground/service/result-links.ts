import { createHmac, randomBytes } from 'node:crypto'
import { hourMs } from './task-store'

/** What a link turns out to be when it is followed. */
export type FollowedLink =
  | { readonly kind: 'image'; readonly taskId: string; readonly index: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' }

/** Signed links to results, good for one hour (facts: result hosts). */
export class ResultLinks {
  readonly #secret = randomBytes(32)

  /** A path with its query, good until one hour after `fromMs`. */
  sign(taskId: string, index: number, fromMs: number): string {
    const file = `${taskId}_${index}`
    const expires = String(Math.floor((fromMs + hourMs) / 1000))
    return `/results/${file}?Expires=${expires}&Signature=${this.#signature(file, expires)}`
  }

  follow(url: URL, nowMs: number): FollowedLink {
    const file = url.pathname.slice('/results/'.length)
    const expires = url.searchParams.get('Expires') ?? ''
    if (url.searchParams.get('Signature') !== this.#signature(file, expires)) return { kind: 'forged' }
    if (nowMs >= Number(expires) * 1000) return { kind: 'expired' }
    const [taskId = '', index = ''] = file.split('_')
    return { kind: 'image', taskId, index: Number(index) }
  }

  #signature(file: string, expires: string): string {
    return createHmac('sha256', this.#secret).update(`${file}\n${expires}`).digest('base64url')
  }
}
