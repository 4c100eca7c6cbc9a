import { format, resolveConfig } from 'prettier'
import type { BundledPackage } from '../package/bundled-packages'
import { reasons } from './reasons'

/** Where the page is kept. */
export const dependenciesFile = 'docs/dependencies.md'

/** A dependency as package.json lists it. */
export interface Dependency {
  readonly name: string
  readonly version: string
  readonly isShipped: boolean
  /** Bytes of its folder on disk, without what it depends on itself. */
  readonly folderBytes: number
}

/** Writes the page on what the project depends on, why, and what it weighs, as Markdown. */
export async function dependenciesPage(
  dependencies: readonly Dependency[],
  bundled: readonly BundledPackage[],
  own: { readonly main: number; readonly window: number }
): Promise<string> {
  const bytesOf = new Map(bundled.map(({ name, bytes }) => [name, bytes]))
  const ofOthers = bundled.reduce((sum, { bytes }) => sum + bytes, 0)
  const listed = dependencies.filter(({ isShipped }) => isShipped)
  const brought = bundled.filter(({ name }) => !listed.some((each) => each.name === name))
  const page = [
    '<!-- Made by `npm run dependencies` from package.json and the last build: not to be edited here. -->',
    '# What the project depends on',
    `All versions are exact. The minified code is ${kilobytes(own.main)} for the main thread and ${kilobytes(own.window)} for the window; ${kilobytes(ofOthers)} of it come from the packages that ship. Their licences are in the package that \`npm run package\` makes.`,
    '## What ships',
    table(
      ['package', 'why it is there', 'in the plugin', 'licence'],
      listed.map(({ name, version }) => [
        `${name} ${version}`,
        reasons[name] ?? '',
        kilobytes(bytesOf.get(name) ?? 0),
        bundled.find((each) => each.name === name)?.license ?? '–'
      ])
    ),
    brought.length === 0
      ? 'They bring nothing else into it.'
      : `They bring into it: ${brought.map(({ name, bytes }) => `${name} (${kilobytes(bytes)})`).join(', ')}.`,
    '## What only builds, tries and tests it',
    table(
      ['package', 'why it is there', 'on disk'],
      dependencies
        .filter(({ isShipped }) => !isShipped)
        .map(({ name, version, folderBytes }) => [
          `${name} ${version}`,
          reasons[name] ?? '',
          megabytes(folderBytes)
        ])
    ),
    '`npm audit --omit=dev` looks at what ships. It is run for each change, see `.github/workflows/ci.yml`.'
  ]
  return format(page.join('\n\n'), { ...(await resolveConfig(dependenciesFile)), parser: 'markdown' })
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
