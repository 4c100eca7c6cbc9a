import { readFile, writeFile } from 'node:fs/promises'
import { bundledPackages } from '../package/bundled-packages'
import { dependenciesFile, dependenciesPage } from './dependencies-page'
import { readDependencies } from './read-dependencies'

/** `npm run dependencies`: writes the page from the last build. */
const main = await readFile('build/main.js')
const ui = await readFile('build/ui.js')
const page = await dependenciesPage(await readDependencies(), await bundledPackages(), {
  main: main.length,
  window: ui.length
})
await writeFile(dependenciesFile, page)
console.log(`look at ${dependenciesFile}`)
