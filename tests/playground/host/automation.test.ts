import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../../playground/chromium/browser'
import { layer, sceneWith, solid, turned } from '../canvas/build-scene'
import { type OpenEditor, openEditor, playgroundOf } from '../editor/open-editor'

let browser: Browser
let editor: OpenEditor
beforeAll(async () => {
  browser = await launchChromium()
  editor = await openEditor(browser, { main: 'figma.showUI(__html__)' })
  const scene = sceneWith(
    layer('FRAME', [100, 50, 80, 60], { name: 'frame', fills: [solid(255, 0, 0)], styles: { fill: '5:1' } }, [
      layer('RECTANGLE', [10, 0, 20, 10], { name: 'turned', ...turned(90, 30, 5) })
    ])
  )
  const [first] = scene.document.children ?? []
  const other = { id: '7:1', type: 'CANVAS', name: 'Other', children: [{ id: '7:2', type: 'FRAME' }] }
  const pages = {
    ...scene,
    document: { ...scene.document, children: [{ ...first, ...named('First') }, other] }
  }
  await editor.page.evaluate((file) => window.playground.openScene(file, {}), pages)
})
afterAll(async () => {
  await editor.close()
  await browser.close()
})

function named(name: string) {
  return { id: '0:1', type: 'CANVAS', name }
}

test('tells where layers are, wherever they are', async () => {
  const places = await playgroundOf(editor.page, (playground) => playground.places())
  expect(Object.keys(places).sort()).toEqual(['1:2', '1:3', '7:2'])
  expect(places['1:2']).toEqual({
    transform: [
      [1, 0, 100],
      [0, 1, 50]
    ],
    width: 80,
    height: 60
  })
  expect(places['1:3']?.transform.flat().map(Math.round)).toEqual([0, -1, 130, 1, 0, 55])
})

test('reads one layer and its fills; fills of another editor end its style', async () => {
  const layerOf = () => playgroundOf(editor.page, (playground) => playground.layer('1:2'))
  expect(await layerOf()).toMatchObject({ name: 'frame', styles: { fill: '5:1' } })
  expect(await playgroundOf(editor.page, (playground) => playground.fills('1:2'))).toHaveLength(1)
  await playgroundOf(editor.page, (playground) => {
    playground.setFills('1:2', [])
  })
  expect(await layerOf()).toMatchObject({ fills: [] })
  expect(await layerOf()).not.toHaveProperty('styles')
})

test('opens a page by its name or id, and selects on the open one alone', async () => {
  const current = () =>
    playgroundOf(editor.page, (playground) =>
      playground.pages().flatMap(({ name, isCurrent }) => (isCurrent ? [name] : []))
    )
  expect(await current()).toEqual(['First'])
  await expect(
    playgroundOf(editor.page, (playground) => {
      playground.select(['7:2'])
    })
  ).rejects.toThrow('"7:2" is not on the current page')
  const selected = await playgroundOf(editor.page, (playground) => {
    playground.openPage('Other')
    playground.select(['7:2'])
    return playground.selection()
  })
  expect([await current(), selected]).toEqual([['Other'], ['7:2']])
  await playgroundOf(editor.page, (playground) => {
    playground.openPage('0:1')
  })
  expect(await current()).toEqual(['First'])
})

test('refuses a page that there is not', async () => {
  await expect(
    playgroundOf(editor.page, (playground) => {
      playground.openPage('Nowhere')
    })
  ).rejects.toThrow('there is no page "Nowhere"')
})
