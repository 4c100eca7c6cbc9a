import type { Check } from '../check'
import { aString } from '../check'
import { PluginError } from '../../plugin-error'
import { layerKinds, filledKinds } from '../kinds'
import type { NodeMethods } from '../member-types'
import { aPaintList, completePaints } from '../properties/appearance'

type Names =
  | 'setFillsAsync'
  | 'setStrokesAsync'
  | 'setFillStyleIdAsync'
  | 'setStrokeStyleIdAsync'
  | 'setEffectStyleIdAsync'

/** The playground's documents have no styles: only taking a style away is possible. */
const aStyleId: Check<string> = (value, name) => {
  const id = aString(value, name)
  if (id !== '') throw new PluginError(`The style with id "${id}" does not exist`)
  return id
}

/** The setters that plugins with dynamic page loading have to use. */
export const asynchronousSetters: NodeMethods<Names> = {
  setFillsAsync: {
    kinds: filledKinds,
    parameters: [aPaintList],
    call: (node, [paints], host) => {
      node.fills = completePaints(paints, host)
    }
  },
  setStrokesAsync: {
    kinds: filledKinds,
    parameters: [aPaintList],
    call: (node, [paints], host) => {
      node.strokes = completePaints(paints, host)
    }
  },
  setFillStyleIdAsync: { kinds: filledKinds, parameters: [aStyleId], call: () => undefined },
  setStrokeStyleIdAsync: { kinds: filledKinds, parameters: [aStyleId], call: () => undefined },
  setEffectStyleIdAsync: { kinds: layerKinds, parameters: [aStyleId], call: () => undefined }
}
