import type { CanvasRequest, SidesRequest } from '../../../src/service/wire/expansion-request'
import { samplePng } from './sample-images'

const image = { kind: 'file', bytes: samplePng(100, 80), mime: 'image/png' } as const

/** A four-side request with nothing but what it must have. */
export const sidesRequest: SidesRequest = {
  kind: 'sides',
  image,
  ratios: { top: 0.1, right: 0.2, bottom: 0.3, left: 0.4 }
}

/** A canvas request with nothing but what it must have. */
export const canvasRequest: CanvasRequest = { kind: 'canvas', image, mask: image }
