export interface ImportRule {
  /** What may be imported: paths of modules; in a folder's rule, other folders of the same module. */
  readonly imports: readonly string[]
  readonly why: string
}

export interface Module extends ImportRule {
  readonly path: string
  readonly is: string
  /** By their paths in the module; a module without them has no rules inside. */
  readonly folders?: Readonly<Record<string, ImportRule>>
}

export declare const modules: readonly Module[]

export declare const doors: readonly {
  readonly module: string
  readonly door: string
  /** Globs of the files that must use it. */
  readonly for: readonly string[]
  readonly why: string
}[]

export declare const packages: readonly {
  readonly names: readonly string[]
  readonly module: string
  readonly why: string
}[]
