import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DemoReport, type DescribedRequest, describeRequest } from '../demo-report'
import type { RequestKind, Traffic } from './traffic'

/** One step as it went. */
export interface StepReport {
  /** As it stands in the script. */
  readonly step: unknown
  readonly ok: boolean
  /** How long it took. */
  readonly ms: number
  /** Why it could not be done. */
  readonly error?: string
}

/** What `report.json` says of a script: what it says of an expansion, and how the steps went. */
export interface ScriptReport extends Pick<DemoReport, 'ok' | 'service' | 'request' | 'placed' | 'error'> {
  /** The first layer that was selected, as it was then; null: none was. */
  readonly target: DemoReport['target'] | null
  readonly timings: { readonly totalMs: number }
  readonly steps: readonly StepReport[]
  /** How many requests the plugin sent. */
  readonly requests: Readonly<Record<RequestKind, number>>
  /** The paid requests, and when they were sent, ms since the first step began. */
  readonly creates: readonly { readonly fields: DescribedRequest['fields']; readonly atMs: number }[]
  /** What the window said after each step; empty while the plugin was closed. */
  readonly window: readonly string[]
}

/** Makes the report of a script that has ended, and saves the files that were sent. */
export async function reportScript(
  traffic: Traffic,
  went: Pick<ScriptReport, 'target' | 'placed'> & {
    readonly service: string
    readonly startedAtMs: number
    readonly steps: readonly StepReport[]
    readonly window: readonly string[]
  },
  out: string
): Promise<ScriptReport> {
  const { service, steps, window, target, placed, startedAtMs } = went
  const creates: { readonly described: DescribedRequest; readonly atMs: number }[] = []
  for (const [index, { request, atMs }] of traffic.creates.entries()) {
    const { described, files } = await describeRequest(request, `create-${index + 1}-`)
    for (const { name, bytes } of files) await writeFile(join(out, name), bytes)
    creates.push({ described, atMs })
  }
  const failed = steps.find(({ ok }) => !ok)
  return {
    ok: failed === undefined,
    service,
    target,
    request: creates[0]?.described ?? null,
    placed,
    timings: { totalMs: Math.round(performance.now() - startedAtMs) },
    error: failed === undefined ? null : { title: JSON.stringify(failed.step), detail: failed.error ?? '' },
    steps,
    requests: traffic.counts,
    creates: creates.map(({ described, atMs }) => ({ fields: described.fields, atMs })),
    window
  }
}
