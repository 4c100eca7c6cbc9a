import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Words } from '../../../src/ui/words/words'
import { standInLabel } from '../../service/server'
import { demoDocument } from '../demo-document'
import type { DemoOptions } from '../demo-options'
import { settingsOf, wordsOf } from '../demo-settings'
import { openSession, type Session } from '../session'
import type { ScriptStep } from './read-script'
import { ScriptClock } from './script-clock'
import { ScriptEditor } from './script-editor'
import { reportScript, type ScriptReport, type StepReport } from './script-report'
import { changeStorage } from './steps/change-storage'
import { takeSnapshot } from './steps/snapshot'
import { Subject } from './subject'
import { Traffic } from './traffic'

/** The name of the snapshot that is taken where a step failed. */
const failedName = 'failed'

/**
 * Does the steps of a script in the real editor with the built plugin, until one fails, and writes `report.json` and what
 * the steps write. A step that failed has a snapshot of its own, `failed`.
 */
export async function runScript(steps: readonly ScriptStep[], options: DemoOptions): Promise<ScriptReport> {
  const startedAtMs = performance.now()
  await mkdir(options.out, { recursive: true })
  const { scene } = await demoDocument(options)
  const clock = new ScriptClock()
  const traffic = new Traffic()
  const session = await openSession({
    scene,
    theme: options.theme,
    service: { clock: clock.service },
    onRequest: (request, frame) => {
      traffic.note(request, frame)
    },
    prepare: (page) => clock.install(page),
    ...(options.service === null ? {} : { serviceUrl: options.service })
  })
  try {
    const first = await ScriptEditor.first(session.page)
    await changeStorage(first, {
      settings: { ...settingsOf(options), region: 'own', ownUrl: session.serviceUrl },
      key: options.key
    })
    const subject = new Subject(first)
    traffic.watch(session.page, session.serviceUrl)
    const went = await doSteps(steps, {
      session,
      clock,
      traffic,
      first,
      subject,
      words: wordsOf(options),
      out: options.out
    })
    const service = session.standIn === null ? session.serviceUrl : standInLabel
    const became = await subject.report()
    const report = await reportScript(traffic, { service, startedAtMs, ...went, ...became }, options.out)
    await writeFile(join(options.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
    return report
  } finally {
    await session.close()
  }
}

interface Scene {
  readonly session: Session
  readonly clock: ScriptClock
  readonly traffic: Traffic
  readonly first: ScriptEditor
  readonly subject: Subject
  readonly words: Words
  readonly out: string
}

async function doSteps(
  steps: readonly ScriptStep[],
  { session, clock, traffic, first, subject, words, out }: Scene
): Promise<{ readonly steps: readonly StepReport[]; readonly window: readonly string[] }> {
  const reports: StepReport[] = []
  const texts: string[] = []
  const editors = [first]
  for (const { source, perform, window, timeoutMs } of steps) {
    const startMs = performance.now()
    const ms = (): number => Math.round(performance.now() - startMs)
    const editor = window === 1 ? first : (editors[1] ?? (await first.openBeside()))
    if (!editors.includes(editor)) editors.push(editor)
    const stage = {
      editor,
      editors: () => editors,
      words,
      clock,
      traffic,
      standIn: session.standIn,
      timeoutMs,
      out
    }
    try {
      await perform(stage)
      await editor.settle()
      await subject.note()
      const text = await editor.text()
      reports.push({ step: source, ok: true, ms: ms() })
      texts.push(text)
    } catch (error) {
      reports.push({
        step: source,
        ok: false,
        ms: ms(),
        error: error instanceof Error ? error.message : String(error)
      })
      texts.push(await editor.text())
      // What cannot be drawn must not hide what failed.
      await takeSnapshot(editor, out, failedName).catch(() => undefined)
      break
    }
  }
  return { steps: reports, window: texts }
}
