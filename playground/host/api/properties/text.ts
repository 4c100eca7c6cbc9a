import type { NodeProperties } from '../member-types'

type Names =
  | 'characters'
  | 'fontName'
  | 'fontSize'
  | 'fontWeight'
  | 'textAlignHorizontal'
  | 'textAlignVertical'
  | 'pointCount'
  | 'innerRadius'

const styleNames: Readonly<Record<number, string>> = {
  100: 'Thin',
  200: 'Extra Light',
  300: 'Light',
  400: 'Regular',
  500: 'Medium',
  600: 'Semi Bold',
  700: 'Bold',
  800: 'Extra Bold',
  900: 'Black'
}

/** Text is read, never set: the plugin changes no text, and fonts need not be loaded to read it. */
export const textProperties: NodeProperties<Names> = {
  characters: { kinds: ['TEXT'], get: (node) => node.characters },
  fontName: {
    kinds: ['TEXT'],
    get: (node) => ({ family: node.fontFamily, style: styleNames[node.fontWeight] ?? 'Regular' })
  },
  fontSize: { kinds: ['TEXT'], get: (node) => node.fontSize },
  fontWeight: { kinds: ['TEXT'], get: (node) => node.fontWeight },
  textAlignHorizontal: { kinds: ['TEXT'], get: (node) => node.textAlignHorizontal },
  textAlignVertical: { kinds: ['TEXT'], get: (node) => node.textAlignVertical },
  pointCount: { kinds: ['POLYGON', 'STAR'], get: (node) => node.pointCount },
  innerRadius: { kinds: ['STAR'], get: (node) => node.innerRadius }
}
