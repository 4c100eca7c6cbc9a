import type { Expansion } from '../../core/expansion/expansion'
import type { Failure } from '../../core/failures'
import { parseUrl } from '../../service/wire/parse-url'
import type { PrivateTexts } from './private-texts'
import { mark, redact } from './redact-report'

/** Fields of a failure that hold our own words only: cutting there would tell nothing but that it was cut. */
const ownWords: ReadonlySet<string> = new Set(['kind', 'reason', 'sent', 'call', 'field', 'rule'])

/**
 * Writes what a user can send to somebody who helps: the failure, and the sizes that it happened with. No key, prompt, name
 * or pixel, and only the origin of links, whatever the service or the platform repeat in their messages. All of it is cut
 * out before the report is quoted as JSON.
 */
export function failureReport(
  failure: Failure,
  order: Expansion | null,
  {
    version,
    atMs,
    secrets
  }: { readonly version: string; readonly atMs: number; readonly secrets: PrivateTexts }
): string {
  const told: unknown = Object.fromEntries(
    Object.entries(failure).map(([name, value]: [string, unknown]) => [
      name,
      typeof value !== 'string' || ownWords.has(name)
        ? value
        : redact(name === 'url' ? originOf(value) : value, secrets)
    ])
  )
  return JSON.stringify(
    {
      plugin: `Full Bleed ${version}`,
      at: new Date(atMs).toISOString(),
      failure: told,
      ...(order === null
        ? {}
        : {
            request: order.plan.kind,
            placing: order.placement.kind,
            canvas: order.plan.canvas,
            seed: order.seed
          })
    },
    null,
    2
  )
}

function originOf(link: string): string {
  const origin = parseUrl(link)?.origin
  // The origin of what is no address of a server is the word `null` (WHATWG URL, origin).
  return origin === undefined || origin === 'null' ? mark : origin
}
