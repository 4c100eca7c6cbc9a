import { describe, expect, it, test } from 'vitest'
import { ClientStorage, clientStorageQuota } from '../../../playground/host/client-storage'
import { outcome } from './start-plugin'

describe('figma.clientStorage', () => {
  const cases: readonly (readonly [string, string])[] = [
    [`return figma.clientStorage.getAsync('none')`, 'undefined'],
    [
      `await figma.clientStorage.setAsync('a', { deep: [1, null] }); return figma.clientStorage.getAsync('a')`,
      '{"deep":[1,null]}'
    ],
    [
      `await figma.clientStorage.setAsync('b', 1); await figma.clientStorage.setAsync('a', 2); return figma.clientStorage.keysAsync()`,
      '["b","a"]'
    ],
    [
      `await figma.clientStorage.setAsync('a', 1); await figma.clientStorage.deleteAsync('a'); return figma.clientStorage.keysAsync()`,
      '[]'
    ],
    [`await figma.clientStorage.deleteAsync('none')`, 'undefined'],
    [
      `const value = { n: 1 }; await figma.clientStorage.setAsync('a', value); value.n = 2; return (await figma.clientStorage.getAsync('a')).n`,
      '1'
    ],
    [
      `await figma.clientStorage.setAsync('a', new Uint8Array([4])); return (await figma.clientStorage.getAsync('a'))[0]`,
      '4'
    ],
    [
      `await figma.clientStorage.setAsync(1, 1)`,
      'throws in setAsync: Expected "key" to have type string but got number instead'
    ],
    [`await figma.clientStorage.setAsync('a', () => 1)`, 'throws in setAsync: Cannot unwrap function'],
    [`await figma.clientStorage.setAsync('a', figma.mixed)`, 'throws in setAsync: Cannot unwrap symbol'],
    [
      `await figma.clientStorage.setAsync('a', new ArrayBuffer(1))`,
      'throws in setAsync: Cannot unwrap ArrayBuffer'
    ],
    [
      `await figma.clientStorage.setAsync('a', new Uint8Array(6e6))`,
      'throws in setAsync: QuotaExceededError: The quota has been exceeded'
    ]
  ]
  test.each(cases)('%s', async (statements, expected) => {
    expect(await outcome(statements)).toBe(expected)
  })

  it('outlives the plugin', async () => {
    const storage = new ClientStorage()
    await outcome(`await figma.clientStorage.setAsync('a', 'kept')`, { storage })
    expect(await outcome(`return figma.clientStorage.getAsync('a')`, { storage })).toBe('"kept"')
  })

  it('counts all keys together, and a refused value changes nothing', () => {
    const storage = new ClientStorage()
    storage.set('a', new Uint8Array(clientStorageQuota - 100))
    storage.set('small', new Uint8Array(50))
    expect(() => {
      storage.set('b', new Uint8Array(100))
    }).toThrow('quota')
    expect(storage.keys()).toEqual(['a', 'small'])
    storage.set('a', 'short')
    storage.set('b', new Uint8Array(100))
  })

  it('refuses everything while it is switched full', () => {
    const storage = new ClientStorage()
    storage.full = true
    expect(() => {
      storage.set('a', 1)
    }).toThrow('quota')
  })
})
