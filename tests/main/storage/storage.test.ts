import { describe, expect, it, test } from 'vitest'
import { ClientStorage } from '../../../playground/host/client-storage'
import { defaultSettings, maxRequestCap } from '../../../src/core/settings'
import { noDurations } from '../../../src/core/expansion/expected-time'
import { recallSent } from '../../../src/main/storage/sent-storage'
import { readDurations, writeDurations } from '../../../src/main/storage/duration-storage'
import { readPrompts, writePrompts } from '../../../src/main/storage/prompt-storage'
import { readSettings, writeSettings } from '../../../src/main/storage/device-storage'
import { openLayers } from '../support/open-layers'

function stored(entries: Readonly<Record<string, unknown>>) {
  const storage = new ClientStorage()
  storage.replace(entries)
  return openLayers([], { storage }).figma
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
    const { run } = stored(settings === undefined ? {} : { settings })
    expect(await run(readSettings)).toEqual({ ok: true, value: expected })
  })

  it('are read as they were written', async () => {
    const { run } = stored({})
    await run(() => writeSettings(own))
    expect(await run(readSettings)).toEqual({ ok: true, value: own })
  })
})

describe('the prompts', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['none yet', undefined, []],
    ['some', ['a beach', 'a wood'], ['a beach', 'a wood']],
    ['what is none is passed over', ['a beach', 5, null, 'a wood', {}], ['a beach', 'a wood']],
    ['another value', 'a beach', []],
    ['an object', { 0: 'a beach' }, []],
    ['too many', Array.from({ length: 60 }, String), Array.from({ length: 50 }, String)]
  ])('%s', async (_name, prompts, expected) => {
    const { run } = stored(prompts === undefined ? {} : { prompts })
    expect(await run(readPrompts)).toEqual({ ok: true, value: expected })
  })

  it('are kept in their order, at most 50', async () => {
    const { run, storage } = stored({})
    const many = Array.from({ length: 51 }, (_, index) => `prompt ${index}`)
    await run(() => writePrompts(many))
    expect(storage.get('prompts')).toEqual(many.slice(0, 50))
    expect(await run(readPrompts)).toEqual({ ok: true, value: many.slice(0, 50) })
  })

  it('where the storage is full, that is said', async () => {
    const { run, storage } = stored({})
    storage.full = true
    expect(await run(() => writePrompts(['x']))).toMatchObject({
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
    const { run } = stored(durations === undefined ? {} : { durations })
    expect(await run(readDurations)).toEqual({ ok: true, value: noDurations })
  })

  it('is read as it was written', async () => {
    const { run } = stored({})
    const durations = { sides: [8_000, 9_000], canvas: [30_000], link: [12_000] }
    await run(() => writeDurations(durations))
    expect(await run(readDurations)).toEqual({ ok: true, value: durations })
  })
})

describe('requests whose images no id can bring back', () => {
  const note = { id: 'n1', file: { id: 'f1', name: 'File' }, name: 'Hero', sentAtMs: 5 }
  it.each([
    ['an earlier version', note, [{ ...note, awaits: 'task' }]],
    ['this one', { ...note, awaits: 'nothing' }, [{ ...note, awaits: 'nothing' }]],
    ['nobody knows whom', { ...note, awaits: 'rain' }, []]
  ])('are read as %s kept them', async (_name, kept, expected) => {
    const { run } = stored({ 'sent:n1': kept })
    expect(await run(recallSent)).toEqual({ ok: true, value: expected })
  })
})
