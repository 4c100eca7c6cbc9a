import { assert, property, uint8Array } from 'fast-check'
import { expect, it } from 'vitest'
import { denseText, readDenseText } from '../../bundling/dense-text'

it('holds 13 bits in two characters, and gives the bytes back', () => {
  assert(
    property(uint8Array({ maxLength: 400 }), (bytes) => {
      const text = denseText(bytes)
      expect(text).toHaveLength(Math.ceil((bytes.length * 8) / 13) * 2)
      expect(readDenseText(text, bytes.length)).toEqual(bytes)
    })
  )
})

it('has no character that would end the string or the script that it stands in', () => {
  const every = new Uint8Array(4 * 65_536).map((_, index) => (index * 2_654_435_761) >>> 24)
  expect(denseText(every)).toMatch(/^[ !#%-;=-[\]-~]*$/)
})
