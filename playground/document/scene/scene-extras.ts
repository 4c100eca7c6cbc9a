import * as v from 'valibot'
import type { DocumentNode } from '../node'
import { boundVariablesSchema, readVariables, writeVariables } from './scene-variables'

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Values that are kept as they are: the playground neither follows links nor draws layout grids. */
const interaction = v.object({
  trigger: v.nullable(v.custom<Trigger>(isObject)),
  actions: v.optional(v.array(v.custom<Action>(isObject)), [])
})
const layoutGrid = v.custom<LayoutGrid>(isObject)
const exportSetting = v.custom<ExportSettings>(isObject)

/** What a layer of the REST answer carries that is not seen: styles, variables, prototype links, grids, settings. */
export const extraFields = {
  /** The REST answer has `fill` and, in places, `fills`. */
  styles: v.optional(v.record(v.string(), v.string())),
  boundVariables: v.optional(boundVariablesSchema),
  interactions: v.optional(v.array(interaction)),
  layoutGrids: v.optional(v.array(layoutGrid)),
  exportSettings: v.optional(v.array(exportSetting)),
  /** The REST answer has it beside the tree, under `components`. */
  description: v.optional(v.string())
}

type SceneExtras = v.InferOutput<v.ObjectSchema<typeof extraFields, undefined>>

export function readExtras(node: DocumentNode, data: SceneExtras): void {
  const styles = new Map(Object.entries(data.styles ?? {}))
  const styleOf = (kind: string): string => styles.get(kind) ?? styles.get(`${kind}s`) ?? ''
  node.fillStyleId = styleOf('fill')
  node.strokeStyleId = styleOf('stroke')
  node.effectStyleId = styleOf('effect')
  node.gridStyleId = styleOf('grid')
  node.textStyleId = styleOf('text')
  node.boundVariables = readVariables(data.boundVariables)
  node.reactions = (data.interactions ?? []).map(({ trigger, actions }) => {
    const [action] = actions
    return { ...(action === undefined ? {} : { action }), actions, trigger }
  })
  node.layoutGrids = data.layoutGrids ?? []
  node.exportSettings = data.exportSettings ?? []
  node.description = data.description ?? ''
}

/** The same fields of a node, in one order; what there is none of is left out. */
export function writeExtras(node: DocumentNode): Readonly<Record<string, unknown>> {
  const styles = {
    ...(node.fillStyleId === '' ? {} : { fill: node.fillStyleId }),
    ...(node.strokeStyleId === '' ? {} : { stroke: node.strokeStyleId }),
    ...(node.effectStyleId === '' ? {} : { effect: node.effectStyleId }),
    ...(node.gridStyleId === '' ? {} : { grid: node.gridStyleId }),
    ...(node.textStyleId === '' ? {} : { text: node.textStyleId })
  }
  const boundVariables = writeVariables(node.boundVariables)
  const interactions = node.reactions.map(({ trigger, actions }) => ({ trigger, actions: actions ?? [] }))
  return {
    ...(Object.keys(styles).length === 0 ? {} : { styles }),
    ...(boundVariables === null ? {} : { boundVariables }),
    ...(interactions.length === 0 ? {} : { interactions }),
    ...(node.layoutGrids.length === 0 ? {} : { layoutGrids: node.layoutGrids }),
    ...(node.exportSettings.length === 0 ? {} : { exportSettings: node.exportSettings }),
    ...(node.description === '' ? {} : { description: node.description })
  }
}
