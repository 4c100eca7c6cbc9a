import { expect, test } from 'vitest'
import { ownedBuffers } from '../../src/core/owned-buffers'

const { buffer } = new Uint8Array(8)

test.each<[string, unknown, readonly ArrayBuffer[]]>([
  ['nothing', undefined, []],
  ['null', null, []],
  ['data without bytes', { kept: 1.5, rows: [[1, 2], 'three'], none: null }, []],
  ['bytes alone', new Uint8Array(buffer), [buffer]],
  ['bytes deep in data', { ok: true, value: { uploads: [{ bytes: new Uint8Array(buffer) }] } }, [buffer]],
  ['two views of the same memory', [new Uint8Array(buffer, 0, 4), new Uint16Array(buffer, 4)], [buffer]],
  ['memory that is shared', new Uint8Array(new SharedArrayBuffer(4)), []]
])('%s', (_name, value, buffers) => {
  expect(ownedBuffers(value)).toEqual(buffers)
})
