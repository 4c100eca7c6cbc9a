import { expect, test } from 'vitest'
import { createdAtMs } from '../../../src/service/wire/created-at'
import { readEnvelope } from '../../../src/service/wire/envelope'

function read(created_at: unknown): number | null {
  const data = readEnvelope({ data: { created_at } })?.data
  return data == null ? null : createdAtMs(data)
}

test.each([
  ['seconds, as it sends them', 1_700_000_000, 1_700_000_000_000],
  ['with a fraction', 1_700_000_000.25, 1_700_000_000_250],
  ['as a string, as the reference says', '1700000000', 1_700_000_000_000],
  ['with space around them', ' 1700000000.5 ', 1_700_000_000_500],
  ['an ISO moment', '2023-11-14T22:13:20Z', 1_700_000_000_000],
  ['with milliseconds, east of Greenwich', '2023-11-15T06:13:20.125+08:00', 1_700_000_000_125]
])('%s', (_, value, ms) => {
  expect(read(value)).toBe(ms)
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['no text', ''],
  ['nothing yet', 0],
  ['a time before the service', 7],
  ['milliseconds', 1_700_000_000_000],
  ['less than nothing', -1_700_000_000],
  ['words', 'just now'],
  ['a moment without a time zone', '2023-11-14T22:13:20'],
  ['a moment that there is not', '2023-13-45T22:13:20Z'],
  ['an exponent', '1.7e9'],
  ['a list', [1_700_000_000]],
  ['an object', { seconds: 1_700_000_000 }]
])('%s is no moment', (_, value) => {
  expect(read(value)).toBeNull()
})
