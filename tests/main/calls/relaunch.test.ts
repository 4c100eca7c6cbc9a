import { describe, expect, it, test } from 'vitest'
import type { DocumentNode, PlaygroundDocument } from '../../../playground/testing/document'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import type { Recipe } from '../../../src/core/expansion/recipe'
import { readLaunch } from '../../../src/main/calls/read-launch'
import { layer, named } from '../../playground/document/build-document'
import { openFigma } from '../support/document-figma'
import { openLayers } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow } from '../support/plugin-window'
import { sampleRecipe } from '../support/sample-recipe'
import { otherPng } from '../support/tiny-png'

const button = { expandAgain: '' }

/** Places with a recipe at the layer called `target`. */
async function placed(kind: LayerPlacement['kind'], isGone = false): Promise<PlaygroundDocument> {
  const { figma, the } = openLayers([layer('FRAME', { name: 'target' }, [layer('TEXT', { name: 'title' })])])
  const placement = placementFor(kind, the('target'))
  if (isGone) {
    figma.document.remove(named(figma.document, 'target'))
  }
  await openWindow(figma).place(placement)
  return figma.document
}

/** What the plugin reads when it is started by this command with these layers selected. */
function launch(
  document: PlaygroundDocument,
  command: string,
  selected: readonly DocumentNode[]
): Recipe | null {
  const figma = openFigma(document, { command })
  figma.selection.set(
    document.currentPage,
    selected.map(({ id }) => id)
  )
  const launched = figma.run(readLaunch)
  return launched.ok ? launched.value.recipe : null
}

describe('the layer that shows the image has the button, and its recipe', () => {
  test.each<readonly [string, LayerPlacement['kind'], string, boolean]>([
    ['a layer that grew', 'grow', 'target', false],
    ['a frame that was filled', 'fill', 'target', false],
    ['the rectangle behind a layer', 'behind', 'Expanded image', false],
    ['the rectangle beside a layer that is gone', 'grow', 'Expanded image', true]
  ])('%s', async (_name, kind, shownBy, isGone) => {
    const document = await placed(kind, isGone)
    const shown = named(document, shownBy)
    expect(shown.relaunchData).toEqual(button)
    expect(launch(document, 'expandAgain', [shown])).toEqual(sampleRecipe)
    const others = document.currentPage.children.filter((each) => each !== shown)
    expect(others.map(({ relaunchData }) => relaunchData)).toEqual(others.map(() => ({})))
  })

  it('of its latest image, where it shows several', async () => {
    const { figma, the } = openLayers([layer('FRAME', { name: 'target' })])
    const window = openWindow(figma)
    const recipe = { ...sampleRecipe, prompt: 'the second' }
    const third = { ...sampleRecipe, prompt: 'the first again' }
    const placement = placementFor('fill', the('target'))
    await window.place(placement)
    await window.place(placement, { runId: 'r2', recipe })
    const target = named(figma.document, 'target')
    expect(launch(figma.document, 'expandAgain', [target])).toEqual(recipe)
    await window.place(placement, { image: otherPng, recipe: third })
    expect(launch(figma.document, 'expandAgain', [target])).toEqual(third)
  })

  it('and so has a copy of it', async () => {
    const document = await placed('grow')
    const copy = document.clone(named(document, 'target'))
    document.insert(document.currentPage, 1, copy)
    expect(copy.relaunchData).toEqual(button)
    expect(launch(document, 'expandAgain', [copy])).toEqual(sampleRecipe)
  })
})

test.each([
  ['', 'expand'],
  ['src/main/main.ts--default', 'expand'],
  ['src/main/main.ts--fillFrame', 'fill'],
  ['src/main/main.ts--expandAgain', 'again'],
  ['expandAgain', 'again']
] as const)('the command "%s" means %s', (command, means) => {
  const { figma } = openLayers([layer('FRAME', { name: 'target' })], { command })
  expect(figma.run(readLaunch)).toMatchObject({ value: { command: means } })
})

describe('there is no recipe', () => {
  test.each(['', 'src/main/main.ts--default', 'expandagain'])('for the command "%s"', async (command) => {
    const document = await placed('grow')
    expect(launch(document, command, [named(document, 'target')])).toBeNull()
  })

  it('where nothing, or more than one layer, or a layer without an image is selected', async () => {
    const document = await placed('grow')
    const [target, title] = [named(document, 'target'), named(document, 'title')]
    expect(launch(document, 'expandAgain', [])).toBeNull()
    expect(launch(document, 'expandAgain', [target, title])).toBeNull()
    expect(launch(document, 'expandAgain', [title])).toBeNull()
  })

  test.each(['nonsense', '{"runs":[{"runId":"r1"}]}', '{"runs":{"length":1}}', '[]'])(
    'in what is kept otherwise: %s',
    async (recipe) => {
      const document = await placed('grow')
      const target = named(document, 'target')
      target.pluginData = { recipe }
      expect(launch(document, 'expandAgain', [target])).toBeNull()
    }
  )
})

describe('a layer that takes no data', () => {
  it('takes its image, which is replaced and taken back in the same window all the same', async () => {
    const { figma, the } = openLayers([layer('FRAME', { name: 'target' })])
    const target = named(figma.document, 'target')
    const before = figma.document.snapshot().nodes.get(target.id)
    // As the platform does in some layers: what is set is refused.
    Object.defineProperty(target, 'pluginData', { get: () => ({}), set: refuse, enumerable: true })
    Object.defineProperty(target, 'relaunchData', { get: () => ({}), set: refuse, enumerable: true })
    const window = openWindow(figma)
    const placement = placementFor('grow', the('target'))
    expect(await window.place(placement)).toBe('grown')
    expect(await window.place(placement)).toBe('grown')
    expect(await window.place(placement, { image: otherPng })).toBe('replaced')
    expect(window.takeBack()).toBe('whole')
    expect(target).toMatchObject({ width: before?.width, height: before?.height, fills: before?.fills })
  })
})

function refuse(): never {
  throw new Error('This property cannot be overridden in an instance')
}
