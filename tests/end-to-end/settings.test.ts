import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { developmentUrl, enterSettings, openPlugin } from '../../playground/testing/demo'
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
    await session.press('Settings')
    const field = session.plugin.getByRole('textbox', { name: 'API key' })
    await field.fill('demo-key')
    expect(await field.getAttribute('type')).toBe('password')
    await session.press('Save key')
    await session.says('saved on this device.')
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
    await session.press('Settings')
    expect(session.standIn?.requests).toEqual([])
    await session.press('Test key')
    await session.says('The service accepts this key.')
    expect(session.creates()).toBe(0)

    await session.plugin.getByRole('textbox', { name: 'API key' }).fill('another-key')
    await session.press('Save key')
    await session.press('Test key')
    await session.says('The key was refused')
    expect(session.creates()).toBe(0)
  })

  it('remove the key', async () => {
    await enterSettings(session.plugin, developmentUrl, 'demo-key')
    await session.press('Settings')
    await session.press('Remove key')
    await session.plugin.getByRole('button', { name: 'Test key' }).waitFor({ state: 'detached' })
    await expect.poll(storage).not.toHaveProperty('api-key')
    await session.press('Back')
    await session.press('Add API key')
    expect(await session.plugin.getByRole('textbox', { name: 'API key' }).isVisible()).toBe(true)
  })

  it('hold when the plugin is opened again', async () => {
    await enterSettings(session.plugin, developmentUrl, 'demo-key')
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })
    await openPlugin(session)
    await session.plugin.getByRole('button', { name: 'Expand', exact: true }).waitFor()
    await session.press('Settings')
    expect(await session.plugin.getByRole('radio', { name: 'Own URL' }).isChecked()).toBe(true)
    expect(await session.plugin.getByRole('textbox', { name: 'Service URL' }).inputValue()).toBe(
      developmentUrl
    )
  })

  it('say that an address is none', async () => {
    await enterSettings(session.plugin, 'garbage', 'demo-key')
    await session.press('Settings')
    await session.says('Type an address that starts with')
  })

  it('keep working for this run when the storage is full, and say so', async () => {
    await session.page.evaluate(() => {
      window.playground.setSwitches({ storageFull: true })
    })
    await session.press('Settings')
    await session.plugin.getByRole('textbox', { name: 'API key' }).fill('demo-key')
    await session.press('Save key')
    await session.says('Figma could not read or keep the settings')
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
    await session.press('Expand')
    await session.says('Expanded')
    await session.press('Keep')
    await session.page.evaluate(() => {
      window.playground.closePlugin()
    })

    await keep(own)
    await session.page.evaluate(() => window.playground.relaunch('expandAgain'))
    await session.plugin.getByText('Advanced', { exact: true }).click()
    expect(await isChosen('Black is new')).toBe(true)
    expect(await isChosen('As it comes')).toBe(true)
    await session.plugin.getByRole('radio', { name: '2', exact: true }).check({ force: true })
    const stored = async (): Promise<unknown> => (await storage())['settings']
    await expect.poll(stored).toMatchObject({ variants: 2 })
    expect(await stored()).toMatchObject({ maskIsInverted: false, matchSeam: true })
    expect(await isChosen('Black is new')).toBe(true)

    await session.select('Headline')
    await expect.poll(() => isChosen('White is new')).toBe(true)
    expect(await isChosen('Match tones')).toBe(true)
  })
})
