import { describe, expect, it } from 'vitest'
import { startPlugin } from './start-plugin'

describe('undo', () => {
  const count = (plugin: Awaited<ReturnType<typeof startPlugin>>): number =>
    plugin.document.currentPage.children.length

  it('takes a whole run back in one step', async () => {
    const plugin = await startPlugin('figma.createRectangle(); figma.createEllipse()')
    plugin.session.close()
    expect(count(plugin)).toBe(2)
    expect(plugin.history.undo()).toBe(true)
    expect(count(plugin)).toBe(0)
    expect(plugin.history.redo()).toBe(true)
    expect(count(plugin)).toBe(2)
  })

  it('is split by commitUndo', async () => {
    const plugin = await startPlugin('figma.createRectangle(); figma.commitUndo(); figma.createEllipse()')
    plugin.session.close()
    plugin.history.undo()
    expect(count(plugin)).toBe(1)
    plugin.history.undo()
    expect(count(plugin)).toBe(0)
  })

  it('by triggerUndo takes back what was done since the commit', async () => {
    const plugin = await startPlugin(`
      figma.createRectangle(); figma.commitUndo(); figma.createEllipse(); figma.triggerUndo()
      console.log(figma.currentPage.children.length)`)
    plugin.session.close()
    expect(plugin.console).toEqual(['1'])
  })

  it('does not join what was edited before the run', async () => {
    const plugin = await startPlugin('figma.createRectangle()', {
      prepare: (document) => {
        document.insert(document.currentPage, 0, document.createNode('FRAME'))
      }
    })
    plugin.session.close()
    plugin.history.undo()
    expect(plugin.document.currentPage.children.map((node) => node.type)).toEqual(['FRAME'])
  })

  it('a node that undo brings back can be used again', async () => {
    const plugin = await startPlugin(`
      const node = figma.createRectangle(); figma.commitUndo()
      node.remove(); figma.commitUndo(); figma.triggerUndo()
      console.log(node.removed, node.name)`)
    plugin.session.close()
    expect(plugin.console).toEqual(['false Rectangle'])
  })
})
