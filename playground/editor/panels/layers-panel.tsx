import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocumentNode } from '../../document/node'
import type { Workspace } from '../workspace'
import { ActionIcon, LayerIcon } from './layer-icon'

interface RowsProps {
  readonly workspace: Workspace
  readonly nodes: readonly DocumentNode[]
  readonly depth: number
  readonly closed: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}

function Row({ workspace, node, depth, closed, onToggle }: RowsProps & { readonly node: DocumentNode }) {
  const { selected, open } = workspace
  const isSelected = selected.includes(node)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const isComponent = ['COMPONENT', 'COMPONENT_SET', 'INSTANCE'].includes(node.type)
  return (
    <div
      ref={row}
      class={`layer${isComponent ? ' is-component' : ''}${node.visible ? '' : ' is-hidden'}`}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isSelected}
      aria-label={`${node.name}, ${node.type.toLowerCase()}`}
      style={{ paddingLeft: `${4 + depth * 16}px` }}
      onClick={(event) => {
        const ids = selected.map((each) => each.id)
        workspace.select(event.shiftKey || event.ctrlKey || event.metaKey ? [...ids, node.id] : [node.id])
      }}
      onDblClick={() => {
        workspace.showSelection()
      }}
    >
      <button
        class={`twist${closed.has(node.id) ? '' : ' is-open'}`}
        style={{ visibility: node.children.length > 0 ? 'visible' : 'hidden' }}
        aria-label={closed.has(node.id) ? 'Unfold' : 'Fold'}
        onClick={(event) => {
          event.stopPropagation()
          onToggle(node.id)
        }}
      >
        <ActionIcon sign="chevron" />
      </button>
      <LayerIcon kind={node.type} />
      <span class="layer-name">{node.name}</span>
      <button
        class={`layer-action${node.locked ? ' is-on' : ''}`}
        aria-label={node.locked ? 'Unlock' : 'Lock'}
        onClick={(event) => {
          event.stopPropagation()
          workspace.edit(() => {
            node.locked = !node.locked
          })
        }}
      >
        <ActionIcon sign={node.locked ? 'lock' : 'unlock'} />
      </button>
      <button
        class={`layer-action${node.visible ? '' : ' is-on'}`}
        aria-label={node.visible ? 'Hide' : 'Show'}
        onClick={(event) => {
          event.stopPropagation()
          workspace.edit(() => {
            node.visible = !node.visible
          })
          open.document.changed()
        }}
      >
        <ActionIcon sign={node.visible ? 'eye' : 'hidden'} />
      </button>
    </div>
  )
}

/** The top layer stands first, as in Figma. */
function Rows(props: RowsProps) {
  return (
    <>
      {[...props.nodes].reverse().map((node) => (
        <div role="none" key={node.id}>
          <Row {...props} node={node} />
          {!props.closed.has(node.id) && node.children.length > 0 && (
            <Rows {...props} nodes={node.children} depth={props.depth + 1} />
          )}
        </div>
      ))}
    </>
  )
}

/** The tree of the page's layers, and the pages where there are several. */
export function LayersPanel({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const { document } = workspace.open
  const pages = document.root.children
  const toggle = (id: string): void => {
    const next = new Set(closed)
    if (!next.delete(id)) next.add(id)
    setClosed(next)
  }
  return (
    <aside class="panel layers-panel" aria-label="Layers">
      {pages.length > 1 && (
        <section>
          <h2>Pages</h2>
          {pages.map((page) => (
            <button
              key={page.id}
              class="page-row"
              aria-pressed={page === document.currentPage}
              onClick={() => {
                workspace.openPage(page)
              }}
            >
              {page.name}
            </button>
          ))}
        </section>
      )}
      <section class="layers">
        <h2>Layers</h2>
        <div role="tree" aria-label="Layers" aria-multiselectable="true">
          <Rows
            workspace={workspace}
            nodes={workspace.page.children}
            depth={0}
            closed={closed}
            onToggle={toggle}
          />
        </div>
      </section>
    </aside>
  )
}
