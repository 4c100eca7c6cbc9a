/** Names of one object's members; a name in `write` is in `read` too. */
export interface MemberNames {
  readonly read: readonly string[]
  readonly write: readonly string[]
  readonly methods: readonly string[]
}

/** What the prelude has to build. Values of `figma` are grouped by the object they are on: `''` is `figma` itself. */
export interface ApiShape {
  /** By kind of node; `finds` are the searches whose callbacks run in the VM. */
  readonly nodes: Readonly<Record<string, MemberNames & { readonly finds: readonly string[] }>>
  readonly figma: Readonly<Record<string, MemberNames>>
  readonly absentGlobals: readonly string[]
  /** What `__html__` is: the text of the file that the manifest's `ui` names. */
  readonly html: string | undefined
  /** What `__uiFiles__` is: the files that a manifest with several names. */
  readonly uiFiles: Readonly<Record<string, string>> | undefined
}

/**
 * Globals of the QuickJS build that are newer than what Figma's main thread is known to have (ES2020), or no part of
 * the language. The plugin cannot count on them.
 */
export const absentGlobals = [
  'InternalError',
  'Iterator',
  'Float16Array',
  'SharedArrayBuffer',
  'WeakRef',
  'FinalizationRegistry',
  'AggregateError'
] as const
