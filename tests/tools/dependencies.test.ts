import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dependenciesFile } from '../../tools/dependencies/dependencies-page'
import { readDependencies } from '../../tools/dependencies/read-dependencies'
import { reasons } from '../../tools/dependencies/reasons'

const dependencies = await readDependencies()

it('gives a reason for every dependency, and for nothing else', () => {
  expect(Object.keys(reasons).sort()).toEqual(dependencies.map(({ name }) => name).sort())
})

it('has all of them on the page, with their exact versions and reasons (made by `npm run dependencies`)', () => {
  const cells = readFileSync(dependenciesFile, 'utf8')
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, 3)
        .map((cell) => cell.trim())
    )
  for (const { name, version } of dependencies) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(cells).toContainEqual([`${name} ${version}`, reasons[name]])
  }
})
