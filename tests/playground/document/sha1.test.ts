import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha1 } from '../../../playground/document/sha1'

test.each([
  ['nothing', '', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['abc', 'abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  [
    'two blocks',
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '84983e441c3bd26ebaae4aa1f95129e5e54670f1'
  ]
])('the standard’s example: %s', (_name, text, expected) => {
  expect(sha1(new TextEncoder().encode(text))).toBe(expected)
})

test('agrees with Node’s for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'))
    })
  )
})
