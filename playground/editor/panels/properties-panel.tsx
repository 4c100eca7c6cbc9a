import type { JSX } from 'preact'
import { setRelativeTransform } from '../../document/geometry'
import type { DocumentNode } from '../../document/node'
import { resizeByHand } from '../../host/api/methods/resizing'
import { relaunchButtons } from '../../host/events/relaunch-buttons'
import type { Workspace } from '../workspace'
import { FillRows } from './fill-rows'
import { LayerIcon } from './layer-icon'
import { NumberField } from './number-field'
import { SwitchesPanel } from './switches-panel'

interface NodeProps {
  readonly node: DocumentNode
  readonly workspace: Workspace
}

function place(node: DocumentNode, x: number, y: number): void {
  const [[a, c], [b, d]] = node.relativeTransform
  setRelativeTransform(node, [
    [a, c, x],
    [b, d, y]
  ])
}

function Position({ node, workspace }: NodeProps) {
  const [[a, , x], [b, , y]] = node.relativeTransform
  const degrees = (-Math.atan2(b, a) * 180) / Math.PI
  const { width, height } = node
  return (
    <section>
      <h2>Layout</h2>
      <div class="fields">
        <NumberField
          label="X"
          value={x}
          onChange={(value) => {
            workspace.edit(() => {
              place(node, value, y)
            })
          }}
        />
        <NumberField
          label="Y"
          value={y}
          onChange={(value) => {
            workspace.edit(() => {
              place(node, x, value)
            })
          }}
        />
        <NumberField
          label="W"
          title="Width"
          value={width}
          onChange={(value) => {
            workspace.edit(() => {
              resizeByHand(node, Math.max(0.01, value), height)
            })
          }}
        />
        <NumberField
          label="H"
          title="Height"
          value={height}
          onChange={(value) => {
            workspace.edit(() => {
              resizeByHand(node, width, Math.max(0.01, value))
            })
          }}
        />
        <NumberField label="°" title="Rotation, degrees" value={degrees} />
        <NumberField label="R" title="Corner radius" value={Math.max(...node.cornerRadii)} />
      </div>
      {node.layoutMode !== 'NONE' && (
        <p class="quiet">
          Auto layout, {node.layoutMode.toLowerCase()}, gap {node.itemSpacing}
        </p>
      )}
      <p class="quiet">
        Constraints: {node.constraints.horizontal.toLowerCase()} · {node.constraints.vertical.toLowerCase()}
      </p>
    </section>
  )
}

function RelaunchButtons({ node, workspace }: NodeProps) {
  const buttons = relaunchButtons(workspace.settings.manifest, [node])
  if (buttons.length === 0) return null
  return (
    <section>
      <h2>{workspace.settings.manifest.name}</h2>
      {buttons.map(({ name, command, description }) => (
        <div key={command}>
          <button class="wide" onClick={() => void workspace.startPlugin(command)}>
            {name}
          </button>
          {description !== '' && <p class="quiet">{description}</p>}
        </div>
      ))}
    </section>
  )
}

function NodeProperties({ node, workspace }: NodeProps) {
  return (
    <>
      <section class="node-title">
        <LayerIcon kind={node.type} />
        <strong>{node.name}</strong>
        <span class="quiet">{node.id}</span>
      </section>
      <Position node={node} workspace={workspace} />
      <section>
        <h2>Fill</h2>
        {node.fills.length === 0 ? (
          <p class="quiet">No fill</p>
        ) : (
          <FillRows paints={node.fills} workspace={workspace} />
        )}
      </section>
      {node.strokes.length > 0 && (
        <section>
          <h2>Stroke</h2>
          <FillRows paints={node.strokes} workspace={workspace} />
        </section>
      )}
      <RelaunchButtons node={node} workspace={workspace} />
    </>
  )
}

/** What is selected, and below it the switches of the host. */
export function PropertiesPanel({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const { selected } = workspace
  const [node] = selected
  return (
    <aside class="panel properties-panel" aria-label="Properties">
      <div class="properties">
        {selected.length === 0 && <p class="quiet empty">Nothing selected</p>}
        {selected.length > 1 && <p class="quiet empty">{selected.length} layers selected</p>}
        {selected.length === 1 && node !== undefined && (
          <NodeProperties key={node.id} node={node} workspace={workspace} />
        )}
      </div>
      <SwitchesPanel workspace={workspace} />
    </aside>
  )
}
