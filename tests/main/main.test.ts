import { describe, expect, it, test, vi } from 'vitest'
import type { PlaygroundDocument } from '../../playground/testing/document'
import { ClientStorage } from '../../playground/testing/host'
import type { Params } from '../../src/bridge/protocol'
import { succeed } from '../../src/core/outcome'
import { defaultSettings } from '../../src/core/settings'
import { documentWith, layer, named } from '../playground/document/build-document'
import type { StartOptions } from '../playground/host/start-plugin'
import { openFigma } from './support/document-figma'
import { solid } from './support/open-layers'
import { placementFor } from './support/placement-for'
import { runMain } from './support/run-main'
import { sampleEntry, sampleRef } from './support/sample-entry'
import { sampleRecipe } from './support/sample-recipe'
import { tinyPng } from './support/tiny-png'

function oneFrame(): PlaygroundDocument {
  const document = documentWith(layer('FRAME', { name: 'target', fills: [solid()] }))
  document.changed()
  return document
}

function placing(
  document: PlaygroundDocument,
  claim: Params<'place-result'>['claim'] = 'none'
): Params<'place-result'> {
  const node = openFigma(document).layer(named(document, 'target').id)
  const run = { recipe: sampleRecipe, runId: 'r1', variant: 1, ref: sampleRef, claim }
  return { image: tinyPng, placement: placementFor('grow', node), ...run }
}

function targetSelected(document: PlaygroundDocument): StartOptions {
  return {
    document,
    prepare: (_document, selection) => {
      selection.set(document.currentPage, [named(document, 'target').id])
    }
  }
}

describe('the window', () => {
  const kept = { width: 600, height: 900 }
  test.each([
    ['for the first time', null, { width: 1440, height: 900 }, '320x720'],
    ['for the first time on a small screen', null, { width: 1280, height: 700 }, '320x644'],
    ['as large as it was last', kept, { width: 1440, height: 1200 }, '600x900'],
    ['no larger than there is room on a smaller screen', kept, { width: 1280, height: 700 }, '600x644'],
    ['no smaller than its form needs', kept, { width: 100, height: 100 }, '280x320'],
    ['as at first where what is kept is no size', { width: 'wide' }, kept, '320x720']
  ])('opens %s', async (_when, stored, view, size) => {
    const storage = new ClientStorage()
    storage.set('window-size', stored)
    const main = await runMain({ storage, view })
    await vi.waitFor(() => {
      expect(main.windowCalls).toEqual([expect.stringContaining(size)])
    })
  })
})

describe('the main thread in its VM', () => {
  it('places, hides, shows again when it is closed, and errs nowhere', async () => {
    const document = oneFrame()
    const main = await runMain({ document })
    expect(await main.call('place-result', placing(document))).toEqual(succeed({ where: 'grown' }))
    const once = document.snapshot()
    expect(await main.call('show-original', { runId: 'r1', isShown: true })).toEqual(succeed(null))
    // Were the editor to crash now, the image would still be in the document.
    expect(named(document, 'target').fills).toMatchObject([{ visible: true }, { visible: false }])
    main.session.close()
    expect(document.snapshot()).toEqual(once)
    expect([main.history.undo(), main.history.undo()]).toEqual([true, false])
    expect(main.errors).toEqual([])
  })

  it('takes back what it has placed, and nothing of an earlier run', async () => {
    const document = oneFrame()
    const first = await runMain({ document })
    await first.call('place-result', placing(document))
    first.session.close()
    const second = await runMain({ document })
    expect(await second.call('take-back', { runId: 'r1' })).toEqual(succeed({ back: 'gone' }))
    second.session.close()
    const again = oneFrame()
    const third = await runMain({ document: again })
    await third.call('place-result', placing(again))
    expect(await third.call('take-back', { runId: 'r1' })).toEqual(succeed({ back: 'whole' }))
    expect([named(again, 'target').width, named(again, 'target').fills]).toEqual([100, [solid()]])
    third.session.close()
  })

  test.each([
    ['the button on a layer', 'expandAgain', sampleRecipe],
    ['the menu', 'src/main/main.ts--default', null]
  ])('is told by %s what to do', async (_name, command, recipe) => {
    const document = oneFrame()
    const first = await runMain({ document })
    await first.call('place-result', placing(document))
    first.session.close()
    expect(named(document, 'target').relaunchData).toEqual({ expandAgain: '' })
    const second = await runMain({ ...targetSelected(document), command })
    expect(await second.call('read-launch', null)).toMatchObject(succeed({ recipe }))
    second.session.close()
  })

  it('of two windows, each with its own copy of the file, one places an image', async () => {
    const storage = new ClientStorage()
    storage.set('journal:e1', sampleEntry())
    const documents = [oneFrame(), oneFrame()] as const
    const windows = await Promise.all(documents.map((document) => runMain({ document, storage })))
    const outcomes = await Promise.all(
      windows.map((window) => window.call('place-result', placing(window.document, 'resumed')))
    )
    expect(new Set(outcomes)).toEqual(new Set([succeed({ where: 'grown' }), succeed({ where: 'elsewhere' })]))
    expect(storage.keys()).toEqual(['journal:e1'])
    expect(storage.get('journal:e1')).toMatchObject({ images: ['placed'] })
    for (const { session, errors } of windows) {
      session.close()
      expect(errors).toEqual([])
    }
  })

  it('removes old claims when it starts', async () => {
    const storage = new ClientStorage()
    storage.set('claim:t1', { by: 'closed', atMs: 0 })
    const main = await runMain({ document: oneFrame(), storage })
    await vi.waitFor(() => {
      expect(storage.keys()).toEqual([])
    })
    main.session.close()
  })

  test.each([
    [
      'describe-selection',
      null,
      { sides: { kind: 'target', target: { name: 'target' } }, frame: { kind: 'obstacle' }, each: [] }
    ],
    ['read-launch', null, { command: 'expand', recipe: null }],
    ['read-stored', { name: 'prompts' }, []],
    ['read-stored', { name: 'settings' }, defaultSettings]
  ] as const)('answers %s (%j)', async (name, params, value) => {
    const main = await runMain(targetSelected(oneFrame()))
    expect(await main.call(name, params)).toMatchObject(succeed(value))
    main.session.close()
  })

  it('makes the window as large as it may be, and says how large', async () => {
    const main = await runMain({ view: { width: 1280, height: 700 } })
    expect(await main.call('resize-window', { width: 2000, height: 900.4 })).toEqual(
      succeed({ width: 720, height: 644 })
    )
    main.session.close()
  })
})
