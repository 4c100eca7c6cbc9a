import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'
import { doors, modules, packages } from './import-rules.js'

/** The linter's rules of who may import whom, made from the allow-table. */
export const importRules = [
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })]
    },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { basePath: process.cwd(), zones: [...moduleZones(), ...folderZones(), ...doorZones()] }
      ]
    }
  },
  ...packageRules()
]

/** Zones of all other modules that a module may not import. */
function moduleZones() {
  return modules
    .map(({ path, imports, why }) => ({
      target: `${path}/**`,
      from: modules
        .map((other) => other.path)
        .filter((other) => other !== path && !imports.includes(other))
        .map((other) => `${other}/**`),
      message: why
    }))
    .filter(({ from }) => from.length > 0)
}

/** Zones of all other folders of its module that a folder may not import. */
function folderZones() {
  return modules.flatMap(({ path, folders = {} }) => {
    const names = Object.keys(folders)
    return names
      .map((name) => ({
        target: filesOf(path, name, names),
        from: names
          .filter((other) => other !== name && !folders[name].imports.includes(other))
          .flatMap((other) => filesOf(path, other, names)),
        message: folders[name].why
      }))
      .filter(({ from }) => from.length > 0)
  })
}

function doorZones() {
  return doors.map(({ module, door, for: target, why }) => ({
    target,
    from: filesOf(module, '.', ['.', door]),
    message: why
  }))
}

/** Globs of a folder's files, without those of other named folders in it. */
function filesOf(path, name, names) {
  const folder = name === '.' ? path : `${path}/${name}`
  const inside = names
    .filter((other) => other !== name && (name === '.' || other.startsWith(`${name}/`)))
    .map((other) => (name === '.' ? other : other.slice(name.length + 1)).split('/')[0])
  return inside.length === 0
    ? [`${folder}/**`]
    : [`${folder}/*`, `${folder}/!(${[...new Set(inside)].join('|')})/**`]
}

function packageRules() {
  return modules
    .filter(({ path }) => path.startsWith('src/'))
    .map(({ path }) => ({
      files: [`${path}/**/*.{ts,tsx}`],
      plugins: { '@typescript-eslint': tseslint.plugin },
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: packages
              .filter(({ module }) => module !== path)
              .map(({ names, why }) => ({ group: names, message: why }))
          }
        ]
      }
    }))
}
