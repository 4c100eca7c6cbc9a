import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { DocumentNode, PlaygroundDocument } from '../../playground/testing/document'
import type { AppModel } from '../../src/ui/model/app-model'
import { handOf } from './play'
import { bundlePlugin, type PluginCode } from './plugin-code'
import type { PluginWindow } from './plugin-window'
import { pressesOf } from './presses'
import { createWorld, type World } from './world'

/*
 * One window places the first of two images of an expansion, another window the second one in its place, and that window
 * holds the original: the first image, which is lent to the layer for as long. Nothing fails but what a test breaks.
 */

/** Longer than anything takes in a world without faults, ms. */
const patienceMs = 30_000

let code: PluginCode
let world: World
let first: PluginWindow
let second: PluginWindow
let layer: DocumentNode

beforeAll(async () => {
  code = await bundlePlugin()
})

beforeEach(async () => {
  world = createWorld({ code, seed: 1, only: [] })
  const [target] = world.document.currentPage.children
  if (target === undefined) {
    throw new Error('the page is empty')
  }
  layer = target
  first = await open()
  await act(() => {
    first.select([layer.id])
    const { state, saveSettings } = modelOf(first)
    void saveSettings({ ...state.get().settings, variants: 2 })
  })
  await press(first, 'expand')
  second = await open()
  await press(second, 'place what is remembered')
  await hold(true)
})

async function act(does: () => void): Promise<void> {
  world.time.after(0, does)
  await world.time.runUntil(world.time.nowMs() + patienceMs)
}

async function open(): Promise<PluginWindow> {
  const window = world.open()
  await act(() => undefined)
  return window
}

function modelOf(window: PluginWindow): AppModel {
  const model = window.model()
  if (model === null) {
    throw new Error('the window is closed')
  }
  return model
}

/** Presses the button of this name, or the one at `at` of several. */
async function press(window: PluginWindow, name: string, at = 0): Promise<void> {
  const found = pressesOf(modelOf(window), handOf(world, name)).filter((each) => each.name === name)[at]
  if (found === undefined) {
    throw new Error(`there is no “${name}” to press`)
  }
  await act(found.act)
}

/** Holds the original of the second image in the second window, or lets go of it. */
async function hold(isShown: boolean): Promise<void> {
  const model = modelOf(second)
  const runId = model.state.get().runs[0]?.runId ?? ''
  await act(() => void model.lookAtOriginal(runId, isShown))
}

/** The images of the expansion that the layer has, bottom first; those that are hidden in brackets. */
function images(): readonly string[] {
  const names = ['first', 'second']
  const tasks = world.service.made.map(({ task }) => task.plan.id)
  return layer.fills.flatMap((paint) => {
    const image = paint.type === 'IMAGE' ? world.ledger.imageOf(paint.imageHash ?? '') : null
    const name = image === null ? '' : (names[tasks.indexOf(image.taskId)] ?? 'a later one')
    return image === null ? [] : [paint.visible === false ? `(${name})` : name]
  })
}

function removeTopPaint(): void {
  layer.fills = layer.fills.slice(0, -1)
  world.document.changed()
}

function copyLayer(document: PlaygroundDocument): void {
  document.insert(document.currentPage, 0, document.clone(layer))
  document.changed()
}

describe('an image that is lent while the one over it is held', () => {
  it('is beneath it, and goes when it is let go of', async () => {
    expect(images()).toEqual(['first', '(second)'])
    await hold(false)
    expect(images()).toEqual(['second'])
    expect([...world.violations]).toEqual([])
  })

  it('does not count as placed when an undo takes it away meanwhile', async () => {
    await act(world.documentWatch.undo)
    expect(images()).toEqual(['second'])
    await hold(false)
    expect(images()).toEqual(['second'])
    expect([...world.violations]).toEqual([])
  })

  it('does not count as placed when a second undo brings it back for good', async () => {
    await act(world.documentWatch.undo)
    await act(world.documentWatch.undo)
    expect(images()).toEqual(['first'])
    await hold(false)
    expect(images()).toEqual(['first'])
    expect([...world.violations]).toEqual([])
  })

  test.each<readonly [string, (document: PlaygroundDocument) => void, readonly string[]]>([
    ['has removed the held one', removeTopPaint, ['first']],
    ['has copied the layer', copyLayer, ['second']]
  ])('does not count as placed when it stays because the designer %s', async (_name, edit, after) => {
    await act(() => {
      world.documentWatch.edit(() => {
        edit(world.document)
      })
    })
    await hold(false)
    expect(images()).toEqual(after)
    expect([...world.violations]).toEqual([])
  })

  it('goes for good when the other window discards the run meanwhile', async () => {
    await press(first, 'discard')
    await hold(false)
    expect(images()).toEqual([])
    expect([...world.violations]).toEqual([])
  })

  it('goes when the other window puts a later image over it meanwhile, which is seen', async () => {
    await press(first, 'more')
    await press(first, 'show', 2)
    await hold(false)
    expect(images()).toEqual(['a later one'])
    expect([...world.violations]).toEqual([])
  })

  it('counts as placed when it stays by nobody’s doing but the plugin’s', async () => {
    await act(removeTopPaint)
    await hold(false)
    expect(images()).toEqual(['first'])
    expect([...world.violations].join()).toMatch(/^without a press, the image of task .* was placed/)
  })
})

describe('the end of a hold', () => {
  const during = async (break_: () => void): Promise<string> => {
    await hold(false)
    await act(() => {
      world.documentWatch.startPeek('a hold')
      break_()
      world.document.changed()
      world.documentWatch.endPeek('a hold')
    })
    return [...world.violations].join()
  }

  it('is found to have left an image hidden', async () => {
    const found = await during(() => {
      layer.fills = layer.fills.map((paint) => ({ ...paint, visible: false }))
    })
    expect(found).toMatch(/^nobody looks at an original, and the image of task .* is hidden$/)
  })

  it('is found to have taken an image away', async () => {
    expect(await during(removeTopPaint)).toMatch(/the end of a look at an original has taken away the image/)
  })

  it('is found to have brought an image', async () => {
    const { fills } = layer
    await hold(false)
    await act(() => {
      world.documentWatch.edit(removeTopPaint)
    })
    const found = await during(() => {
      layer.fills = fills
    })
    expect(found).toMatch(/the end of a look at an original has brought the image/)
  })
})

it('an image that is placed for the first time while another is held counts as placed when an undo takes it away', async () => {
  const before = world.service.made.length
  await act(() => {
    first.select(world.document.currentPage.children.slice(1, 2).map(({ id }) => id))
  })
  await press(first, 'expand')
  await act(world.documentWatch.undo)
  await hold(false)
  const made = world.service.made.slice(before)
  const nowhere = { isOffered: () => false, isElsewhere: () => false }
  const placed = made.filter((each) => world.ledger.fateOf(each, 0, nowhere) === 'placed')
  expect([made.length, placed.length]).toEqual([2, 1])
  expect([...world.violations]).toEqual([])
})
