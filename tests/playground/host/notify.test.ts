import { describe, expect, it, test } from 'vitest'
import { outcome, startPlugin } from './start-plugin'

describe('figma.notify', () => {
  it('shows a toast for three seconds', async () => {
    const plugin = await startPlugin(`figma.notify('Done')`)
    expect(plugin.toasts).toMatchObject([{ text: 'Done', error: false, timeout: 3000, buttonText: null }])
    plugin.session.close()
  })

  it('cuts a long text at 100 characters', async () => {
    const plugin = await startPlugin(`figma.notify('x'.repeat(150))`)
    expect(plugin.toasts[0]?.text).toHaveLength(100)
    plugin.session.close()
  })

  it('calls the button’s action and says why it went', async () => {
    const plugin = await startPlugin(`
      figma.notify('Undo?', {
        button: { text: 'Undo', action: () => { console.log('action') } },
        onDequeue: (reason) => console.log(reason)
      })`)
    plugin.toasts[0]?.onButton()
    expect(plugin.console).toEqual(['action', 'dismiss'])
    plugin.session.close()
  })

  it('can be cancelled', async () => {
    const plugin = await startPlugin(
      `figma.notify('x', { onDequeue: (reason) => console.log(reason) }).cancel()`
    )
    expect(plugin.console).toEqual(['dismiss'])
    plugin.session.close()
  })

  test.each([
    [`figma.notify(7)`, 'throws in notify: Expected "message" to have type string but got number instead'],
    [
      `figma.notify('x', { timout: 1 })`,
      "throws in notify: Property 'options' failed validation: Unrecognized key(s) in object: 'timout'"
    ],
    [
      `figma.notify('x', { button: { text: 'a' } })`,
      "throws in notify: Property 'options' failed validation: Expected function at .button.action"
    ],
    [`figma.notify('x', { timeout: Infinity })`, 'undefined']
  ])('%s', async (statements, expected) => {
    expect(await outcome(statements)).toBe(expected)
  })
})
