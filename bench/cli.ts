import { cpus } from 'node:os'
import { measureChaos } from './chaos'
import { measureFinish } from './finish'
import { measureLoad } from './load'
import { measureFuzz } from './fuzz'
import { measurePlacement } from './placement'
import { measureMasks } from './mask-in-vm'
import type { Row } from './row'

/** `npm run bench`: prints one table. Figures depend on the machine; read the ratios. */
async function main(): Promise<void> {
  const rows = [
    ...(await measureFinish()),
    ...(await measurePlacement()),
    ...(await measureFuzz()),
    ...(await measureMasks()),
    ...(await measureLoad()),
    ...(await measureChaos())
  ]
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
  console.log('| what | measured | beside it | ratio | goal | met |\n| --- | --- | --- | --- | --- | --- |')
  rows.forEach((row) => {
    console.log(line(row))
  })
}

function line({ what, measured, beside, ratio, goal, isMet }: Row): string {
  return `| ${what} | ${measured} | ${beside} | ${ratio} | ${goal} | ${isMet ? 'yes' : 'no'} |`
}

await main()
