import { describe, expect, it, test } from 'vitest'
import { copyFromUi, describeMessage } from '../../../playground/host/window/plugin-message'
import { outcome, startPlugin, wait } from './start-plugin'

/** Posts a value from main and gives what the window gets. */
async function postFromMain(expression: string): Promise<unknown> {
  const plugin = await startPlugin(`figma.showUI(__html__); figma.ui.postMessage(${expression})`)
  plugin.session.close()
  expect(plugin.errors).toEqual([])
  expect(plugin.posted).toHaveLength(1)
  return plugin.posted[0]
}

describe('main → UI: what may be sent is copied', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['undefined', undefined],
    ['null', null],
    ['-0', -0],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['"text"', 'text'],
    ['{ list: [1, { deep: true }], none: undefined }', { list: [1, { deep: true }], none: undefined }],
    ['new Date(7)', new Date(7)],
    ['new Uint8Array([1, 2, 3])', new Uint8Array([1, 2, 3])],
    ['new Uint8Array([1, 2, 3]).subarray(1, 2)', new Uint8Array([2])],
    ['new Error("lost")', {}],
    ['{ f: () => 1, kept: 1 }', { kept: 1 }],
    ['new (class { constructor() { this.a = 1 } get b() { return 2 } })()', { a: 1 }],
    [`JSON.parse('{"__proto__": 1}')`, Object.fromEntries([['__proto__', 1]])]
  ]
  test.each(cases)('%s', async (expression, expected) => {
    expect(await postFromMain(expression)).toStrictEqual(expected)
  })

  it('what main changes afterwards does not arrive', async () => {
    const plugin = await startPlugin(`
      figma.showUI(__html__)
      const bytes = new Uint8Array([1])
      const message = { bytes }
      figma.ui.postMessage(message)
      bytes[0] = 2`)
    plugin.session.close()
    expect(plugin.posted).toEqual([{ bytes: new Uint8Array([1]) }])
  })
})

describe('main → UI: what may not be sent throws', () => {
  test.each([
    ['figma.mixed', 'symbol'],
    ['{ deep: [figma.mixed] }', 'symbol'],
    ['Symbol()', 'symbol'],
    ['new ArrayBuffer(3)', 'ArrayBuffer'],
    ['{ buffer: new Uint8Array(1).buffer }', 'ArrayBuffer'],
    ['new Float32Array(1)', 'Float32Array'],
    ['new Uint8ClampedArray(1)', 'Uint8ClampedArray'],
    ['new Map()', 'Map'],
    ['new Set()', 'Set']
  ])('%s', async (expression, what) => {
    const result = await outcome(`figma.showUI(__html__); figma.ui.postMessage(${expression})`)
    expect(result).toBe(`throws in postMessage: Cannot unwrap ${what}`)
  })

  it('a cycle', async () => {
    const result = await outcome(`figma.showUI(__html__); const a = {}; a.a = a; figma.ui.postMessage(a)`)
    expect(result).toMatch(/^throws Cannot unwrap a cyclic object/)
  })
})

describe('UI → main', () => {
  test.each([
    ['plain values', { a: [1, 'x', null, undefined], d: new Date(3), b: new Uint8Array([5]) }],
    ['a string', 'hello']
  ])('%s are copied', (_name, value) => {
    expect(copyFromUi(value)).toStrictEqual(value)
  })

  it('an Error arrives as an empty object', () => {
    expect(copyFromUi({ error: new Error('x') })).toStrictEqual({ error: {} })
  })

  test.each([
    ['Blob', new Blob(['x'])],
    ['ArrayBuffer', new ArrayBuffer(2)],
    ['Map', new Map()],
    ['Uint16Array', new Uint16Array(1)],
    ['Uint8ClampedArray', new Uint8ClampedArray(1)]
  ])('%s is not delivered', (name, value) => {
    expect(() => copyFromUi({ deep: [value] })).toThrow(name)
  })

  it('reaches every listener, in order, and says what could not be delivered', async () => {
    const plugin = await startPlugin(`
      figma.showUI(__html__)
      figma.ui.onmessage = (message) => console.log('property', message)
      figma.ui.on('message', (message, { origin }) => console.log('listener', message, origin))
      figma.ui.once('message', (message) => console.log('once', message))
      const gone = () => console.log('never')
      figma.ui.on('message', gone)
      figma.ui.off('message', gone)`)
    plugin.session.receive('a')
    plugin.session.receive(new Map())
    plugin.session.receive('b')
    plugin.session.close()
    expect(plugin.console).toEqual([
      'property a',
      'listener a null',
      'once a',
      'property b',
      'listener b null'
    ])
    expect(plugin.errors).toEqual([expect.stringContaining('Map cannot be sent')])
  })

  it('an onmessage that is set anew replaces the old one', async () => {
    const plugin = await startPlugin(`
      figma.showUI(__html__)
      figma.ui.onmessage = () => console.log('old')
      figma.ui.onmessage = () => console.log('new')
      if (typeof figma.ui.onmessage !== 'function') throw new Error('cannot be read')`)
    plugin.session.receive(1)
    plugin.session.close()
    expect(plugin.console).toEqual(['new'])
    expect(plugin.errors).toEqual([])
  })

  it('carries bytes both ways', async () => {
    const plugin = await startPlugin(`
      figma.showUI(__html__)
      figma.ui.onmessage = ({ bytes }) => figma.ui.postMessage(bytes.map((byte) => byte + 1))`)
    plugin.session.receive({ bytes: new Uint8Array([1, 254]) })
    await wait(0)
    plugin.session.close()
    expect(plugin.posted).toStrictEqual([new Uint8Array([2, 255])])
  })
})

describe('the window', () => {
  it('is opened, sized and closed by main', async () => {
    const plugin = await startPlugin(`
      figma.showUI('<b>hi</b>', { width: 320, height: 200, themeColors: true })
      figma.ui.resize(10, 300); figma.ui.hide(); figma.ui.show(); figma.ui.close()`)
    plugin.session.close()
    expect(plugin.windowCalls.slice(0, 5)).toEqual([
      'open <b>hi</b> 320x200 themed',
      'resize 70x300',
      'hide',
      'show',
      'close'
    ])
  })

  test.each([
    [`figma.showUI(7)`, 'throws in showUI: Expected "html" to have type string but got number instead'],
    [
      `figma.showUI('', { widht: 7 })`,
      "throws in showUI: Property 'options' failed validation: Unrecognized key(s) in object: 'widht'"
    ],
    [
      `figma.showUI(''); figma.ui.resize('1', 2)`,
      'throws in resize: Expected "width" to have type number but got string instead'
    ],
    [
      `figma.showUI(''); figma.ui.on('selectionchange', () => {})`,
      'throws in on: "selectionchange" is not a valid event type'
    ]
  ])('%s', async (statements, expected) => {
    expect(await outcome(statements)).toBe(expected)
  })
})

it('messages are shown with the length of their bytes', () => {
  expect(describeMessage({ a: [new Uint8Array(9)], when: null })).toEqual({ a: [{ bytes: 9 }], when: null })
})
