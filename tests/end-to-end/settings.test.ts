import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { developmentUrl, enterSettings, openPlugin } from '../../playground/testing/demo'
import { english } from '../../src/ui/words/english'
import { failurePatterns, placedTitle } from './expected-words'
import { openOn, openPluginSession, type PluginSession } from './plugin-session'

let session: PluginSession
beforeAll(async () => {
  session = await openPluginSession({ scene: 'banner' })
})
afterAll(() => session.close())
beforeEach(async () => {
  await session.startOver({ key: null })
  await session.select('Web banner')
  await openPlugin(session)
})

const storage = (): Promise<Readonly<Record<string, unknown>>> =>
  session.page.evaluate(() => window.playground.storage())

describe('the settings', () => {
  it('keep the key in its own entry of the storage; it is masked while typed and never shown again', async () => {
    await session.press(english.expand.settings)
    const field = session.plugin.getByRole('textbox', { name: english.settings.key })
    await field.fill('demo-key')
    expect(await field.getAttribute('type')).toBe('password')
    await session.press(english.settings.save)
    await session.says(english.settings.keySaved)
    expect(await field.inputValue()).toBe('')
    expect(await session.plugin.locator('body').innerHTML()).not.toContain('demo-key')
    const { 'api-key': key, ...others } = await storage()
    expect(key).toBe('demo-key')
    expect(JSON.stringify(others)).not.toContain('demo-key')
    expect(JSON.stringify(await session.dump())).not.toContain('demo-key')
    expect(session.standIn?.requests).toEqual([])
  })

  it('test the key only when asked, by a request that costs nothing', async () => {
    await enterSettings(session.plugin, developmentUrl, 'demo-key')
    await session.press(english.expand.settings)
    expect(session.standIn?.requests).toEqual([])
    await session.press(english.settings.test)
    await session.says(english.settings.accepted)
    expect(session.creates()).toBe(0)

    await session.plugin.getByRole('textbox', { name: english.settings.key }).fill('another-key')
    await session.press(english.settings.save)
    await session.press(english.settings.test)
    await session.says(failurePatterns({ kind: 'wrong-key', message: '' }).title)
    expect(session.creates()).toBe(0)
  })

  it('remove the key', async () => {
    await enterSettings(session.plugin, developmentUrl, 'demo-key')
    await session.press(english.expand.settings)
    await session.press(english.settings.remove)
    await session.plugin.getByRole('button', { name: english.settings.test }).waitFor({ state: 'detached' })
    await expect.poll(storage).not.toHaveProperty('api-key')
    await session.press(english.settings.back)
    await session.press(english.expand.addKey)
    expect(await session.plugin.getByRole('textbox', { name: english.settings.key }).isVisible()).toBe(true)
  })

  it('hold when the plugin is opened again', async () => {
    await enterSettings(session.plugin, developmentUrl, 'demo-key')
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })
    await openPlugin(session)
    await session.plugin.getByRole('button', { name: english.expand.action, exact: true }).waitFor()
    await session.press(english.expand.settings)
    expect(await session.plugin.getByRole('radio', { name: english.settings.regions.own }).isChecked()).toBe(
      true
    )
    expect(await session.plugin.getByRole('textbox', { name: english.settings.ownUrl }).inputValue()).toBe(
      developmentUrl
    )
  })

  it('say that an address is none', async () => {
    await enterSettings(session.plugin, 'garbage', 'demo-key')
    await session.press(english.expand.settings)
    await session.says(english.settings.ownUrlWrong)
  })

  it('keep working for this run when the storage is full, and say so', async () => {
    await session.page.evaluate(() => {
      window.playground.setSwitches({ storageFull: true })
    })
    await session.press(english.expand.settings)
    await session.plugin.getByRole('textbox', { name: english.settings.key }).fill('demo-key')
    await session.press(english.settings.save)
    await session.says(failurePatterns({ kind: 'storage-failed', detail: '' }).title)
    await session.page.evaluate(() => {
      window.playground.setSwitches({ storageFull: false })
    })
  })
})

describe('Expand again', () => {
  it('takes the recipe of its layer for this layer alone, and leaves the kept settings as they were', async () => {
    const own = { region: 'own', ownUrl: developmentUrl }
    const keep = (settings: Readonly<Record<string, unknown>>): Promise<void> =>
      session.page.evaluate((kept) => {
        window.playground.setStorage({ settings: kept, 'api-key': 'demo-key' })
      }, settings)
    const isChosen = (name: string): Promise<boolean> =>
      session.plugin.getByRole('radio', { name, exact: true }).isChecked()

    // As on the device of somebody whose service reads masks the other way round.
    await session.startOver()
    await keep({ ...own, maskIsInverted: true, matchSeam: false })
    await openOn(session, 'Web banner')
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    await session.press(english.ended.keep)
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })

    await keep(own)
    await session.page.evaluate(() => window.playground.relaunch('expandAgain'))
    await session.plugin.getByText(english.expand.advanced, { exact: true }).click()
    expect(await isChosen(english.settings.maskReadings.inverted)).toBe(true)
    expect(await isChosen(english.settings.seamMatching.off)).toBe(true)
    await session.plugin.getByRole('radio', { name: '2', exact: true }).check({ force: true })
    const stored = async (): Promise<unknown> => (await storage())['settings']
    await expect.poll(stored).toMatchObject({ variants: 2 })
    expect(await stored()).toMatchObject({ maskIsInverted: false, matchSeam: true })
    expect(await isChosen(english.settings.maskReadings.inverted)).toBe(true)

    await session.select('Headline')
    await expect.poll(() => isChosen(english.settings.maskReadings.standard)).toBe(true)
    expect(await isChosen(english.settings.seamMatching.on)).toBe(true)
  })
})
