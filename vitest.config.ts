import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Browsers wait for answers more than they compute: four at a time keep two cores busy.
    maxWorkers: 4,
    testTimeout: 60_000,
    hookTimeout: 120_000
  }
})
