import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it, test } from 'vitest'
import { modules } from '../../tools/imports/import-rules.js'
import { importRules } from '../../tools/imports/lint-imports.js'
import { tableFile, withRulesTable } from '../../tools/imports/rules-table'

const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } }, ...importRules]
})

/** Returns which files the linter forbids another file to import, for this reason. */
async function forbidden(from: string, files: readonly string[], why: string): Promise<readonly string[]> {
  const lines = files.map((file) => {
    const path = relative(dirname(from), file).replace(/\.tsx?$/, '')
    return `import type {} from '${path.startsWith('.') ? path : `./${path}`}'\n`
  })
  const [result] = await linter.lintText(lines.join(''), { filePath: from })
  const reported =
    result?.messages.filter(({ message }) => message.includes(why)).map(({ line }) => line) ?? []
  return files.filter((_, index) => reported.includes(index + 1))
}

/** The first file of code in a folder, or in those inside it. */
function fileIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const isCode = (name: string): boolean => /(?<!\.d)(?<!\.css)\.tsx?$/.test(name)
  const file = names.find((name) => isCode(name) && !name.includes('/')) ?? names.find(isCode)
  if (file === undefined) throw new Error(`${folder} holds no code`)
  return join(folder, file)
}

const inside = modules.flatMap(({ path, folders = {} }) =>
  Object.entries(folders).map(([name, rule]) => ({ path, name, rule, names: Object.keys(folders) }))
)

describe('the linter', () => {
  test.each(modules)('holds $path to the modules that it may import', async ({ path, imports, why }) => {
    const others = modules.map((other) => other.path).filter((other) => other !== path)
    const closed = others.filter((other) => !imports.includes(other))
    expect(await forbidden(join(path, 'probe.ts'), others.map(fileIn), why)).toEqual(closed.map(fileIn))
  })

  test.each(inside)(
    'holds $path/$name to the folders that it may import',
    async ({ path, name, rule, names }) => {
      const others = names.filter((other) => other !== name)
      const closed = others.filter((other) => !rule.imports.includes(other))
      const fileOf = (other: string): string => fileIn(join(path, other))
      expect(await forbidden(join(path, name, 'probe.ts'), others.map(fileOf), rule.why)).toEqual(
        closed.map(fileOf)
      )
    }
  )

  it('lets a folder import from itself', async () => {
    expect(await forbidden('src/main/nodes/probe.ts', [fileIn('src/main/nodes')], '')).toEqual([])
  })

  it('keeps a package to the module that may import it', async () => {
    const [complaint] = await linter.lintText(`import { wrap } from 'comlink'\n`, {
      filePath: 'src/ui/model/probe.ts'
    })
    expect(complaint?.messages).toMatchObject([{ ruleId: '@typescript-eslint/no-restricted-imports' }])
  })
})

describe('the allow-table', () => {
  it('names every folder of the modules that have rules inside', () => {
    const unnamed = modules.flatMap(({ path, folders }) =>
      readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && folders !== undefined && !(entry.name in folders))
        .filter((entry) => readdirSync(join(path, entry.name)).some((name) => /\.tsx?$/.test(name)))
        .map((entry) => join(path, entry.name))
    )
    expect(unnamed).toEqual([])
  })

  it('names only what is there', () => {
    const paths = modules.flatMap(({ path, folders = {} }) => [
      path,
      ...Object.keys(folders).map((name) => join(path, name))
    ])
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  it(`is in ${tableFile} as it is (made by npm run imports)`, async () => {
    const page = readFileSync(tableFile, 'utf8')
    expect(await withRulesTable(page)).toBe(page)
  })
})
