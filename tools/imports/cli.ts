import { readFile, writeFile } from 'node:fs/promises'
import { tableFile, withRulesTable } from './rules-table'

/** `npm run imports`: writes the table of who may import whom into the page on how it is built. */
await writeFile(tableFile, await withRulesTable(await readFile(tableFile, 'utf8')))
console.log(`look at ${tableFile}`)
