import { cpus } from 'node:os'
import { parts, type PartName } from './parts'
import type { Row } from './row'

/** `npm run bench [-- part …]`: prints one table. Figures depend on the machine; read the ratios. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !isPart(name))
  if (unknown.length > 0) {
    console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
    process.exitCode = 1
    return
  }
  const wanted = names.length === 0 ? Object.keys(parts) : names
  const rows: Row[] = []
  for (const name of wanted.filter(isPart)) {
    console.error(`${name} …`)
    rows.push(...(await parts[name]()))
  }
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
  console.log('| what | measured | beside it | ratio | goal | met |\n| --- | --- | --- | --- | --- | --- |')
  rows.forEach((row) => {
    console.log(line(row))
  })
}

function isPart(name: string): name is PartName {
  return Object.hasOwn(parts, name)
}

function line({ what, measured, beside, ratio, goal, isMet }: Row): string {
  return `| ${what} | ${measured} | ${beside} | ${ratio} | ${goal} | ${isMet ? 'yes' : 'no'} |`
}

await main(process.argv.slice(2))
