import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTaskState } from '../../../src/service/wire/task-state'

describe('the documented states', () => {
  test('1 is done', () => {
    expect(readTaskState(1)).toEqual({ kind: 'done' })
  })

  test.each([0, 2, 3, 4, 5, 99])('%d is pending', (state) => {
    expect(readTaskState(state)).toEqual({ kind: 'pending', state })
  })

  test.each([
    [-1, 'failed'],
    [-2, 'result-not-stored'],
    [-3, 'url-unreachable'],
    [-4, 'undocumented'],
    [-5, 'too-large'],
    [-7, 'invalid-image'],
    [-8, 'timed-out'],
    [-9, 'internal'],
    [-10, 'content-refused'],
    [-13, 'cancelled-abnormally'],
    [-14, 'content-refused'],
    [-15, 'short-of-resources'],
    [-16, 'content-refused'],
    [-17, 'prompt-refused'],
    [-99, 'undocumented']
  ])('%d failed: %s', (state, reason) => {
    expect(readTaskState(state)).toEqual({ kind: 'failed', state, reason })
  })
})

test.each([
  ['1', { kind: 'done' }],
  ['4', { kind: 'pending', state: 4 }],
  ['-7', { kind: 'failed', state: -7, reason: 'invalid-image' }]
])('digits count as the number: %j', (value, state) => {
  expect(readTaskState(value)).toEqual(state)
})

test.each([
  [undefined, null],
  [null, null],
  ['done', null],
  ['', null],
  ['1.0', null],
  [true, null],
  [[1], null],
  [{ state: 1 }, null],
  [NaN, null],
  [Infinity, null],
  [1.5, 1.5],
  [-0.5, -0.5]
])('%j is unknown', (value, state) => {
  expect(readTaskState(value)).toEqual({ kind: 'unknown', state })
})

test('only 1 is ever done', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const { kind } = readTaskState(value)
      expect(kind === 'done').toBe(value === 1 || value === '1')
    })
  )
})
