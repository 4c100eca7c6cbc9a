import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { withPaintsOnlyLayer } from '../export/paints-only-layer'
import { errorMessage } from '../nodes/error-message'

/**
 * Exports a layer's full box as PNG in sRGB: everything visible in it, or its own paints alone, upright. Leaves the document
 * unchanged.
 */
export async function exportSubject({
  source,
  scale
}: Params<'export-subject'>): Promise<Outcome<Reply<'export-subject'>, DocumentFailure>> {
  const node = await figma.getNodeByIdAsync(source.nodeId)
  if (node === null || node.removed) {
    return fail({ kind: 'node-gone' })
  }
  if (!('exportAsync' in node) || node.type === 'PAGE') {
    return fail({ kind: 'node-changed' })
  }
  const settings: ExportSettingsImage = {
    format: 'PNG',
    constraint: { type: 'SCALE', value: scale },
    useAbsoluteBounds: true,
    colorProfile: 'SRGB'
  }
  try {
    const png =
      source.content === 'backdrop' && 'fills' in node
        ? await withPaintsOnlyLayer(node, (backdrop) => backdrop.exportAsync(settings))
        : await node.exportAsync(settings)
    return succeed({ png })
  } catch (error) {
    return fail({ kind: 'export-failed', detail: errorMessage(error) })
  }
}
