import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

describe('vitest.config.ts', () => {
  it('loads without a warning', async () => {
    const { stderr } = await promisify(execFile)(process.execPath, [
      'node_modules/vitest/vitest.mjs',
      'list',
      '--filesOnly',
      'tests/of-nothing'
    ])
    expect(stderr).not.toMatch(/vitest\.config\.ts/)
  })
})
