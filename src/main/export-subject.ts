import type { Params, Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/document-failure'
import { fail, succeed, type Outcome } from '../core/outcome'
import { documentError } from './document-error'
import { findExpandable } from './find-expandable'
import { withBackdrop } from './with-backdrop'

/**
 * Renders a layer's full box as PNG in sRGB: everything that is seen in it, or its own paints alone. The document is
 * left as it was.
 */
export async function exportSubject({
  nodeId,
  content,
  scale
}: Params<'export-subject'>): Promise<Outcome<Reply<'export-subject'>, DocumentFailure>> {
  const found = await findExpandable(nodeId)
  if (!found.ok) {
    return found
  }
  const settings: ExportSettingsImage = {
    format: 'PNG',
    constraint: { type: 'SCALE', value: scale },
    useAbsoluteBounds: true,
    colorProfile: 'SRGB'
  }
  try {
    const png =
      content === 'everything'
        ? await found.value.exportAsync(settings)
        : await withBackdrop(found.value, (backdrop) => backdrop.exportAsync(settings))
    return succeed({ png })
  } catch (error) {
    return fail({ kind: 'export-failed', detail: documentError(error) })
  }
}
