import { resolve } from 'node:path'
import ts from 'typescript'

/** Compiles lines of code, each as if it were a file of a module, and returns the first complaint about each, or null. */
export function compileInModule(module: string, lines: readonly string[]): readonly (string | null)[] {
  const folder = resolve('src', module)
  const files = new Map(lines.map((line, index) => [resolve(folder, `probe-${index}.ts`), line]))
  const config = ts.getParsedCommandLineOfConfigFile(resolve(folder, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(messageOf(diagnostic))
    }
  })
  if (config === undefined) {
    throw new Error(`src/${module} has no tsconfig.json`)
  }
  const host = ts.createCompilerHost(config.options)
  const getSourceFile = host.getSourceFile.bind(host)
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const line = files.get(resolve(name))
    return line === undefined
      ? getSourceFile(name, languageVersion, ...rest)
      : ts.createSourceFile(name, `${line}\nexport {}\n`, languageVersion)
  }
  host.fileExists = (name) => files.has(resolve(name)) || ts.sys.fileExists(name)
  const program = ts.createProgram([...files.keys()], config.options, host)
  return [...files.keys()].map((file) => {
    const [complaint] = program.getSemanticDiagnostics(program.getSourceFile(file))
    return complaint === undefined ? null : messageOf(complaint)
  })
}

function messageOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, ' ')
}
