import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { mixed } from '../../vm/wire'
import type { ApiHost } from '../api-host'
import { aBoolean, aNumber, matching, oneOf } from '../check'
import { corneredKinds, filledKinds, fourCornerKinds, frameKinds, layerKinds } from '../kinds'
import type { NodeProperties } from '../member-types'
import { blendModeSchema, effectsSchema, paintsSchema } from '../value-schemas'

type Names =
  | 'opacity'
  | 'blendMode'
  | 'isMask'
  | 'maskType'
  | 'effects'
  | 'fills'
  | 'cornerRadius'
  | 'topLeftRadius'
  | 'topRightRadius'
  | 'bottomRightRadius'
  | 'bottomLeftRadius'
  | 'clipsContent'

export const aPaintList = matching<Paint[]>(paintsSchema)

/** Fills in the fields that Figma always gives back, and refuses images that the document does not have. */
export function completePaints(paints: readonly Paint[], host: ApiHost): readonly Paint[] {
  return paints.map((paint) => {
    if (paint.type === 'IMAGE' && paint.imageHash !== null && !host.document.images.has(paint.imageHash)) {
      throw new PluginError('Invalid SHA1 hash')
    }
    return { visible: true, opacity: 1, blendMode: 'NORMAL', ...paint }
  })
}

/** Assigning paints ends the link to a style. (plugin-api.d.ts has a style's paints and own ones as alternatives) */
export function setFills(node: DocumentNode, paints: readonly Paint[], host: ApiHost): void {
  node.fills = completePaints(paints, host)
  node.fillStyleId = ''
}

function corner(index: 0 | 1 | 2 | 3) {
  return {
    kinds: fourCornerKinds,
    get: (node: DocumentNode): number => node.cornerRadii[index],
    set: {
      check: aNumber({ min: 0 }),
      apply: (node: DocumentNode, value: number): void => {
        const [a, b, c, d] = node.cornerRadii
        const radii: [number, number, number, number] = [a, b, c, d]
        radii[index] = value
        node.cornerRadii = radii
      }
    }
  }
}

/** How a node looks. */
export const appearanceProperties: NodeProperties<Names> = {
  opacity: {
    kinds: layerKinds,
    get: (node) => node.opacity,
    set: {
      check: aNumber({ min: 0, max: 1 }),
      apply: (node, value) => {
        node.opacity = value
      }
    }
  },
  blendMode: {
    kinds: layerKinds,
    get: (node) => node.blendMode,
    set: {
      check: matching<BlendMode>(blendModeSchema),
      apply: (node, value) => {
        node.blendMode = value
      }
    }
  },
  isMask: {
    kinds: layerKinds,
    get: (node) => node.isMask,
    set: {
      check: aBoolean,
      apply: (node, value) => {
        node.isMask = value
      }
    }
  },
  maskType: {
    kinds: layerKinds,
    get: (node) => node.maskType,
    set: {
      check: oneOf(['ALPHA', 'VECTOR', 'LUMINANCE']),
      apply: (node, value) => {
        node.maskType = value
      }
    }
  },
  effects: {
    kinds: layerKinds,
    get: (node) => node.effects,
    set: {
      check: matching<Effect[]>(effectsSchema),
      apply: (node, value) => {
        node.effects = value
        node.effectStyleId = ''
      }
    }
  },
  fills: {
    kinds: filledKinds,
    get: (node) => node.fills,
    set: {
      check: aPaintList,
      apply: (node, value, host) => {
        setFills(node, value, host)
      }
    }
  },
  cornerRadius: {
    kinds: corneredKinds,
    get: (node): number | PluginAPI['mixed'] => {
      const [first, ...others] = node.cornerRadii
      return others.every((radius) => radius === first) ? first : mixed
    },
    set: {
      check: aNumber({ min: 0 }),
      apply: (node, value) => {
        node.cornerRadii = [value, value, value, value]
      }
    }
  },
  topLeftRadius: corner(0),
  topRightRadius: corner(1),
  bottomRightRadius: corner(2),
  bottomLeftRadius: corner(3),
  clipsContent: {
    kinds: frameKinds,
    get: (node) => node.clipsContent,
    set: {
      check: aBoolean,
      apply: (node, value) => {
        node.clipsContent = value
      }
    }
  }
}
