import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../playground/testing/demo'

/** What came of a script: see docs/demo-script.md. */
export interface Played {
  /** The first step that failed, with why; null where all were done. */
  readonly failed: unknown
  readonly creates: number
  /** The text of the window after each step. */
  readonly window: readonly string[]
}

/** Plays the steps of a demo script on the bundled scene of a phone, with the built plugin in its window. */
export async function playScript(steps: readonly unknown[]): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'full-bleed-played-'))
  try {
    const file = join(folder, 'script.json')
    await writeFile(file, JSON.stringify(steps))
    await runCommand(['--script', file, '--scene', 'phone', '--out', join(folder, 'out')])
    // The shape is that of the demo's own report.
    const report = JSON.parse(await readFile(join(folder, 'out', 'report.json'), 'utf8')) as {
      readonly steps: readonly { readonly ok: boolean }[]
      readonly requests: { readonly create: number }
      readonly window: readonly string[]
    }
    return {
      failed: report.steps.find(({ ok }) => !ok) ?? null,
      creates: report.requests.create,
      window: report.window
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
