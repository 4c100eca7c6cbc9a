import { describe, expect, test } from 'vitest'
import { readTuning, type TuningField } from '../../../src/core/expansion/tuning'

const none = { strength: '', scale: '', steps: '', seed: '' }

describe('what is typed under Advanced', () => {
  test('is null where nothing is', () => {
    expect(readTuning(none)).toEqual({
      ok: true,
      value: { tuning: { strength: null, scale: null, steps: null }, seed: null }
    })
  })
  test('may have a comma and spaces', () => {
    expect(readTuning({ strength: ' 0,25 ', scale: '7.5', steps: '30', seed: '0' })).toEqual({
      ok: true,
      value: { tuning: { strength: 0.25, scale: 7.5, steps: 30 }, seed: 0 }
    })
  })
  test.each([
    ['strength', '1.01'],
    ['strength', '-0.1'],
    ['scale', '0.5'],
    ['scale', '21'],
    ['steps', '0'],
    ['steps', '2.5'],
    ['seed', '-1'],
    ['seed', '2147483648'],
    ['seed', 'lucky'],
    ['scale', 'Infinity']
  ] as const satisfies [TuningField, string][])('%s of %s is out of range', (field, text) => {
    expect(readTuning({ ...none, [field]: text })).toEqual({
      ok: false,
      failure: { kind: 'out-of-range', field }
    })
  })
})
