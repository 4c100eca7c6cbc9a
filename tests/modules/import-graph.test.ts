import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it, test } from 'vitest'

/** Every source file with the files of the project that it imports, type imports included. */
function importGraph(folder: string): Map<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.css.'))
    .map((name) => resolve(folder, name))
  const known = new Set(files)
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'))
      const imported = importedFiles.flatMap(({ fileName }) => {
        const target = resolve(dirname(file), fileName)
        return [target, `${target}.ts`, `${target}.tsx`].filter((name) => known.has(name))
      })
      return [file, imported]
    })
  )
}

/** Finds the files of one cycle, or null. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(file)
    if (at >= 0) return [...path.slice(at), file]
    if (done.has(file)) return null
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle !== null) return cycle
    }
    done.add(file)
    return null
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle !== null) return cycle.map((each) => relative('.', each))
  }
  return null
}

describe('imports', () => {
  test.each(['src', 'playground', 'bench', 'tools'])('go round in circles nowhere in %s', (folder) => {
    const graph = importGraph(folder)
    expect(graph.size).toBeGreaterThan(3)
    expect(findCycle(graph)).toBeNull()
  })

  it('a circle would be found', () => {
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']]
        ])
      )
    ).toHaveLength(4)
  })
})
