import { array, looseObject, object, optional, parse, string } from 'valibot'
import { foreignAddresses } from './foreign-addresses'

/** The files of a package by their paths, as texts. */
export type PackageFiles = Readonly<Record<string, string>>

const manifestSchema = looseObject({
  name: string(),
  id: string(),
  api: string(),
  main: string(),
  ui: string(),
  documentAccess: string(),
  menu: array(object({ command: string() })),
  relaunchButtons: array(object({ command: string() })),
  networkAccess: object({
    allowedDomains: array(string()),
    reasoning: string(),
    devAllowedDomains: optional(array(string()), [])
  })
})

/** What has no place in code that ships, and how it is recognised there. */
const unwanted: readonly (readonly [string, RegExp])[] = [
  ['a source map', /sourceMappingURL|"sourcesContent"/],
  ['test code', /\bvitest\b|fast-check|\bbeforeEach\(|\bplayground\b|stand-in/],
  ['a key', /demo-key|["'`](?!_)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9][\w-]{15,}["'`]/],
  ['a path of the machine it was built on', /node_modules\/|\/(?:home|Users|tmp|root)\/|[A-Z]:\\\\/],
  ['a breakpoint', /\bdebugger\b/],
  ['words for the console', /\bconsole\.(?:log|debug|info|trace)\(/]
]

/** Characters a line of minified code has on average at the least: styles keep their line breaks. */
const leastLine = 500

/** Everything that keeps files from being a package that Figma imports as it is; none is what it should be. */
export function checkPackage(files: PackageFiles): readonly string[] {
  const manifest = parse(manifestSchema, JSON.parse(files['manifest.json'] ?? '{}'))
  const main = files[manifest.main]
  const ui = files[manifest.ui]
  if (main === undefined || ui === undefined) {
    return ['the manifest names code that is not in the package']
  }
  const { allowedDomains, devAllowedDomains } = manifest.networkAccess
  const wanted = ['manifest.json', manifest.main, manifest.ui, 'LICENSE', 'THIRD-PARTY-LICENCES.txt']
  const commands = [...manifest.menu, ...manifest.relaunchButtons].map(({ command }) => command)
  const codes = { [manifest.main]: main, [manifest.ui]: ui }
  return [
    ...wanted.filter((name) => (files[name] ?? '') === '').map((name) => `${name} is missing`),
    ...Object.keys(files)
      .filter((name) => !wanted.includes(name))
      .map((name) => `${name} does not belong in it`),
    ...commands
      .filter((each) => !main.includes(each))
      .map((each) => `the command ${each} is not in the code`),
    ...(manifest.documentAccess === 'dynamic-page' ? [] : ['documentAccess is not dynamic-page']),
    ...allowedDomains
      .filter((domain) => !/^https:\/\/[\w.-]+$/.test(domain))
      .map((domain) => `${domain} is not one host over https`),
    ...devAllowedDomains
      .filter((domain) => !/^http:\/\/localhost:\d+$/.test(domain))
      .map((domain) => `${domain} is not an address of this machine`),
    ...Object.entries(codes).flatMap(([name, code]) => [
      ...unwanted.filter(([, pattern]) => pattern.test(code)).map(([what]) => `${name} holds ${what}`),
      ...(code.length / code.split('\n').length < leastLine ? [`${name} is not minified`] : []),
      ...foreignAddresses(code, [...allowedDomains, ...devAllowedDomains]).map(
        (origin) => `${name} names ${origin}, which the manifest does not`
      )
    ])
  ]
}
