import { assert, property, uint8Array } from 'fast-check'
import { expect, it } from 'vitest'
import { denseText, readDenseText } from '../../bundling/dense-text'

it('holds four bytes in five characters, and gives them back with no more than three zeros', () => {
  assert(
    property(uint8Array({ maxLength: 400 }), (bytes) => {
      const text = denseText(bytes)
      const read = readDenseText(text)
      expect(text).toHaveLength(Math.ceil(bytes.length / 4) * 5)
      expect(read.subarray(0, bytes.length)).toEqual(bytes)
      expect([...read.subarray(bytes.length)].every((byte) => byte === 0)).toBe(true)
    })
  )
})

it('has no character that would end the string or the script that it stands in', () => {
  const every = new Uint8Array(4 * 65_536).map((_, index) => (index * 2_654_435_761) >>> 24)
  expect(denseText(every)).toMatch(/^[(-;=-[\]-~]*$/)
})
