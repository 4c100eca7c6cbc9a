import { readFile } from 'node:fs/promises'
import { type DemoOptions, demoUsage, readDemoOptions } from './demo-options'
import type { DemoReport } from './demo-report'
import { runDemo } from './run-demo'
import { readScript } from './script/read-script'
import { runScript } from './script/run-script'

/**
 * Runs `npm run demo` with these arguments and returns its exit code: 0 when an image was placed or all steps of the script
 * were done, 1 when not, 2 when the command line or the script is wrong.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  let options
  try {
    options = readDemoOptions(args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${demoUsage}`)
    return 2
  }
  if (options === null) {
    console.log(demoUsage)
    return 0
  }
  return options.script === null ? expandOnce(options) : followScript(options.script, options)
}

async function expandOnce(options: DemoOptions): Promise<number> {
  const report = await runDemo(options)
  if (report.placed !== null) {
    console.log(`${summary(report.placed)}, by ${report.service}`)
    console.log(`Look at ${options.out}/before.png, ${options.out}/after.png and ${options.out}/window.png`)
    return 0
  }
  console.error(`Nothing was placed. The window says:\n${report.error?.detail ?? ''}`)
  return 1
}

async function followScript(file: string, options: DemoOptions): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    console.error(`--script ${file}: this file can’t be read`)
    return 2
  }
  const script = readScript(text)
  if (!script.ok) {
    console.error(`${file}:${script.failure.line}: ${script.failure.message}`)
    return 2
  }
  const report = await runScript(script.value, options)
  for (const { step, ok, ms, error } of report.steps) {
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${String(ms).padStart(6)} ms  ${JSON.stringify(step)}`)
    if (error !== undefined) console.error(error)
  }
  console.log(`${report.requests.create} creates, by ${report.service}. Look at ${options.out}/report.json`)
  return report.ok ? 0 : 1
}

function summary({ before, after, newLayer }: NonNullable<DemoReport['placed']>): string {
  const [from, to] = [size(before.box), size(after.box)]
  return newLayer === null
    ? `“${before.name}”: ${from === to ? `${to}, filled` : `${from} → ${to}`}`
    : `“${before.name}”: ${to}, with a new layer of ${size(newLayer.box)} behind it`
}

function size({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${Math.round(width)} × ${Math.round(height)}`
}
