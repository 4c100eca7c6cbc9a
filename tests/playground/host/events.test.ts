import { describe, expect, it } from 'vitest'
import { type StartedPlugin, startPlugin, wait } from './start-plugin'

/** Waits until a plugin has said so many things, 3 s at most. */
async function hear(plugin: StartedPlugin, count: number): Promise<void> {
  for (let turn = 0; turn < 300 && plugin.console.length < count; turn += 1) await wait(10)
}

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
    await hear(plugin, 1)
    expect(plugin.console).toEqual(['2'])
    plugin.session.close()
  })

  it('comes when a selected node is removed', async () => {
    const plugin = await startPlugin(listening)
    const node = plugin.document.createNode('FRAME')
    plugin.document.insert(plugin.document.currentPage, 0, node)
    plugin.selection.set(plugin.document.currentPage, [node.id])
    await hear(plugin, 1)
    plugin.document.remove(node)
    plugin.document.changed()
    await hear(plugin, 2)
    expect(plugin.console).toEqual(['1', '0'])
    plugin.session.close()
  })

  it('comes when the plugin itself selects, after its script', async () => {
    const plugin = await startPlugin(`${listening}
      const node = figma.createRectangle()
      figma.currentPage.selection = [node]
      console.log('script')`)
    await expect.poll(() => plugin.console).toEqual(['script', '1'])
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
    await expect.poll(() => plugin.console).toContain('DELETE gone ')
    plugin.session.close()
    expect(plugin.errors).toEqual([])
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
    await expect
      .poll(() => plugin.console)
      .toEqual([
        'PROPERTY_CHANGE FRAME x cornerRadius topLeftRadius topRightRadius bottomLeftRadius bottomRightRadius; CREATE STAR'
      ])
    plugin.session.close()
  })
})

describe('nodes that come and go between two events', () => {
  const listening = (type: string, source: string, changes: string) => `
    ${source}.on('${type}', (event) => {
      console.log(event.${changes}.map(({ type, node }) => [type, node.type, node.removed === true].join(' ')).join('; '))
    })`
  const passing = `
    setTimeout(() => {
      const frame = figma.createFrame(); frame.appendChild(figma.createRectangle()); frame.remove()
    }, 10)`
  const told = 'CREATE FRAME true; DELETE FRAME true'

  it('are told of to a page’s listeners, the highest node alone', async () => {
    const plugin = await startPlugin(listening('nodechange', 'figma.currentPage', 'nodeChanges') + passing)
    await hear(plugin, 1)
    plugin.session.close()
    expect(plugin.console).toEqual([told])
  })

  it('are told of to the document’s listeners', async () => {
    const plugin = await startPlugin(`figma.loadAllPagesAsync().then(() => {
      ${listening('documentchange', 'figma', 'documentChanges')}
      ${passing}
    })`)
    await hear(plugin, 1)
    plugin.session.close()
    expect(plugin.errors).toEqual([])
    expect(plugin.console).toEqual([told])
  })

  it('a temporary layer that lives longer comes and goes in two events', async () => {
    const plugin = await startPlugin(`
      ${listening('nodechange', 'figma.currentPage', 'nodeChanges')}
      setTimeout(() => { const node = figma.createRectangle(); setTimeout(() => node.remove(), 40) }, 10)`)
    await hear(plugin, 2)
    plugin.session.close()
    expect(plugin.console).toEqual(['CREATE RECTANGLE false', 'DELETE RECTANGLE true'])
  })
})

describe('documentchange', () => {
  it('tells of every page', async () => {
    const plugin = await startPlugin(
      `figma.loadAllPagesAsync().then(() => {
        figma.on('documentchange', ({ documentChanges }) => console.log(documentChanges.map(({ type }) => type).join()))
        setTimeout(() => figma.root.children[1].appendChild(figma.createStar()), 10)
      })`,
      {
        prepare: (document) => {
          document.insert(document.root, 1, document.createNode('PAGE'))
        }
      }
    )
    await hear(plugin, 1)
    plugin.session.close()
    expect(plugin.errors).toEqual([])
    expect(plugin.console).toEqual(['CREATE'])
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
