import { parse } from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { ClientStorage } from '../../../playground/testing/host'
import { type StoredName, type StoredPair, storedPairSchema } from '../../../src/bridge/stored-values'
import { noDurations } from '../../../src/core/expansion/expected-time'
import { defaultSettings, maxRequestCap } from '../../../src/core/settings'
import { readStored, writeStored } from '../../../src/main/storage/stored-values'
import { openLayers } from '../support/open-layers'

function stored(entries: Readonly<Record<string, unknown>>) {
  const storage = new ClientStorage()
  storage.replace(entries)
  const { run } = openLayers([], { storage }).figma
  return {
    storage,
    read: (name: StoredName) => run(() => readStored({ name })),
    /** Narrows the value first, as the bridge does. */
    write: (pair: StoredPair) => run(() => writeStored(parse(storedPairSchema, pair)))
  }
}

describe('the settings', () => {
  const own = {
    ...defaultSettings,
    region: 'own',
    ownUrl: 'http://x',
    matchSeam: false,
    variants: 3
  } as const

  test.each<readonly [string, unknown, object]>([
    ['nothing is kept', undefined, defaultSettings],
    ['all is kept', own, own],
    [
      'an earlier version has kept fewer',
      { region: 'china', ownUrl: '', maskIsInverted: true, matchSeam: false },
      { ...defaultSettings, region: 'china', maskIsInverted: true, matchSeam: false }
    ],
    ['a field is of another shape', { ...own, matchSeam: 'yes' }, { ...own, matchSeam: true }],
    [
      'a number is too large',
      { ...own, variants: 5, requestCap: maxRequestCap + 1 },
      { ...own, variants: 1 }
    ],
    ['a number is none', { ...own, requestCap: Number.NaN, variants: 1.5 }, { ...own, variants: 1 }],
    ['a later version has kept more', { ...own, later: true }, own],
    ['it is no object', 'nonsense', defaultSettings],
    ['it is null', null, defaultSettings],
    ['it is a list', [1, 2], defaultSettings]
  ])('%s', async (_name, settings, expected) => {
    const { read } = stored(settings === undefined ? {} : { settings })
    expect(await read('settings')).toEqual({ ok: true, value: expected })
  })

  it('are read as they were written', async () => {
    const { read, write } = stored({})
    await write({ name: 'settings', value: own })
    expect(await read('settings')).toEqual({ ok: true, value: own })
  })
})

describe('the prompts', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['none yet', undefined, []],
    ['some', ['a beach', 'a wood'], ['a beach', 'a wood']],
    ['what is none is passed over', ['a beach', 5, null, 'a wood', {}], ['a beach', 'a wood']],
    ['another value', 'a beach', []],
    ['an object', { 0: 'a beach' }, []]
  ])('%s', async (_name, prompts, expected) => {
    const { read } = stored(prompts === undefined ? {} : { prompts })
    expect(await read('prompts')).toEqual({ ok: true, value: expected })
  })

  it('are kept in their order', async () => {
    const { read, write, storage } = stored({})
    const prompts = ['a wood', 'a beach', 'a lake']
    await write({ name: 'prompts', value: prompts })
    expect(storage.get('prompts')).toEqual(prompts)
    expect(await read('prompts')).toEqual({ ok: true, value: prompts })
  })

  it('where the storage is full, that is said', async () => {
    const { write, storage } = stored({})
    storage.full = true
    expect(await write({ name: 'prompts', value: ['x'] })).toMatchObject({
      ok: false,
      failure: { kind: 'storage-failed' }
    })
  })
})

describe('how long requests took', () => {
  test.each<readonly [string, unknown]>([
    ['nothing is kept', undefined],
    ['another value', 'long'],
    ['another shape', { sides: ['long'], canvas: [] }]
  ])('is not known where %s', async (_name, durations) => {
    const { read } = stored(durations === undefined ? {} : { durations })
    expect(await read('durations')).toEqual({ ok: true, value: noDurations })
  })

  it('is read as it was written', async () => {
    const { read, write } = stored({})
    const durations = { sides: [8_000, 9_000], canvas: [30_000], link: [12_000] }
    await write({ name: 'durations', value: durations })
    expect(await read('durations')).toEqual({ ok: true, value: durations })
  })
})

describe('the key', () => {
  test.each<readonly [string, unknown, string | null]>([
    ['nothing is kept', undefined, null],
    ['one is kept', 'sk-1', 'sk-1'],
    ['an empty text is kept', '', null],
    ['another value is kept', { key: 'sk-1' }, null]
  ])('%s', async (_name, key, expected) => {
    const { read } = stored(key === undefined ? {} : { 'api-key': key })
    expect(await read('key')).toEqual({ ok: true, value: expected })
  })

  it('is kept in its own entry alone, and removed from it', async () => {
    const { read, write, storage } = stored({})
    await write({ name: 'key', value: 'sk-1' })
    expect(await read('key')).toEqual({ ok: true, value: 'sk-1' })
    expect([storage.keys(), storage.get('api-key')]).toEqual([['api-key'], 'sk-1'])
    await write({ name: 'key', value: null })
    expect(storage.keys()).toEqual([])
  })
})
