import { documentWith, named, type Sketch } from '../../playground/document/build-document'
import { type DocumentFigma, type DocumentFigmaOptions, openFigma } from './document-figma'

export interface OpenLayers {
  readonly figma: DocumentFigma
  /** The layer of that name, as the plugin sees it. */
  readonly the: (name: string) => SceneNode
}

/** A laid out document with these layers on its page, bottom first. */
export function openLayers(sketches: readonly Sketch[], options?: DocumentFigmaOptions): OpenLayers {
  const document = documentWith(...sketches)
  document.changed()
  const figma = openFigma(document, options)
  return { figma, the: (name) => figma.layer(named(document, name).id) }
}

export function solid(more: Partial<SolidPaint> = {}): SolidPaint {
  return {
    type: 'SOLID',
    visible: true,
    opacity: 1,
    blendMode: 'NORMAL',
    color: { r: 0, g: 0, b: 0 },
    ...more
  }
}

export function image(more: Partial<ImagePaint> = {}): ImagePaint {
  const plain = { visible: true, opacity: 1, blendMode: 'NORMAL' as const }
  return { type: 'IMAGE', scaleMode: 'FILL', imageHash: null, ...plain, ...more }
}

export function gradient(gradientTransform: Transform): GradientPaint {
  return {
    type: 'GRADIENT_LINEAR',
    visible: true,
    opacity: 1,
    blendMode: 'NORMAL',
    gradientTransform,
    gradientStops: [
      { position: 0, color: { r: 0, g: 0, b: 0, a: 1 } },
      { position: 1, color: { r: 0, g: 0, b: 0, a: 0 } }
    ]
  }
}
