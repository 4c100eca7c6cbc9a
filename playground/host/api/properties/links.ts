import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { aString, type Check } from '../check'
import { filledKinds, frameKinds, layerKinds, sceneKinds } from '../kinds'
import type { NodeProperties } from '../member-types'

type StyleName = 'fillStyleId' | 'strokeStyleId' | 'effectStyleId' | 'gridStyleId' | 'textStyleId'
type Names = StyleName | 'boundVariables' | 'reactions' | 'layoutGrids' | 'exportSettings' | 'description'

/** "If the manifest contains "documentAccess": "dynamic-page", this property is read-only." (plugin-api.d.ts) */
function styleId(name: StyleName) {
  const asynchronous = `set${name.charAt(0).toUpperCase()}${name.slice(1)}Async`
  const refuse: Check<string> = () => {
    throw new PluginError(`Cannot call with documentAccess: dynamic-page. Use node.${asynchronous} instead`)
  }
  return {
    get: (node: DocumentNode): string => node[name],
    set: { check: refuse, apply: (): void => undefined }
  }
}

interface Bound {
  readonly boundVariables?: { readonly color?: VariableAlias }
}

/** The variables that colours of paints take their values from. */
function boundInPaints(paints: readonly Paint[]): VariableAlias[] {
  const colors: readonly Bound[] = paints.flatMap((paint): readonly Bound[] => {
    if (paint.type === 'SOLID') return [paint]
    return 'gradientStops' in paint ? paint.gradientStops : []
  })
  return colors.flatMap(({ boundVariables }) => boundVariables?.color ?? [])
}

function boundInEffects(effects: readonly Effect[]): VariableAlias[] {
  return effects.flatMap((effect) =>
    'boundVariables' in effect ? Object.values<VariableAlias>(effect.boundVariables ?? {}) : []
  )
}

type NodeBinding = NonNullable<SceneNodeMixin['boundVariables']>

/** The bindings of a node's own fields, and those of its paints and effects in lists. */
function allBindings(node: DocumentNode): NodeBinding {
  const fills = boundInPaints(node.fills)
  const strokes = boundInPaints(node.strokes)
  const effects = boundInEffects(node.effects)
  return {
    ...node.boundVariables,
    ...(fills.length === 0 ? {} : { fills }),
    ...(strokes.length === 0 ? {} : { strokes }),
    ...(effects.length === 0 ? {} : { effects })
  }
}

/** What ties a layer to styles, variables and other layers, and the settings that it carries along. */
export const linkProperties: NodeProperties<Names> = {
  fillStyleId: { kinds: filledKinds, ...styleId('fillStyleId') },
  strokeStyleId: { kinds: filledKinds, ...styleId('strokeStyleId') },
  effectStyleId: { kinds: layerKinds, ...styleId('effectStyleId') },
  gridStyleId: { kinds: frameKinds, ...styleId('gridStyleId') },
  textStyleId: { kinds: ['TEXT'], ...styleId('textStyleId') },
  boundVariables: { kinds: sceneKinds, get: allBindings },
  reactions: {
    kinds: layerKinds.filter((kind) => kind !== 'COMPONENT_SET'),
    get: (node) => node.reactions
  },
  layoutGrids: { kinds: frameKinds, get: (node) => node.layoutGrids },
  exportSettings: { kinds: [...sceneKinds, 'PAGE'], get: (node) => node.exportSettings },
  description: {
    kinds: ['COMPONENT', 'COMPONENT_SET'],
    get: (node) => node.description,
    set: {
      check: aString,
      apply: (node, value) => {
        node.description = value
      }
    }
  }
}
