import type { Failure } from '../../core/failure'
import type { Order } from '../../core/order'

/**
 * What a user can send to somebody who helps: the failure as it is, and the sizes that it happened with. No name, no
 * prompt, no pixel; `secret` (the key) is cut out wherever it might have got into.
 */
export function failureReport(
  failure: Failure,
  order: Order | null,
  {
    version,
    atMs,
    secret
  }: { readonly version: string; readonly atMs: number; readonly secret: string | null }
): string {
  const report = JSON.stringify(
    {
      plugin: `Full Bleed ${version}`,
      at: new Date(atMs).toISOString(),
      failure,
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
  return secret === null || secret === '' ? report : report.replaceAll(secret, '•••')
}
