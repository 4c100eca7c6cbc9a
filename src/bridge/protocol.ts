import type { InferOutput } from 'valibot'
import type { params } from './params'
import type { events, replies } from './replies'

/** Every call from the UI to the main thread: what it takes is told by `params`, what it answers by `replies`. */
export type CallName = keyof typeof params
export type Params<Name extends CallName> = InferOutput<(typeof params)[Name]>
export type Reply<Name extends CallName> = InferOutput<(typeof replies)[Name]>

/** Every event from the main thread to the UI. */
export type EventName = keyof typeof events
export type Payload<Name extends EventName> = InferOutput<(typeof events)[Name]>

/** Exporting and placing take as long as Figma takes over a very large file. */
const slowCalls: readonly CallName[] = [
  'export-subject',
  'read-paints',
  'place-result',
  'take-back',
  'keep-result',
  'place-apart'
]

/** Tells whether the answer to a call holds files of any length: only these are searched for long bytes. */
export function bringsFiles(name: string): boolean {
  return name === 'export-subject' || name === 'read-paints'
}

/** Tells how long the caller waits for the answer, ms: where a call only reads or writes a few values, for an editor that is busy. */
export function callTimeoutMs(name: CallName): number {
  return slowCalls.includes(name) ? 120_000 : 20_000
}
