import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { type ApiHost, descendantsOf } from '../api-host'
import { aString } from '../check'
import { filledKinds, frameKinds, layerKinds } from '../kinds'
import type { NodeMethods } from '../member-types'
import { aPaintList, setFills } from '../properties/appearance'
import { setStrokes } from '../properties/strokes'

type Names =
  | 'setFillsAsync'
  | 'setStrokesAsync'
  | 'setFillStyleIdAsync'
  | 'setStrokeStyleIdAsync'
  | 'setEffectStyleIdAsync'
  | 'setGridStyleIdAsync'

type StyleField = 'fillStyleId' | 'strokeStyleId' | 'effectStyleId' | 'gridStyleId'

/**
 * Links a style and takes over its values, or ends the link (`''`). The playground's documents have no list of styles:
 * one is known by the layers that carry it, and its values are theirs.
 */
function setStyle(field: StyleField, takeOver: (node: DocumentNode, model: DocumentNode) => void) {
  return (node: DocumentNode, [id]: readonly [string], host: ApiHost): void => {
    if (id !== '') {
      const model = descendantsOf(host.document.root).find((each) => each[field] === id)
      if (model === undefined) throw new PluginError(`The style with id "${id}" does not exist`)
      takeOver(node, model)
    }
    node[field] = id
  }
}

/** The setters that plugins with dynamic page loading have to use. */
export const asynchronousSetters: NodeMethods<Names> = {
  setFillsAsync: {
    kinds: filledKinds,
    parameters: [aPaintList],
    call: (node, [paints], host) => {
      setFills(node, paints, host)
    }
  },
  setStrokesAsync: {
    kinds: filledKinds,
    parameters: [aPaintList],
    call: (node, [paints], host) => {
      setStrokes(node, paints, host)
    }
  },
  setFillStyleIdAsync: {
    kinds: filledKinds,
    parameters: [aString],
    call: setStyle('fillStyleId', (node, model) => {
      node.fills = model.fills
    })
  },
  setStrokeStyleIdAsync: {
    kinds: filledKinds,
    parameters: [aString],
    call: setStyle('strokeStyleId', (node, model) => {
      node.strokes = model.strokes
    })
  },
  setEffectStyleIdAsync: {
    kinds: layerKinds,
    parameters: [aString],
    call: setStyle('effectStyleId', (node, model) => {
      node.effects = model.effects
    })
  },
  setGridStyleIdAsync: {
    kinds: frameKinds,
    parameters: [aString],
    call: setStyle('gridStyleId', (node, model) => {
      node.layoutGrids = model.layoutGrids
    })
  }
}
