import { expect, it } from 'vitest'
import { openImageFuzzer } from './fuzz-images'

const count = 250

it(
  `${count} damaged images are read or fail with words, and throw nothing`,
  { timeout: 300_000 },
  async () => {
    const fuzzer = await openImageFuzzer()
    try {
      const { outcomes, problems } = await fuzzer.run(1, count)
      expect(problems).toEqual([])
      // Not all of them may be the same: then nothing was tried.
      expect(Object.keys(outcomes).length).toBeGreaterThan(3)
      expect(outcomes['ok']).toBeGreaterThan(0)
    } finally {
      await fuzzer.close()
    }
  }
)
