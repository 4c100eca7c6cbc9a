import { describe, expect, it } from 'vitest'
import { startPlugin, wait } from './start-plugin'

describe('closing the plugin', () => {
  it('runs the close listeners synchronously and last', async () => {
    const plugin = await startPlugin(`
      figma.on('close', () => console.log('close', figma.currentPage.type))
      Promise.resolve().then(() => console.log('before'))
      setTimeout(() => console.log('never'), 5)`)
    plugin.session.close()
    expect(plugin.console).toEqual(['before', 'close PAGE'])
    await wait(20)
    expect(plugin.console).toEqual(['before', 'close PAGE'])
    expect(plugin.session.isOpen).toBe(false)
    expect(plugin.windowCalls).toContain('close')
  })

  it('by closePlugin lets the script run on, but without the API', async () => {
    const plugin = await startPlugin(`
      figma.closePlugin('done')
      console.log('still here')
      try { figma.currentPage } catch (error) { console.log(error.message) }
      Promise.resolve().then(() => console.log('never'))`)
    expect(plugin.console).toEqual(['still here', 'The plugin is closed'])
    expect(plugin.closedWith).toEqual(['done'])
    await wait(5)
    expect(plugin.console).toHaveLength(2)
  })

  it('never continues what was pending', async () => {
    let finish: (bytes: Uint8Array) => void = () => undefined
    const plugin = await startPlugin(
      `figma.createFrame().exportAsync().then(() => console.log('never'), () => console.log('never'))`,
      { exportNode: () => new Promise((resolve) => (finish = resolve)) }
    )
    plugin.session.close()
    finish(new Uint8Array(3))
    await wait(5)
    expect(plugin.console).toEqual([])
    expect(plugin.errors).toEqual([])
  })

  it('stops messages, selection events and intervals', async () => {
    const plugin = await startPlugin(`
      figma.showUI(__html__)
      figma.ui.onmessage = () => console.log('message')
      figma.on('selectionchange', () => console.log('selection'))
      setInterval(() => console.log('tick'), 1)`)
    plugin.session.close()
    plugin.console.length = 0
    plugin.session.receive('late')
    const node = plugin.document.createNode('FRAME')
    plugin.document.insert(plugin.document.currentPage, 0, node)
    plugin.selection.set(plugin.document.currentPage, [node.id])
    await wait(15)
    expect(plugin.console).toEqual([])
  })

  it('in a listener, in a timer and after an await ends there', async () => {
    for (const how of [
      `figma.ui.onmessage = () => { figma.closePlugin() }`,
      `setTimeout(() => figma.closePlugin(), 0)`,
      `(async () => { await figma.clientStorage.getAsync('a'); figma.closePlugin() })()`
    ]) {
      const plugin = await startPlugin(`figma.showUI(__html__); ${how}`)
      plugin.session.receive(1)
      await wait(10)
      expect(plugin.session.isOpen).toBe(false)
      expect(plugin.errors).toEqual([])
    }
  })

  it('twice is once, and a listener may close too', async () => {
    const plugin = await startPlugin(`figma.on('close', () => { console.log('close'); figma.closePlugin() })`)
    plugin.session.close()
    plugin.session.close()
    expect(plugin.console).toEqual(['close'])
    expect(plugin.closedWith).toHaveLength(1)
  })

  it('leaves nothing behind that a next run would stumble over', async () => {
    for (let run = 0; run < 20; run += 1) {
      const plugin = await startPlugin(`
        const nodes = Array.from({ length: 20 }, () => figma.createRectangle())
        nodes.forEach((node) => node.exportAsync())
        figma.on('selectionchange', () => nodes.length)
        setTimeout(() => nodes[0].remove(), 1000)`)
      plugin.session.close()
      expect(plugin.errors).toEqual([])
    }
  })
})
