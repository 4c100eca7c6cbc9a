import { absoluteTransform, dumpScene, loadScene } from '../../playground/testing/document'
import { pictureName, type Row, rowImages, rowScene } from '../../playground/testing/gallery'
import { descendantsOf } from '../../playground/testing/host'
import { type DocumentFigma, openFigma } from '../main/support/document-figma'
import { type ExportedLayer, exportRecorder } from './exported-layer'
import type { RowState } from './row-state'

/** A row's document behind the platform's API in this very process, its picture selected. */
export interface OpenRow {
  readonly figma: DocumentFigma
  readonly targetId: string
  /** What has been exported so far, in this order. */
  readonly exported: readonly ExportedLayer[]
  readonly state: () => RowState
  /** Goes to the document's first page. */
  readonly leavePage: () => void
}

const images = Object.fromEntries(
  Object.entries(await rowImages()).map(([name, base64]) => [name, Buffer.from(base64, 'base64')])
)

export function openRow(row: Row): OpenRow {
  const document = loadScene(rowScene(row), images)
  const [first, second] = document.root.children
  if (first === undefined || second === undefined) throw new Error('a row has two pages')
  document.currentPage = row.page === undefined ? first : second
  const { exportNode, exported } = exportRecorder()
  const figma = openFigma(document, { exportNode })
  const [target, ...others] = descendantsOf(document.currentPage).filter(({ name }) => name === pictureName)
  if (target === undefined || others.length > 0) throw new Error(`a row has one ${pictureName}`)
  figma.selection.set(document.currentPage, [target.id])
  return {
    figma,
    targetId: target.id,
    exported,
    state: () => ({
      scene: structuredClone(dumpScene(document)),
      places: Object.fromEntries(
        descendantsOf(document.root)
          .filter(({ type }) => type !== 'PAGE')
          .map((node) => [
            node.id,
            { transform: absoluteTransform(node), width: node.width, height: node.height }
          ])
      )
    }),
    leavePage: () => {
      document.currentPage = first
    }
  }
}
