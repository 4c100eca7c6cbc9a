import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { version } from '../../src/ui/version'

it('the version that reports name is the package’s', () => {
  const file: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(file).toMatchObject({ version })
})
