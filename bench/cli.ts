import { cpus } from 'node:os'
import { type GrowthTable, measurePixelGrowth, measureTargetGrowth } from './document/growth'
import { type PartName, parts } from './parts'
import type { Row } from './report/row'

/** The part with its own table. */
const growth = 'growth'

/** `npm run bench [-- part …]`: prints one table. Figures depend on the machine; read the ratios. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !isPart(name) && name !== growth)
  if (unknown.length > 0) {
    console.error(
      `no such part: ${unknown.join(', ')}; there are ${[...Object.keys(parts), growth].join(', ')}`
    )
    process.exitCode = 1
    return
  }
  const wanted = names.length === 0 ? [...Object.keys(parts), growth] : names
  const rows: Row[] = []
  for (const name of wanted.filter(isPart)) {
    console.error(`${name} …`)
    try {
      rows.push(...(await parts[name]()))
    } catch (error) {
      // A failing part must not lose the others' measurements.
      rows.push({
        what: name,
        measured: String(error),
        beside: '–',
        ratio: '–',
        goal: 'measured',
        isMet: false
      })
      process.exitCode = 1
    }
  }
  const tables = wanted.includes(growth) ? [await measurePixelGrowth(), await measureTargetGrowth()] : []
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
  console.log('| what | measured | beside it | ratio | goal | met |\n| --- | --- | --- | --- | --- | --- |')
  rows.forEach((row) => {
    console.log(line(row))
  })
  tables.forEach(printTable)
}

/** Prints the second table: cost as work grows. */
function printTable({ columns, rows }: GrowthTable): void {
  console.log(`\n| step | ${columns.join(' | ')} |\n| --- |${' --- |'.repeat(columns.length)}`)
  rows.forEach(({ step, costs }) => {
    console.log(`| ${step} | ${costs.join(' | ')} |`)
  })
}

function isPart(name: string): name is PartName {
  return Object.hasOwn(parts, name)
}

function line({ what, measured, beside, ratio, goal, isMet }: Row): string {
  return `| ${what} | ${measured} | ${beside} | ${ratio} | ${goal} | ${isMet ? 'yes' : 'no'} |`
}

await main(process.argv.slice(2))
