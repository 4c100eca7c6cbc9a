import { describe, expect, it } from 'vitest'
import { startPlugin, wait } from './start-plugin'

describe('selectionchange', () => {
  const listening = `figma.on('selectionchange', () => console.log(figma.currentPage.selection.length))`

  it('comes late, and once for several changes', async () => {
    const plugin = await startPlugin(listening, { selectionDelayMs: 30 })
    const [a, b] = [plugin.document.createNode('FRAME'), plugin.document.createNode('FRAME')]
    for (const node of [a, b]) plugin.document.insert(plugin.document.currentPage, 0, node)
    plugin.selection.set(plugin.document.currentPage, [a.id])
    plugin.selection.set(plugin.document.currentPage, [b.id])
    plugin.selection.set(plugin.document.currentPage, [a.id, b.id])
    await wait(5)
    expect(plugin.console).toEqual([])
    await wait(60)
    expect(plugin.console).toEqual(['2'])
    plugin.session.close()
  })

  it('comes when a selected node is removed', async () => {
    const plugin = await startPlugin(listening)
    const node = plugin.document.createNode('FRAME')
    plugin.document.insert(plugin.document.currentPage, 0, node)
    plugin.selection.set(plugin.document.currentPage, [node.id])
    await wait(10)
    plugin.document.remove(node)
    plugin.document.changed()
    await wait(10)
    expect(plugin.console).toEqual(['1', '0'])
    plugin.session.close()
  })

  it('comes when the plugin itself selects, after its script', async () => {
    const plugin = await startPlugin(`${listening}
      const node = figma.createRectangle()
      figma.currentPage.selection = [node]
      console.log('script')`)
    await wait(10)
    expect(plugin.console).toEqual(['script', '1'])
    plugin.session.close()
  })

  it('does not come when the same is selected again, nor after off', async () => {
    const plugin = await startPlugin(`
      const heard = () => console.log('heard')
      figma.on('selectionchange', heard)
      figma.off('selectionchange', heard)
      figma.currentPage.selection = []`)
    await wait(10)
    expect(plugin.console).toEqual([])
    plugin.session.close()
  })
})

describe('nodechange of a page', () => {
  it('names the highest node that came or went, and the properties that changed', async () => {
    const plugin = await startPlugin(`
      const frame = figma.createFrame()
      const inside = figma.createRectangle()
      frame.appendChild(inside)
      figma.currentPage.on('nodechange', ({ nodeChanges }) => {
        for (const { type, properties, node } of nodeChanges) {
          console.log(type, node.removed ? 'gone' : node.name, (properties || []).join(' '))
        }
      })
      setTimeout(() => { frame.x = 5; inside.opacity = 0.5; figma.createStar() }, 10)
      setTimeout(() => frame.remove(), 30)`)
    await wait(15)
    plugin.console.length = 0
    await wait(50)
    plugin.session.close()
    expect(plugin.errors).toEqual([])
    expect(plugin.console).toContain('DELETE gone ')
    expect(plugin.console.filter((line) => line.startsWith('DELETE'))).toHaveLength(1)
  })

  it('tells of moves and looks', async () => {
    const plugin = await startPlugin(`
      const frame = figma.createFrame()
      setTimeout(() => {
        figma.currentPage.on('nodechange', ({ nodeChanges }) => {
          console.log(nodeChanges.map(({ type, properties, node }) => [type, node.type, ...(properties || [])].join(' ')).join('; '))
        })
        frame.x = 5; frame.cornerRadius = 2; figma.createStar()
      }, 10)`)
    await wait(40)
    plugin.session.close()
    expect(plugin.console).toEqual([
      'PROPERTY_CHANGE FRAME x cornerRadius topLeftRadius topRightRadius bottomLeftRadius bottomRightRadius; CREATE STAR'
    ])
  })
})

describe('the other events', () => {
  it('run comes after the script, with its command', async () => {
    const plugin = await startPlugin(`
      figma.on('run', ({ command }) => console.log('run', command, figma.command))
      console.log('script')`)
    expect(plugin.console).toEqual(['script', 'run start start'])
    plugin.session.close()
  })

  it('currentpagechange comes with the page', async () => {
    const plugin = await startPlugin(`
      figma.on('currentpagechange', () => console.log(figma.currentPage.name))
      const page = figma.createPage(); page.name = 'Other'
      figma.setCurrentPageAsync(page)`)
    await wait(5)
    expect(plugin.console).toEqual(['Other'])
    plugin.session.close()
  })
})
