import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../../playground/chromium/browser'
import { PlaygroundDocument } from '../../../playground/document/document'
import type { DocumentNode } from '../../../playground/document/node'
import { relaunchButtons } from '../../../playground/host/events/relaunch-buttons'
import { readManifest } from '../../../playground/host/manifest'
import { layer, sceneWith } from '../canvas/build-scene'
import { type OpenEditor, openEditor, playgroundOf } from '../editor/open-editor'
import { outcome, testManifest } from './start-plugin'

const buttons = [
  { command: 'edit', name: 'Edit' },
  { command: 'again', name: 'Again', multipleSelection: true }
]
const manifest = { ...testManifest, relaunchButtons: buttons }

describe('the data of a layer', () => {
  const made = 'const node = figma.createRectangle();'
  test.each([
    ['are none at first', 'return node.getRelaunchData()', '{}'],
    [
      'are what was set last, all of it',
      `node.setRelaunchData({ edit: 'a', again: '' }); node.setRelaunchData({ again: 'b' }); return node.getRelaunchData()`,
      '{"again":"b"}'
    ],
    [
      'are cleared',
      `node.setRelaunchData({ edit: '' }); node.setRelaunchData({}); return node.getRelaunchData()`,
      '{}'
    ],
    [
      'are no data of the plugin',
      `node.setRelaunchData({ edit: '' }); return [node.getPluginDataKeys(), node.getPluginData('edit')]`,
      '[[],""]'
    ],
    [
      'may have a long description',
      `node.setRelaunchData({ edit: 'x'.repeat(1000) }); return node.getRelaunchData().edit.length`,
      '1000'
    ],
    [
      'may not have a longer one',
      `node.setRelaunchData({ edit: 'x'.repeat(1001) })`,
      'throws in setRelaunchData: The description of "edit" exceeds 1000 characters'
    ],
    [
      'have no number for a description',
      'node.setRelaunchData({ edit: 5 })',
      "throws in setRelaunchData: Property 'data' failed validation: Expected string, received number at .edit"
    ],
    [
      'are of commands in the manifest',
      `node.setRelaunchData({ run: '' })`,
      'throws in setRelaunchData: The relaunch command "run" is not in the manifest\'s relaunchButtons'
    ],
    [
      'belong to pages and the document too',
      `figma.root.setRelaunchData({ edit: '' }); return figma.root.getRelaunchData()`,
      '{"edit":""}'
    ]
  ])('%s', async (_name, statements, expected) => {
    expect(await outcome(`${made} ${statements}`, { manifest })).toBe(expected)
  })

  test('the plugin is told the command of the button', async () => {
    const statements = `return new Promise((resolve) => figma.on('run', ({ command }) => resolve([figma.command, command])))`
    expect(await outcome(statements, { manifest, command: 'edit' })).toBe('["edit","edit"]')
  })
})

describe('the buttons of what is selected', () => {
  const document = new PlaygroundDocument()
  const withData = (relaunchData: Readonly<Record<string, string>>): DocumentNode =>
    Object.assign(document.createNode('RECTANGLE'), { relaunchData })
  const shown = (...nodes: readonly DocumentNode[]): readonly string[] =>
    relaunchButtons(readManifest(manifest), nodes).map(({ name, command, description }) =>
      [name, command, description].join('|')
    )
  const both = withData({ again: '', edit: 'it' })

  test('are those of a layer alone, in the order of the manifest', () => {
    expect(shown(both)).toEqual(['Edit|edit|it', 'Again|again|'])
  })

  test('are none of nothing, of several layers, or of a layer without data', () => {
    expect([shown(), shown(both, both), shown(withData({}))]).toEqual([[], [], []])
  })

  test('are none of a command that the manifest does not name', () => {
    expect(shown(withData({ run: '', again: '' }))).toEqual(['Again|again|'])
    expect(relaunchButtons(readManifest({ name: 'x', main: 'main.js' }), [both])).toEqual([])
  })
})

describe('in the editor', () => {
  let browser: Browser
  let editor: OpenEditor
  const main = `
    figma.showUI(__html__)
    figma.on('close', () => figma.currentPage.setPluginData('closed', 'by ' + figma.command))
    figma.notify('started by ' + figma.command)`
  beforeAll(async () => {
    browser = await launchChromium()
    editor = await openEditor(browser, { main, ui: '<p>window</p>', manifest: { relaunchButtons: buttons } })
    const scene = sceneWith(
      layer('FRAME', [0, 0, 80, 60], { name: 'with', relaunchData: { edit: 'Edit this frame', gone: '' } }),
      layer('FRAME', [100, 0, 80, 60], { name: 'without' })
    )
    await editor.page.evaluate((file) => window.playground.openScene(file, {}), scene)
  })
  afterAll(async () => {
    await editor.close()
    await browser.close()
  })

  const select = (...names: readonly string[]) =>
    editor.page.evaluate((wanted) => {
      const { playground } = window
      playground.select(wanted.flatMap((name) => playground.findByName(name)))
    }, names)
  const panel = () => editor.page.getByRole('complementary', { name: 'Properties' })
  const button = () => panel().getByRole('button', { name: 'Edit' })

  test('a layer with data has its button, with the description', async () => {
    await select('with')
    await button().waitFor()
    expect(await panel().getByText('Edit this frame').isVisible()).toBe(true)
    expect(await panel().getByRole('heading', { name: 'Test plugin' }).isVisible()).toBe(true)
    expect(await panel().getByText('gone').count()).toBe(0)
  })

  test.each([[['without']], [['with', 'without']], [[]]])('there is none for %j', async (names) => {
    await select(...names)
    await button().waitFor({ state: 'detached' })
    await expect(playgroundOf(editor.page, (playground) => playground.relaunch('edit'))).rejects.toThrow(
      'there is no button for "edit"'
    )
  })

  test('pressing it starts the plugin with its command, and again when it is open', async () => {
    await select('with')
    await playgroundOf(editor.page, (playground) => playground.runPlugin(''))
    await button().click()
    const told = () => playgroundOf(editor.page, (playground) => playground.notifications())
    await expect.poll(told).toEqual(['started by ', 'started by edit'])
    await playgroundOf(editor.page, (playground) => playground.relaunch('edit'))
    expect(await told()).toEqual(['started by ', 'started by edit', 'started by edit'])
    expect(await playgroundOf(editor.page, (playground) => playground.isPluginOpen())).toBe(true)
    expect(await editor.page.locator('.plugin-window').count()).toBe(1)
    const data = await playgroundOf(editor.page, (playground) => JSON.stringify(playground.dump()))
    expect(data).toContain('by edit')
  })
})
