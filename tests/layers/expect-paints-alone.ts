import { expect } from 'vitest'
import type { DocumentNode } from '../../playground/testing/document'
import type { ExportedLayer } from './exported-layer'

/** The picture holds a layer's paints up to its topmost image that is seen, upright and over its whole box: nothing else of it. */
export function expectPaintsAlone(
  { record, transform, hasVisibleChild }: ExportedLayer,
  { width, height, fills }: DocumentNode
): void {
  const topmost = fills
    .map(({ type, visible, opacity }) => type === 'IMAGE' && visible !== false && opacity !== 0)
    .lastIndexOf(true)
  expect(record.fills).toEqual(topmost === -1 ? fills : fills.slice(0, topmost + 1))
  expect(record).toMatchObject({
    ...{ width, height, visible: true, opacity: 1, isMask: false },
    ...{ cornerRadii: [0, 0, 0, 0], effects: [] }
  })
  expect(record.strokes.filter(({ visible }) => visible !== false)).toEqual([])
  expect(hasVisibleChild).toBe(false)
  const [[a, c], [b, d]] = transform
  ;[a - 1, b, c, d - 1].forEach((off) => {
    expect(off).toBeCloseTo(0, 6)
  })
}
