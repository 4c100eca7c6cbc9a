import * as v from 'valibot'
import { absoluteBoundingBox, unionBox } from '../../../document/geometry'
import { resolve } from '../api-host'
import { aNode, aNumber, arrayOf, matching } from '../check'
import type { ObjectMethods, ObjectProperties } from './figma-types'

/** Properties of `figma.viewport`. */
export const viewportProperties: ObjectProperties<ViewportAPI, 'center' | 'zoom' | 'bounds'> = {
  center: {
    get: (host) => host.viewport.center,
    set: {
      check: matching<Vector>(v.strictObject({ x: v.number(), y: v.number() })),
      apply: (value, host) => {
        host.viewport.center = value
      }
    }
  },
  zoom: {
    get: (host) => host.viewport.zoom,
    set: {
      check: aNumber({ min: 0.01 }),
      apply: (value, host) => {
        host.viewport.zoom = value
      }
    }
  },
  bounds: { get: (host) => host.viewport.bounds }
}

/** Methods of `figma.viewport`. */
export const viewportMethods: ObjectMethods<ViewportAPI, 'scrollAndZoomIntoView'> = {
  scrollAndZoomIntoView: {
    parameters: [arrayOf(aNode)],
    call: ([references], host) => {
      const boxes = references.map((reference) => absoluteBoundingBox(resolve(reference, host)))
      const box = boxes.reduce<Rect | null>(unionBox, null)
      if (box !== null) host.viewport.scrollIntoView(box)
    }
  }
}
