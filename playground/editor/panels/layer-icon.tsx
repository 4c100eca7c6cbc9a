import type { JSX } from 'preact'
import type { NodeKind } from '../../document/node'

const frame = <path d="M4.5 1.5v13M11.5 1.5v13M1.5 4.5h13M1.5 11.5h13" />
const diamond = <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" />
const paths: Readonly<Record<NodeKind, JSX.Element>> = {
  DOCUMENT: <path d="M3.5 1.5h6l3 3v10h-9z" />,
  PAGE: <path d="M3.5 1.5h6l3 3v10h-9z" />,
  FRAME: frame,
  GROUP: <rect x="2.5" y="2.5" width="11" height="11" stroke-dasharray="2 1.6" />,
  COMPONENT: (
    <path d="M8 1.5 10.6 4 8 6.6 5.4 4zM12 5.4 14.5 8 12 10.6 9.4 8zM8 9.4 10.6 12 8 14.5 5.4 12zM4 5.4 6.6 8 4 10.6 1.5 8z" />
  ),
  COMPONENT_SET: <rect x="2.5" y="2.5" width="11" height="11" rx="2" stroke-dasharray="3 1.5" />,
  INSTANCE: diamond,
  SECTION: <path d="M2.5 5.5h11v8h-11zM2.5 5.5v-3h5v3" />,
  RECTANGLE: <rect x="2.5" y="3.5" width="11" height="9" />,
  ELLIPSE: <circle cx="8" cy="8" r="5.5" />,
  POLYGON: <path d="M8 2.5 14 13H2z" />,
  STAR: <path d="m8 1.8 1.8 4.1 4.4.4-3.3 3 1 4.3L8 11.3l-3.9 2.3 1-4.3-3.3-3 4.4-.4z" />,
  LINE: <path d="M2.5 13.5l11-11" />,
  VECTOR: <path d="M2.5 12c3-10 8-10 11 0M2.5 4.5h11" />,
  BOOLEAN_OPERATION: <path d="M2.5 2.5h7v4h4v7h-7v-4h-4z" />,
  TEXT: <path d="M3 4.5v-2h10v2M8 2.5v11M6 13.5h4" />
}

/** The sign of a kind of layer. */
export function LayerIcon({ kind }: { readonly kind: NodeKind }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {paths[kind]}
    </svg>
  )
}

const signs = {
  eye: (
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z" />
  ),
  hidden: <path d="M1.5 7s2.5 4 6.5 4 6.5-4 6.5-4M4 10l-1.5 2M8 11v2.5M12 10l1.5 2" />,
  lock: <path d="M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2" />,
  unlock: <path d="M3.5 7.5h9v6h-9zM5.5 7.5v-3a2.5 2.5 0 0 1 5 0" />,
  undo: <path d="M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8h-3" />,
  redo: <path d="M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8h3" />,
  play: <path d="M4.5 2.5 13 8l-8.5 5.5z" />,
  sun: (
    <path d="M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5 13 13M3 13l1.5-1.5M11.5 4.5 13 3" />
  ),
  moon: <path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" />,
  chevron: <path d="M6 4.5 9.5 8 6 11.5" />,
  folder: <path d="M1.5 12.5v-9h4l1.5 2h7.5v7z" />
} as const

/** The sign of an action. */
export function ActionIcon({ sign }: { readonly sign: keyof typeof signs }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {signs[sign]}
    </svg>
  )
}
