import { describe, expect, it, test } from 'vitest'
import { succeed } from '../../../src/core/outcome'
import { readDraft } from '../../../src/ui/draft/read-draft'
import { type ShownGrowth, shownGrowth } from '../../../src/ui/draft/shown-growth'
import type { AppModel } from '../../../src/ui/model/app-model'
import { shapesSelected, sidesTarget } from '../support/sample-selection'
import { startModel } from '../support/start-model'
import { quiet } from '../support/start-runs'

const { width, height } = sidesTarget('1:2')
const open = (...ids: readonly [string, ...string[]]) =>
  startModel({ answers: { 'describe-selection': () => succeed(shapesSelected(...ids)) } })
const shown = (model: AppModel): ShownGrowth => shownGrowth(model.state.get())
const evenly = (text: string) => ({ top: text, right: text, bottom: text, left: text })

describe('every control shows the one growth', () => {
  it('a drag writes all sides in px', async () => {
    const model = await open('1:2')
    const [across, down] = [width / 10, height / 10]
    model.growTo({ top: down, right: 33, bottom: down, left: across })
    expect(shown(model).insetTexts).toEqual({
      top: String(down),
      right: '33',
      bottom: String(down),
      left: String(across)
    })
    expect(shown(model).sizeTexts.width).toBe(String(width + across + 33))
  })

  it('a shape shows as numbers, and the next number is typed into these', async () => {
    const model = await open('1:2')
    model.chooseShape('21:9')
    const { insetTexts, shape } = shown(model)
    expect(shape).toBe('21:9')
    model.typeInset('top', '5')
    expect(model.state.get()).toMatchObject({ growthKind: 'sides', insetTexts: { ...insetTexts, top: '5' } })
    expect(shown(model).shape).toBeNull()
  })

  it('one length of a size takes the other as it is shown', async () => {
    const model = await open('1:2')
    const before = shown(model).sizeTexts
    model.typeSize('width', '9000')
    expect(model.state.get()).toMatchObject({
      growthKind: 'size',
      sizeTexts: { width: '9000', height: before.height }
    })
  })

  it('another anchor keeps the canvas and moves the picture in it', async () => {
    const model = await open('1:2')
    model.growTo({ top: 10, right: 10, bottom: 10, left: 10 })
    model.chooseAnchor({ across: 'start', down: 'end' })
    expect(shown(model).insetTexts).toEqual({ top: '20', right: '20', bottom: '0', left: '0' })
  })
})

test('a size that comes to nothing leaves the sides empty', async () => {
  const model = await open('1:2')
  model.chooseSize({ width: 1, height: 1 })
  expect(shown(model)).toMatchObject({ insetTexts: evenly(''), sizeTexts: { width: '1', height: '1' } })
})

describe('the layer’s own shape', () => {
  const nothing = { top: 0, right: 0, bottom: 0, left: 0 }
  test.each([
    ['where nothing is added', nothing],
    ['however far the canvas reached before', { ...nothing, right: width }]
  ])('is grown to as at first, %s', async (_, insets) => {
    const model = await open('1:2')
    model.growTo(insets)
    for (const times of [1, 2]) {
      model.chooseShape('original')
      expect(model.state.get().insetTexts, `pressed ${times} times`).toEqual(evenly('10%'))
      expect(shown(model).shape).toBe('original')
    }
  })

  it('is set for several layers at once', async () => {
    const model = await open('1:2', '1:3')
    model.chooseShape('16:9')
    model.chooseShape('original')
    expect(model.state.get()).toMatchObject({ growthKind: 'sides', insetTexts: evenly('10%') })
  })
})

it('a drag is of the window alone: it calls nothing', async () => {
  const model = await open('1:2')
  const before = model.log.length
  for (let right = 0; right < 60; right++) {
    model.growTo({ top: 0, right, bottom: 0, left: 0 })
  }
  expect(model.log.slice(before)).toEqual([])
})

it('a growth is taken back as it was, to the letter', async () => {
  const model = await open('1:2')
  model.typeInset('left', ' 7,5 %')
  const before = model.state.get()
  const draft = readDraft(before)
  model.growTo({ top: 1, right: 2, bottom: 3, left: 4 })
  expect(model.state.get()).not.toEqual(before)
  if (draft.kind === 'sides') {
    model.takeGrowth(draft.growth)
  }
  expect(model.state.get()).toEqual(before)
})

describe('each layer', () => {
  const nothingSelected = {
    nodeIds: [],
    sides: { kind: 'obstacle', obstacle: { kind: 'nothing-selected' } },
    frame: { kind: 'obstacle', obstacle: { kind: 'nothing-selected' } },
    each: []
  } as const
  const select = (model: AppModel, ...nodes: readonly string[]): void => {
    for (const node of nodes) {
      model.changeSelection(node === '' ? nothingSelected : shapesSelected(node))
    }
  }

  it('begins with the same growth', async () => {
    const model = await open('1:2')
    model.growTo({ top: 0, right: 40, bottom: 0, left: 0 })
    select(model, '1:3')
    expect(shown(model).insetTexts).toEqual(evenly('10%'))
    model.chooseShape('21:9')
    select(model, '1:4')
    expect(shown(model).shape).toBe('original')
  })

  it('has its own when it is selected again', async () => {
    const model = await open('1:2')
    model.growTo({ top: 0, right: 40, bottom: 0, left: 0 })
    select(model, '', '1:3')
    model.chooseShape('21:9')
    select(model, '', '1:2')
    expect(shown(model).insetTexts.right).toBe('40')
    select(model, '1:3')
    expect(shown(model).shape).toBe('21:9')
  })

  it('that has grown rests until more is asked for, and not once it is selected anew', async () => {
    const model = await open('1:2')
    await model.expand()
    await quiet()
    expect(model.state.get().runs).toMatchObject([{ shown: 1, where: 'grown' }])
    expect(shown(model).insetTexts).toEqual(evenly('0'))
    select(model, '1:3', '1:2')
    expect(shown(model).insetTexts).toEqual(evenly('10%'))
  })

  it('has the growth of an image again that was discarded', async () => {
    const model = await open('1:2')
    model.typeInset('right', '40')
    await model.expand()
    await quiet()
    expect(shown(model).insetTexts).toEqual(evenly('0'))
    await model.discard(model.state.get().runs[0]?.runId ?? '')
    expect(shown(model).insetTexts.right).toBe('40')
  })

  it('is left alone where something else was set while its image was made', async () => {
    const model = await open('1:2')
    const expanding = model.expand()
    model.typeInset('right', '40')
    await expanding
    await quiet()
    expect(shown(model).insetTexts.right).toBe('40')
  })
})
