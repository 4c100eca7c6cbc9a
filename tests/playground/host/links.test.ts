import { describe, expect, test } from 'vitest'
import { dumpScene } from '../../../playground/document/scene/rest'
import { layer, solid } from '../canvas/build-scene'
import { byName, openLayers } from './open-scene'
import { outcome, startPlugin } from './start-plugin'

const alias = (id: string) => ({ type: 'VARIABLE_ALIAS', id: `VariableID:${id}` })
const box: readonly [number, number, number, number] = [0, 0, 80, 60]
const link = {
  trigger: { type: 'ON_CLICK' },
  actions: [{ type: 'NODE', destinationId: '1:3', navigation: 'NAVIGATE', transition: null }]
}

/** A frame with everything that ties a layer to something else. */
function openLinked() {
  const boundColor = { boundVariables: { color: alias('9:1') } }
  const shadow = {
    ...{ type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 2 }, radius: 4 },
    boundVariables: { radius: alias('9:2') }
  }
  return openLayers(
    layer('FRAME', box, {
      name: 'linked',
      fills: [solid(255, 0, 0, boundColor)],
      strokes: [solid(0, 0, 0)],
      effects: [shadow],
      layoutMode: 'HORIZONTAL',
      primaryAxisSizingMode: 'FIXED',
      counterAxisSizingMode: 'FIXED',
      styles: { fill: '5:1', stroke: '5:2', effect: '5:3', grid: '5:4' },
      boundVariables: {
        size: { x: alias('1:1'), y: alias('1:2') },
        paddingLeft: alias('1:3'),
        minWidth: alias('1:4'),
        opacity: alias('1:5'),
        topLeftRadius: alias('1:6'),
        rectangleCornerRadii: { RECTANGLE_BOTTOM_LEFT_CORNER_RADIUS: alias('1:7') }
      },
      interactions: [link],
      layoutGrids: [{ pattern: 'COLUMNS', alignment: 'STRETCH', count: 4, gutterSize: 8, offset: 0 }],
      exportSettings: [{ suffix: '@2x', format: 'PNG', constraint: { type: 'SCALE', value: 2 } }]
    }),
    layer('RECTANGLE', box, { name: 'plain' }),
    layer('COMPONENT', box, { name: 'button', description: 'The one to press' })
  )
}

const noLink = 'Cannot call with documentAccess: dynamic-page. Use node.'

describe('styles', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    [
      'are read by id',
      `const { fillStyleId, strokeStyleId, effectStyleId, gridStyleId } = the('linked')
       return [fillStyleId, strokeStyleId, effectStyleId, gridStyleId]`,
      ['5:1', '5:2', '5:3', '5:4']
    ],
    ['a layer without one', `return the('plain').fillStyleId`, ''],
    [
      'fills of its own end the link of the fills alone',
      `const node = the('linked'); node.fills = node.fills; return [node.fillStyleId, node.strokeStyleId, node.effectStyleId]`,
      ['', '5:2', '5:3']
    ],
    ['so do strokes', `const node = the('linked'); node.strokes = []; return node.strokeStyleId`, ''],
    ['so do effects', `const node = the('linked'); node.effects = []; return node.effectStyleId`, ''],
    [
      'so do fills that are set asynchronously',
      `const node = the('linked'); await node.setFillsAsync(node.fills); return node.fillStyleId`,
      ''
    ],
    [
      'a resize does not',
      `const node = the('linked'); node.resizeWithoutConstraints(200, 100); return node.fillStyleId`,
      '5:1'
    ],
    [
      'one is linked by its id, and its paints come along',
      `const node = the('plain'); await node.setFillStyleIdAsync('5:1'); return [node.fillStyleId, node.fills[0].color.r]`,
      ['5:1', 1]
    ],
    [
      'a link is ended by no id, and the paints stay',
      `const node = the('linked'); await node.setFillStyleIdAsync(''); return [node.fillStyleId, node.fills.length]`,
      ['', 1]
    ]
  ]
  test.each(cases)('%s', async (_name, statements, expected) => {
    const result = await outcome(`${byName}; ${statements}`, { document: openLinked() })
    expect(JSON.parse(result)).toEqual(expected)
  })

  test.each([
    ['fillStyleId', 'setFillStyleIdAsync'],
    ['strokeStyleId', 'setStrokeStyleIdAsync'],
    ['effectStyleId', 'setEffectStyleIdAsync'],
    ['gridStyleId', 'setGridStyleIdAsync']
  ])('%s is set by %s alone', async (name, setter) => {
    const result = await outcome(`${byName}; the('linked').${name} = '5:1'`, { document: openLinked() })
    expect(result).toBe(`throws in set_${name}: ${noLink}${setter} instead`)
  })

  test('an id that there is not', async () => {
    const statements = `await the('plain').setFillStyleIdAsync('7:7')`
    expect(await outcome(`${byName}; ${statements}`, { document: openLinked() })).toBe(
      'throws in setFillStyleIdAsync: The style with id "7:7" does not exist'
    )
  })
})

describe('variables', () => {
  const bound = `const fields = () => Object.keys(the('linked').boundVariables).sort().join(' '); const node = the('linked');`
  const all = 'bottomLeftRadius effects fills height minWidth opacity paddingLeft topLeftRadius width'
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['every bound field is there', '', all],
    ['fills that are read and written keep theirs', 'node.fills = node.fills', all],
    [
      'fills of its own lose it',
      `node.fills = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]`,
      all.replace('fills ', '')
    ],
    [
      'a further paint leaves it',
      `node.fills = [...node.fills, { type: 'IMAGE', scaleMode: 'FILL', imageHash: null }]`,
      all
    ],
    [
      'a resize ends those of both sides',
      'node.resize(80, 90)',
      all.replace('height ', '').replace(' width', '')
    ],
    [
      'so does one without constraints',
      'node.resizeWithoutConstraints(81, 60)',
      all.replace('height ', '').replace(' width', '')
    ],
    ['a direct value ends the one of its field', 'node.paddingLeft = 4', all.replace('paddingLeft ', '')],
    [
      'a radius for all corners ends those of each',
      'node.cornerRadius = 4',
      all.replace('bottomLeftRadius ', '').replace('topLeftRadius ', '')
    ],
    ['filling ends that of the width', `node.layoutSizingHorizontal = 'HUG'`, all.replace(' width', '')],
    ['a move ends none', 'node.x = 40; node.rotation = 5', all]
  ]
  test.each(cases)('%s', async (_name, statements, expected) => {
    const result = await outcome(`${byName} ${bound} ${statements}; return fields()`, {
      document: openLinked()
    })
    expect(JSON.parse(result)).toBe(expected)
  })

  test('are aliases by id; a paint and an effect have their own', async () => {
    const statements = `const node = the('linked')
      return [node.boundVariables.width, node.fills[0].boundVariables, node.effects[0].boundVariables, node.boundVariables.fills]`
    const result = await outcome(`${byName}; ${statements}`, { document: openLinked() })
    expect(JSON.parse(result)).toEqual([
      alias('1:1'),
      { color: alias('9:1') },
      { radius: alias('9:2') },
      [alias('9:1')]
    ])
  })

  test('a layer without any', async () => {
    const result = await outcome(`${byName}; return the('plain').boundVariables`, { document: openLinked() })
    expect(result).toBe('{}')
  })
})

describe('what else a layer carries', () => {
  test.each([
    ['prototype links', `return the('linked').reactions`, [{ ...link, action: link.actions[0] }]],
    ['layout grids', `return the('linked').layoutGrids[0].pattern`, 'COLUMNS'],
    ['export settings', `return the('linked').exportSettings[0].suffix`, '@2x'],
    ['a component’s description', `return the('button').description`, 'The one to press'],
    ['no links', `return the('plain').reactions`, []]
  ])('%s', async (_name, statements, expected) => {
    const result = await outcome(`${byName}; ${statements}`, { document: openLinked() })
    expect(JSON.parse(result)).toEqual(expected)
  })

  test('stays through resizing, filling and moving', async () => {
    const statements = `const node = the('linked'); node.resizeWithoutConstraints(300, 200); node.fills = []; node.x = 9
      return [node.reactions.length, node.layoutGrids.length, node.exportSettings.length]`
    expect(await outcome(`${byName}; ${statements}`, { document: openLinked() })).toBe('[1,1,1]')
  })
})

test('undo brings links and bindings back', async () => {
  const document = openLinked()
  const before = JSON.stringify(dumpScene(document))
  const plugin = await startPlugin(
    `const node = figma.currentPage.children[0]; node.fills = []; node.resize(7, 7); node.effects = []`,
    { document }
  )
  plugin.session.close()
  expect(plugin.errors).toEqual([])
  expect(JSON.stringify(dumpScene(document))).not.toBe(before)
  plugin.history.undo()
  expect(JSON.stringify(dumpScene(document))).toBe(before)
})
