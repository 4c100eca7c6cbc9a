import { drawNode } from '../../../playground/canvas/draw'
import { exportNode, type ExportRounding, type ExportSettings } from '../../../playground/canvas/export'
import { type FontFile, loadInter } from '../../../playground/canvas/fonts'
import { type HitDepth, nodeAt } from '../../../playground/canvas/hit-test'
import { DecodedImages } from '../../../playground/canvas/paints/images'
import { createTextWidth } from '../../../playground/canvas/text'
import type { PlaygroundDocument } from '../../../playground/document/document'
import { resizeNode } from '../../../playground/document/layout/layout'
import type { DocumentNode } from '../../../playground/document/node'
import { dumpScene, loadScene, type SceneFile } from '../../../playground/document/scene/rest'

/** A scene and its images (by `imageRef`, base64), as they travel into the page. */
export interface SentScene {
  readonly scene: SceneFile
  readonly images: Readonly<Record<string, string>>
}

/** A rectangle of the page, px, drawn at `scale`; of one node alone if it is named. */
export interface DrawRequest {
  readonly area: { x: number; y: number; width: number; height: number }
  readonly scale?: number
  readonly node?: string
}

/** What the tests' page offers as `window.drawing`. */
const drawing = {
  loadFonts: (files: readonly FontFile[]) => loadInter(files),

  /** Pixels, RGBA, not premultiplied, base64. */
  async draw(sent: SentScene, request: DrawRequest): Promise<string> {
    const { document, images } = await open(sent)
    return draw(document, images, request)
  },

  async export(
    sent: SentScene,
    name: string,
    settings: ExportSettings,
    rounding: ExportRounding = 'ceil'
  ): Promise<{ bytes: string } | { error: string }> {
    const { document, images } = await open(sent)
    try {
      return {
        bytes: toBase64(await exportNode(document, find(document, name), images, settings, rounding))
      }
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) }
    }
  },

  async hit(sent: SentScene, x: number, y: number, depth?: HitDepth): Promise<string | null> {
    const { document } = await open(sent)
    return nodeAt(document, x, y, depth)?.name ?? null
  },

  /** The scene after its text was measured and its layout done anew. */
  async laidOut(sent: SentScene): Promise<SceneFile> {
    const { document } = await open(sent)
    forget(document, document.root)
    document.changed()
    return dumpScene(document)
  },

  async resized(sent: SentScene, name: string, width: number, height: number): Promise<SceneFile> {
    const { document } = await open(sent)
    resizeNode(find(document, name), width, height, { constraints: true })
    document.changed()
    return dumpScene(document)
  }
}

function forget(document: PlaygroundDocument, node: DocumentNode): void {
  document.layoutMemory.delete(node)
  node.children.forEach((child) => {
    forget(document, child)
  })
}

async function open(sent: SentScene): Promise<{ document: PlaygroundDocument; images: DecodedImages }> {
  const bytes = Object.entries(sent.images).map(([ref, base64]) => [ref, fromBase64(base64)] as const)
  const document = loadScene(sent.scene, Object.fromEntries(bytes))
  document.textWidth = createTextWidth()
  const images = new DecodedImages()
  await images.load(document)
  return { document, images }
}

function draw(document: PlaygroundDocument, images: DecodedImages, request: DrawRequest): string {
  const { area, scale = 1 } = request
  const canvas = new OffscreenCanvas(Math.round(area.width * scale), Math.round(area.height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) {
    throw new Error('no canvas')
  }
  const node = request.node === undefined ? document.currentPage : find(document, request.node)
  drawNode(context, document, node, images, [
    [scale, 0, -area.x * scale],
    [0, scale, -area.y * scale]
  ])
  return toBase64(new Uint8Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer))
}

function find(document: PlaygroundDocument, name: string): DocumentNode {
  const search = (node: DocumentNode): DocumentNode | undefined =>
    node.name === name ? node : node.children.map(search).find((found) => found !== undefined)
  const found = search(document.root)
  if (found === undefined) {
    throw new Error(`there is no layer named ${name}`)
  }
  return found
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return btoa(text)
}

declare global {
  interface Window {
    drawing: typeof drawing
  }
}

window.drawing = drawing
