import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'count-tests-'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const counted = (report: string, exitCode: number | null): string =>
  spawnSync(process.execPath, ['.ci/count-tests.js', report, String(exitCode)], { encoding: 'utf8' }).stdout

/** Runs vitest on one test file and returns the last line of `.ci/run` for it. */
function lastLineOf(file: string): string {
  const report = join(folder, 'report.json')
  writeFileSync(join(folder, 'probe.test.ts'), `import { afterAll, beforeAll, it } from 'vitest'\n${file}`)
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`],
    { encoding: 'utf8' }
  )
  return counted(report, status)
}

const fails = `() => { throw new Error('on purpose') }`

describe('the last line of .ci/run', () => {
  test.each([
    ['counts passed tests', `it('a', () => undefined); it('b', () => undefined)`, '2 passed, 0 failed\n'],
    ['counts failed tests', `it('a', () => undefined); it('b', ${fails})`, '1 passed, 1 failed\n'],
    [
      'counts a file whose beforeAll fails as failed',
      `beforeAll(${fails}); it('a', () => undefined)`,
      '0 passed, 1 failed\n'
    ],
    [
      'counts a file whose afterAll fails as failed',
      `afterAll(${fails}); it('a', () => undefined)`,
      '1 passed, 1 failed\n'
    ],
    ['counts a file that does not load as failed', `throw new Error('on purpose')`, '0 passed, 1 failed\n'],
    [
      'counts a rejection that nobody handles as failed',
      `it('a', () => { void Promise.reject(new Error('on purpose')) })`,
      '1 passed, 1 failed\n'
    ]
  ])('%s', (_, file, expected) => {
    expect(lastLineOf(file)).toBe(expected)
  })

  it('says that a run without a report failed', () => {
    expect(counted(join(folder, 'none.json'), 1)).toBe('0 passed, 1 failed\n')
  })
})
