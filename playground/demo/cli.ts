import { demoUsage, readDemoOptions } from './demo-options'
import type { DemoReport } from './demo-report'
import { runDemo } from './run-demo'

/** `npm run demo`: exits with 0 when an image was placed, with 1 when not, with 2 when the command line is wrong. */
async function main(): Promise<number> {
  let options
  try {
    options = readDemoOptions(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${demoUsage}`)
    return 2
  }
  if (options === null) {
    console.log(demoUsage)
    return 0
  }
  const report = await runDemo(options)
  if (report.placed !== null) {
    console.log(`${summary(report.placed)}, by ${report.service}`)
    console.log(`Look at ${options.out}/before.png, ${options.out}/after.png and ${options.out}/window.png`)
    return 0
  }
  console.error(`Nothing was placed. The window says:\n${report.error?.detail ?? ''}`)
  return 1
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

process.exitCode = await main()
