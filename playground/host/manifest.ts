import * as v from 'valibot'

const menuItem = v.union([
  v.looseObject({ separator: v.literal(true) }),
  v.looseObject({ name: v.string(), command: v.optional(v.string()), menu: v.optional(v.array(v.unknown())) })
])

const manifestSchema = v.looseObject({
  name: v.string(),
  id: v.optional(v.string()),
  main: v.string(),
  ui: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
  documentAccess: v.optional(v.literal('dynamic-page')),
  menu: v.optional(v.array(menuItem)),
  relaunchButtons: v.optional(
    v.array(
      v.looseObject({
        command: v.string(),
        name: v.string(),
        multipleSelection: v.optional(v.boolean())
      })
    )
  ),
  networkAccess: v.optional(
    v.looseObject({
      allowedDomains: v.array(v.string()),
      devAllowedDomains: v.optional(v.array(v.string())),
      reasoning: v.optional(v.string())
    })
  )
})

/** What the host needs of a plugin's `manifest.json`. (Figma's plugin docs, plugin manifest) */
export type Manifest = v.InferOutput<typeof manifestSchema>

/** Reads a manifest, or throws an error that names its first fault. */
export function readManifest(value: unknown): Manifest {
  const result = v.safeParse(manifestSchema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`manifest.json: ${v.getDotPath(issue) ?? ''} ${issue.message}`)
}

export interface MenuCommand {
  readonly name: string
  readonly command: string
}

/** The commands of the plugin's menu; a plugin without a menu is one command with its own name. */
export function menuCommands(manifest: Manifest): readonly MenuCommand[] {
  const items = (manifest.menu ?? []).flatMap((item) =>
    'command' in item && typeof item.command === 'string' && typeof item.name === 'string'
      ? [{ name: item.name, command: item.command }]
      : []
  )
  return items.length > 0 ? items : [{ name: manifest.name, command: '' }]
}
