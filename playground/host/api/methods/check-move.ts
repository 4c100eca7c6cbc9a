import type { DocumentNode, NodeKind } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { ancestorsOf, descendantsOf, enclosingInstance } from '../api-host'
import { fittedKinds, shapeKinds } from '../kinds'

/** What a boolean operation is made of; whether the platform takes frames too is not known. */
const operandKinds: readonly NodeKind[] = [...shapeKinds, ...fittedKinds]

/** Refuses the moves that Figma refuses, in the words of its docs (`insertChild`, possible error cases) where it has any. */
export function checkMove(parent: DocumentNode, node: DocumentNode): void {
  const why = refusal(parent, node)
  if (why !== null) throw new PluginError(`Cannot move node. ${why}`)
}

function refusal(parent: DocumentNode, node: DocumentNode): string | null {
  if (node.type === 'DOCUMENT') return 'Node is the scene root, which cannot be reparented'
  if (node.type === 'PAGE') return 'Nodes other than the root node cannot have children of type PAGE'
  if (parent.type === 'INSTANCE' || enclosingInstance(parent) !== null) {
    return 'New parent is an instance or is inside of an instance'
  }
  if (enclosingInstance(node) !== null) return 'Node is inside of an instance'
  const above = [parent, ...ancestorsOf(parent)]
  if (above.includes(node)) return 'Doing so would create a parenting cycle'
  if (parent.type === 'COMPONENT_SET' && node.type !== 'COMPONENT') {
    return 'A COMPONENT_SET node cannot have children of type other than COMPONENT'
  }
  return componentRefusal(above, [node, ...descendantsOf(node)]) ?? kindRefusal(parent, node)
}

function componentRefusal(above: readonly DocumentNode[], moved: readonly DocumentNode[]): string | null {
  const components = above.filter((each) => each.type === 'COMPONENT')
  const ids = components.map((component) => component.id)
  if (moved.some((each) => each.componentId !== null && ids.includes(each.componentId))) {
    return 'Reparenting would create a component cycle'
  }
  const isComponent = moved.some((each) => each.type === 'COMPONENT' || each.type === 'COMPONENT_SET')
  return components.length > 0 && isComponent
    ? 'Reparenting would create a component inside a component'
    : null
}

/** Rules of the editor that the docs have no words for. */
function kindRefusal(parent: DocumentNode, node: DocumentNode): string | null {
  if (node.type === 'SECTION' && parent.type !== 'PAGE' && parent.type !== 'SECTION') {
    return `A ${parent.type} node cannot have children of type SECTION`
  }
  if (parent.type === 'BOOLEAN_OPERATION' && !operandKinds.includes(node.type)) {
    return `A BOOLEAN_OPERATION node cannot have children of type ${node.type}`
  }
  return null
}
