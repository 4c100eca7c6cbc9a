import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestText, parseJson } from '../../../src/raster/answer/parse-json'

const long = 'a'.repeat(longestText + 1)
const parse = (text: string): Promise<unknown> => parseJson(new Blob([text]))

/** The same with the texts of blobs. */
async function withTexts(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return value.text()
  if (Array.isArray(value)) return Promise.all(value.map(withTexts))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(async ([name, part]) => [name, await withTexts(part)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

test('parses whatever JSON there is', async () => {
  const part = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(long, `${long}"\\`, `"\\${long}`, `扩展${long}`, '12"45\\')
  )
  const value = fc.oneof(part, fc.array(part), fc.dictionary(fc.string(), part))
  await fc.assert(
    fc.asyncProperty(value, fc.boolean(), async (made, isSpaced) => {
      const text = JSON.stringify(made, null, isSpaced ? 2 : 0)
      expect(await withTexts(await parse(text))).toEqual(JSON.parse(text))
    })
  )
})

test.each(['', '{', '{"a":"', `{"a":"${long}`, `{"a":"${long}"`, `["${long}" "b"]`, 'null null'])(
  '%.20s is none',
  async (text) => {
    expect(await parse(text)).toBeUndefined()
  }
)

test('long texts are blobs, the same texts the same', async () => {
  const read = await parse(JSON.stringify([long, long, `${long}b`, 'a'.repeat(longestText), `${long}/`]))
  const [one, same, other, short, last] = Array.isArray(read) ? (read as readonly unknown[]) : []
  expect(one).toBeInstanceOf(Blob)
  expect(same).toBe(one)
  expect(other).not.toBe(one)
  expect(short).toBe('a'.repeat(longestText))
  expect(last).not.toBe(other)
})

test('escapes in a long text are read', async () => {
  const read = await parse(`{"image":"${long}\\/\\u6269\\"\\\\"}`)
  expect(await withTexts(read)).toEqual({ image: `${long}/扩"\\` })
})
