import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** A project with the same sources, so that its build does not touch the build that other tests use. */
let project: string

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'interrupted-build-'))
  for (const folder of ['src', 'bundling', 'node_modules']) {
    symlinkSync(resolve(folder), join(project, folder))
  }
  for (const file of [
    'package.json',
    'tsconfig.json',
    'manifest.json',
    '.prettierrc.json',
    'build-figma-plugin.main.js',
    'build-figma-plugin.ui.js'
  ]) {
    cpSync(file, join(project, file))
  }
})

afterEach(() => {
  rmSync(project, { recursive: true, force: true })
})

describe('an interrupted build', () => {
  it('leaves manifest.json as it was and no half-made code', async () => {
    const build = spawn('npm', ['run', 'build'], { cwd: project, detached: true, stdio: 'ignore' })
    const { pid } = build
    if (pid === undefined) throw new Error('npm does not start')
    const watcher = watch(project, { recursive: true }, (_, file) => {
      // The build tool has just written its manifest, wherever that is.
      if (file?.endsWith('manifest.json') !== true) return
      watcher.close()
      process.kill(-pid, 'SIGINT')
    })
    expect(await once(build, 'exit')).not.toEqual([0, null])
    expect(readFileSync(join(project, 'manifest.json'), 'utf8')).toBe(readFileSync('manifest.json', 'utf8'))
    expect(existsSync(join(project, 'build'))).toBe(false)
  })
})
