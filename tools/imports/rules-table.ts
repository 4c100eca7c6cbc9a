import { format, resolveConfig } from 'prettier'
import { doors, modules } from './import-rules.js'

/** The page that holds the table, between two markers. */
export const tableFile = 'docs/architecture.md'

const begin = '<!-- Made by `npm run imports` from tools/imports/import-rules.js: not to be edited here. -->'
const end = '<!-- End of what `npm run imports` made. -->'

/** Replaces the table of who may import whom in the text of the page. */
export async function withRulesTable(page: string): Promise<string> {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) {
    throw new Error(`${tableFile} has no place for the table of who may import whom`)
  }
  const block = [begin, modulesTable(), ...doors.map(({ why }) => why), foldersTable(), ''].join('\n\n')
  return format(page.slice(0, from) + block + page.slice(to), {
    ...(await resolveConfig(tableFile)),
    parser: 'markdown'
  })
}

function modulesTable(): string {
  return table(
    ['module', 'what it is', 'may import', 'why'],
    modules.map(({ path, is, imports, why }) => [code(path), is, list(imports), why])
  )
}

function foldersTable(): string {
  return table(
    ['folder', 'may import, inside its module', 'why'],
    modules.flatMap(({ path, folders = {} }) =>
      Object.entries(folders).map(([name, { imports, why }]) => [
        code(name === '.' ? `${path}/*` : `${path}/${name}`),
        list(imports),
        why
      ])
    )
  )
}

const code = (text: string): string => `\`${text}\``

const list = (names: readonly string[]): string =>
  names.length === 0 ? '–' : names.map((name) => code(name === '.' ? '*' : name)).join(', ')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
