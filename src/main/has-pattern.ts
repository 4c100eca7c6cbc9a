/** Tells whether a layer has a pattern among its fills: such fills cannot be set at once (plugin-api.d.ts, `setFillsAsync`). */
export function hasPattern({ fills }: MinimalFillsMixin): boolean {
  return typeof fills !== 'symbol' && fills.some(({ type }) => type === 'PATTERN')
}
