import { describe, expect, it, test } from 'vitest'
import { succeed } from '../../../src/core/outcome'
import type { Selection } from '../../../src/core/plan/target'
import { defaultSettings, type RequestSettings, type Settings } from '../../../src/core/settings'
import { expansionDrafts } from '../../../src/ui/draft/expansion-drafts'
import { requestSettingsOf } from '../../../src/ui/state/app-state'
import { nothingSelected } from '../../bridge/handlers'
import { sampleRecipe } from '../../main/support/sample-recipe'
import { framesSelected, shapesSelected } from '../support/sample-selection'
import { startModel } from '../support/start-model'
import { quiet } from '../support/start-runs'

const ofRecipe: RequestSettings = { maskIsInverted: true, matchSeam: false }
const ofSettings: RequestSettings = { maskIsInverted: false, matchSeam: true }
const hidden: Selection = {
  nodeIds: ['photo'],
  sides: { kind: 'obstacle', obstacle: { kind: 'hidden', name: 'Photo' } },
  frame: { kind: 'obstacle', obstacle: { kind: 'hidden', name: 'Photo' } },
  each: []
}

/** An enlarged frame that cannot grow any further. */
function frameSelected(id: string): Selection {
  return {
    ...hidden,
    nodeIds: [id],
    frame: framesSelected(id).each[0]?.frame ?? hidden.frame
  }
}

/** The window of *Expand again* on a layer, over settings that are kept; `stored` holds each that is kept from then on. */
async function openAgain({
  recipe = ofRecipe,
  kept = {},
  selection = shapesSelected('1:2'),
  growth = sampleRecipe.growth
}: {
  readonly recipe?: RequestSettings
  readonly kept?: Partial<Settings>
  readonly selection?: Selection
  readonly growth?: typeof sampleRecipe.growth
} = {}) {
  const stored: Settings[] = []
  const model = await startModel({
    stored: { settings: { ...defaultSettings, ...kept } },
    answers: {
      'describe-selection': () => succeed(selection),
      'write-stored': (pair) => {
        if (pair.name === 'settings') {
          stored.push(pair.value)
        }
        return succeed(null)
      },
      'read-launch': () => succeed({ command: 'again', recipe: { ...sampleRecipe, ...recipe, growth } })
    }
  })
  const wished = (): unknown =>
    expansionDrafts(model.state.get()).map(({ maskIsInverted, matchSeam }) => ({ maskIsInverted, matchSeam }))
  return { model, stored, wished }
}

describe('a recipe', () => {
  it('tells how its own layer is expanded, and changes no settings', async () => {
    const { model, wished } = await openAgain()
    expect(wished()).toEqual([ofRecipe])
    expect(model.state.get().settings).toEqual(defaultSettings)
  })

  test.each([
    ['the reading of masks', { maskIsInverted: true, matchSeam: true }],
    ['the matching of seams', { maskIsInverted: false, matchSeam: false }],
    ['both', ofRecipe],
    ['neither', ofSettings]
  ])(
    'with other %s leaves the kept settings as they were, over kept ones of each kind',
    async (_name, recipe) => {
      for (const maskIsInverted of [false, true]) {
        for (const matchSeam of [false, true]) {
          const kept = { maskIsInverted, matchSeam }
          const { model, stored } = await openAgain({ recipe, kept })
          // Each way of saving that is about something else.
          await model.saveSettings({ ...model.state.get().settings, variants: 3 })
          await model.saveSettings({ ...model.state.get().settings, isIntroduced: true })
          await model.saveSettings({ ...model.state.get().settings, region: 'china' })
          await model.expand()
          await quiet()
          expect(stored.map((settings) => ({ ...settings }))).toMatchObject([kept, kept, kept])
        }
      }
    }
  )

  it('is expanded by its own settings, and again as long as its layer is selected', async () => {
    const { model, wished } = await openAgain()
    await model.expand()
    await quiet()
    expect(model.state.get().runs.map(({ expansion: order }) => order)).toMatchObject([ofRecipe])
    model.chooseShape('original')
    expect(wished()).toEqual([ofRecipe])
  })

  test.each([
    ['another layer is selected', shapesSelected('1:3')],
    ['several layers are selected', shapesSelected('1:2', '1:3')],
    ['nothing is selected', nothingSelected]
  ])('holds no longer when %s', async (_name, selection) => {
    const { model, wished } = await openAgain()
    model.changeSelection(selection)
    expect(requestSettingsOf(model.state.get())).toEqual(ofSettings)
    model.changeSelection(shapesSelected('1:2'))
    expect(wished()).toEqual([ofSettings])
  })

  test.each([
    ['is described anew', shapesSelected('1:2')],
    ['cannot be expanded for a while', hidden]
  ])('still holds when its layer %s', async (_name, selection) => {
    const { model, wished } = await openAgain()
    model.changeSelection(selection)
    model.changeSelection(shapesSelected('1:2'))
    expect(wished()).toEqual([ofRecipe])
  })

  it('of a filled frame holds for this frame alone', async () => {
    const { model, wished } = await openAgain({ selection: frameSelected('2:1'), growth: null })
    expect(wished()).toEqual([ofRecipe])
    model.changeSelection(frameSelected('2:1'))
    expect(wished()).toEqual([ofRecipe])
    model.changeSelection(frameSelected('2:2'))
    expect(wished()).toEqual([ofSettings])
  })
})

describe('a choice by hand', () => {
  it('takes the place of what a recipe says of it, and is kept without the rest of the recipe', async () => {
    const { model, stored, wished } = await openAgain()
    await model.saveRequestSettings({ matchSeam: true })
    expect(stored).toEqual([{ ...defaultSettings, matchSeam: true }])
    expect(wished()).toEqual([{ maskIsInverted: true, matchSeam: true }])
    await model.saveRequestSettings({ maskIsInverted: false })
    await model.saveRequestSettings({ maskIsInverted: true })
    expect(stored.at(-1)).toEqual({ ...defaultSettings, maskIsInverted: true })
    model.changeSelection(shapesSelected('1:3'))
    expect(wished()).toEqual([{ maskIsInverted: true, matchSeam: true }])
  })

  it('to reset takes everything of the recipe away', async () => {
    const { model, stored, wished } = await openAgain()
    model.resetTuning()
    expect(stored).toEqual([defaultSettings])
    expect(wished()).toEqual([ofSettings])
  })
})

describe('the other reading of masks', () => {
  it('is tried and kept without the rest of the recipe', async () => {
    const { model, stored } = await openAgain({
      recipe: ofRecipe,
      kept: { maskIsInverted: true }
    })
    await model.expand()
    await quiet()
    const [run] = model.state.get().runs
    await model.tryOtherMaskReading(run?.runId ?? '')
    expect(stored).toEqual([defaultSettings])
    expect(requestSettingsOf(model.state.get())).toEqual({ maskIsInverted: false, matchSeam: false })
  })
})
