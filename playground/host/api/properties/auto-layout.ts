import { unbind } from '../../../document/bound-variables'
import { hasAutoLayout, primaryAxisOf } from '../../../document/layout/auto-layout-flow'
import { cellChildren, takeCell } from '../../../document/layout/grid-cells'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { aBoolean, aNumber, type Check, oneOf, orNull } from '../check'
import { frameKinds, layerKinds, sceneKinds } from '../kinds'
import type { NodeProperties } from '../member-types'

type SizeLimit = 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight'
type Spacing = 'itemSpacing' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom'
type Names =
  | SizeLimit
  | Spacing
  | 'layoutMode'
  | 'layoutWrap'
  | 'primaryAxisSizingMode'
  | 'counterAxisSizingMode'
  | 'primaryAxisAlignItems'
  | 'counterAxisAlignItems'
  | 'counterAxisSpacing'
  | 'itemReverseZIndex'
  | 'layoutPositioning'
  | 'layoutGrow'
  | 'layoutAlign'
  | 'layoutSizingHorizontal'
  | 'layoutSizingVertical'

type Axis = 'HORIZONTAL' | 'VERTICAL'
type Sizing = 'FIXED' | 'HUG' | 'FILL'

/** A property that is the node's field of the same name. */
function field<K extends keyof DocumentNode, V extends DocumentNode[K]>(name: K, check: Check<V>) {
  return {
    kinds: frameKinds,
    get: (node: DocumentNode): DocumentNode[K] => node[name],
    set: {
      check,
      fixedInInstance: 'stack-layout',
      apply: (node: DocumentNode, value: V): void => {
        node[name] = value
      }
    }
  }
}

function isPrimary(frame: DocumentNode, axis: Axis): boolean {
  return primaryAxisOf(frame) === (axis === 'HORIZONTAL' ? 'width' : 'height')
}

function sizingOf(node: DocumentNode, axis: Axis): Sizing {
  const { parent } = node
  if (parent !== null && hasAutoLayout(parent) && node.layoutPositioning === 'AUTO') {
    const fills = isPrimary(parent, axis) ? node.layoutGrow === 1 : node.layoutAlign === 'STRETCH'
    if (fills) return 'FILL'
  }
  if (!hasAutoLayout(node)) return 'FIXED'
  const mode = isPrimary(node, axis) ? node.primaryAxisSizingMode : node.counterAxisSizingMode
  return mode === 'AUTO' ? 'HUG' : 'FIXED'
}

/** The refusals are those that plugin-api.d.ts names: FILL only in an auto-layout parent, HUG only with auto-layout. */
function setSizing(node: DocumentNode, axis: Axis, sizing: Sizing): void {
  const frame = node.layoutPositioning === 'AUTO' ? node.parent : null
  const inAutoLayout = frame !== null && hasAutoLayout(frame)
  if (sizing === 'FILL' && !inAutoLayout) {
    throw new PluginError('FILL can only be set on children of auto-layout frames')
  }
  if (sizing === 'HUG' && !hasAutoLayout(node) && node.type !== 'TEXT') {
    throw new PluginError('HUG can only be set on auto-layout frames and text children of auto-layout frames')
  }
  if (sizing !== 'FIXED') unbind(node, axis === 'HORIZONTAL' ? 'width' : 'height')
  if (inAutoLayout && isPrimary(frame, axis)) node.layoutGrow = sizing === 'FILL' ? 1 : 0
  else if (inAutoLayout) node.layoutAlign = sizing === 'FILL' ? 'STRETCH' : 'INHERIT'
  if (!hasAutoLayout(node)) return
  if (isPrimary(node, axis)) node.primaryAxisSizingMode = sizing === 'HUG' ? 'AUTO' : 'FIXED'
  else node.counterAxisSizingMode = sizing === 'HUG' ? 'AUTO' : 'FIXED'
}

function sizing(axis: Axis) {
  return {
    kinds: layerKinds,
    get: (node: DocumentNode): Sizing => sizingOf(node, axis),
    set: {
      check: oneOf(['FIXED', 'HUG', 'FILL']),
      fixedInInstance: 'layout-sizing',
      apply: (node: DocumentNode, value: Sizing): void => {
        setSizing(node, axis, value)
      }
    }
  }
}

/** What is in a frame that becomes a grid takes its cells in layer order. */
function becomeGrid(frame: DocumentNode): void {
  const children = cellChildren(frame)
  const others = { ...frame, children: [] as DocumentNode[] }
  for (const child of children) {
    child.gridRowSpan = 1
    child.gridColumnSpan = 1
    takeCell(others, child)
    others.children.push(child)
  }
  frame.gridRowSizes = others.gridRowSizes
}

function sizeLimit(name: SizeLimit) {
  return { ...field(name, orNull(aNumber({ min: 0 }))), kinds: sceneKinds }
}

/** Auto-layout of a frame, and of a layer in one. */
export const autoLayoutProperties: NodeProperties<Names> = {
  layoutMode: {
    kinds: frameKinds,
    get: (node) => node.layoutMode,
    set: {
      check: oneOf(['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID']),
      fixedInInstance: 'stack-layout',
      apply: (node, value) => {
        if (value === 'GRID' && node.layoutMode !== 'GRID') becomeGrid(node)
        node.layoutMode = value
      }
    }
  },
  layoutWrap: field('layoutWrap', oneOf(['NO_WRAP', 'WRAP'])),
  primaryAxisSizingMode: field('primaryAxisSizingMode', oneOf(['FIXED', 'AUTO'])),
  counterAxisSizingMode: field('counterAxisSizingMode', oneOf(['FIXED', 'AUTO'])),
  primaryAxisAlignItems: {
    kinds: frameKinds,
    get: (node) => node.primaryAxisAlignItems,
    set: {
      check: oneOf(['MIN', 'MAX', 'CENTER', 'SPACE_BETWEEN']),
      fixedInInstance: 'stack-layout',
      apply: (node, value) => {
        if (value !== 'SPACE_EVENLY' && value !== 'SPACE_AROUND') node.primaryAxisAlignItems = value
      }
    }
  },
  counterAxisAlignItems: field('counterAxisAlignItems', oneOf(['MIN', 'MAX', 'CENTER', 'BASELINE'])),
  itemSpacing: field('itemSpacing', aNumber()),
  counterAxisSpacing: {
    kinds: frameKinds,
    get: (node) => node.counterAxisSpacing,
    set: {
      check: orNull(aNumber()),
      apply: (node, value) => {
        node.counterAxisSpacing = value ?? node.itemSpacing
      }
    }
  },
  paddingLeft: field('paddingLeft', aNumber()),
  paddingRight: field('paddingRight', aNumber()),
  paddingTop: field('paddingTop', aNumber()),
  paddingBottom: field('paddingBottom', aNumber()),
  minWidth: sizeLimit('minWidth'),
  maxWidth: sizeLimit('maxWidth'),
  minHeight: sizeLimit('minHeight'),
  maxHeight: sizeLimit('maxHeight'),
  itemReverseZIndex: field('itemReverseZIndex', aBoolean),
  layoutPositioning: {
    kinds: layerKinds,
    get: (node) => node.layoutPositioning,
    set: {
      check: oneOf(['AUTO', 'ABSOLUTE']),
      fixedInInstance: 'stack-positioning',
      apply: (node, value) => {
        // plugin-api.d.ts: only a child of an auto-layout frame can be placed absolutely.
        if (value === 'ABSOLUTE' && (node.parent === null || node.parent.layoutMode === 'NONE')) {
          throw new PluginError(
            'Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE'
          )
        }
        const comesBack = value === 'AUTO' && node.layoutPositioning === 'ABSOLUTE'
        node.layoutPositioning = value
        if (comesBack && node.parent?.layoutMode === 'GRID') takeCell(node.parent, node)
      }
    }
  },
  layoutGrow: { ...field('layoutGrow', aNumber({ min: 0 })), kinds: layerKinds },
  layoutAlign: {
    ...field('layoutAlign', oneOf(['MIN', 'CENTER', 'MAX', 'STRETCH', 'INHERIT'])),
    kinds: layerKinds
  },
  layoutSizingHorizontal: sizing('HORIZONTAL'),
  layoutSizingVertical: sizing('VERTICAL')
}
