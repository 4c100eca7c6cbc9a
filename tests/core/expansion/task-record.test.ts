import { expect, test } from 'vitest'
import { hopeOf, type TaskHope, type TaskRecord } from '../../../src/core/expansion/task-record'
import { sidesWish } from '../../ui/support/sample-drafts'

const order = { ...sidesWish, runId: 'r', seed: 1 }
const record = (name: string): TaskRecord => ({
  taskId: 't1',
  file: { id: 'a', name },
  serviceUrl: 'https://service.example',
  order,
  createdAtMs: 0
})

test('is offered in every file, where its own could not be told', () => {
  const unknown = { ...record(''), file: { id: '', name: '' } }
  expect(hopeOf(unknown, { id: 'b', name: 'Another' }, 0)).toBe('here')
})

test.each([
  ['the file with its mark', 'Sample', { id: 'a', name: 'Renamed' }, 0, 'here'],
  ['the file of its name, whose mark was undone', 'Sample', { id: 'b', name: 'Sample' }, 0, 'here'],
  ['another file', 'Sample', { id: 'b', name: 'Another' }, 0, 'other-file'],
  ['its own file after an hour', 'Sample', { id: 'a', name: 'Sample' }, 3_600_001, 'gone']
] as const satisfies [string, string, object, number, TaskHope][])(
  'in %s',
  (_name, name, here, nowMs, hope) => {
    expect(hopeOf(record(name), here, nowMs)).toBe(hope)
  }
)
