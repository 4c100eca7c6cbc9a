import { beforeAll, describe, expect, it } from 'vitest'

/**
 * Describes one case. `run` ends with an image and measures it, or throws: then all of the case's tests fail. So a
 * `test.fails` of `check` can fail by nothing but what was measured.
 */
export function describeCase<Measured>(
  name: string,
  run: () => Promise<Measured>,
  check: (measured: () => Measured) => void
): void {
  describe(name, () => {
    let measured: Measured | undefined
    beforeAll(async () => {
      measured = await run()
    })
    it('comes to an image', () => {
      expect(measured).toBeDefined()
    })
    check(() => {
      if (measured === undefined) throw new Error('nothing was measured')
      return measured
    })
  })
}
