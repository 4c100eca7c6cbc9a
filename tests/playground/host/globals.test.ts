import { describe, expect, it, test } from 'vitest'
import { outcome, startPlugin } from './start-plugin'

describe('the main thread has exactly the platform’s globals', () => {
  const present = {
    figma: 'object',
    console: 'object',
    setTimeout: 'function',
    setInterval: 'function',
    clearTimeout: 'function',
    clearInterval: 'function',
    fetch: 'function',
    structuredClone: 'function',
    __html__: 'string',
    Promise: 'function',
    Uint8Array: 'function',
    BigInt: 'function',
    Symbol: 'function'
  }
  test.each(Object.entries(present))('%s is a %s', async (name, type) => {
    expect(await outcome(`return typeof ${name}`)).toBe(`"${type}"`)
  })

  const absent = [
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
    'crypto',
    'URL',
    'URLSearchParams',
    'AbortController',
    'Blob',
    'FormData',
    'performance',
    'queueMicrotask',
    'XMLHttpRequest',
    'window',
    'document',
    'self',
    'localStorage',
    'process',
    'require',
    'WeakRef',
    'FinalizationRegistry',
    'SharedArrayBuffer',
    'InternalError',
    '__host'
  ]
  test.each(absent)('%s is not there', async (name) => {
    expect(await outcome(`return typeof ${name}`)).toBe('"undefined"')
  })

  it('adds no other global to those of the language', async () => {
    const names = await outcome(`
      return Object.keys(globalThis).sort()`)
    expect(JSON.parse(names)).toEqual([
      '__html__',
      'clearInterval',
      'clearTimeout',
      'console',
      'fetch',
      'figma',
      'setInterval',
      'setTimeout',
      'structuredClone'
    ])
  })

  it('has the six methods of console', async () => {
    const names = await outcome('return Object.keys(console).sort()')
    expect(JSON.parse(names)).toEqual(['assert', 'clear', 'error', 'info', 'log', 'warn'])
  })
})

describe('what a script does wrong is reported, never swallowed', () => {
  const cases = [
    ['throws at the top', `throw new Error('top')`, 'Error: top'],
    ['throws a string', `throw 'text'`, 'text'],
    ['has no syntax', `let let = 1`, 'SyntaxError'],
    ['rejects without a catch', `Promise.reject(new Error('lost'))`, 'Uncaught (in promise) Error: lost'],
    [
      'an async function rejects',
      `(async () => { throw new TypeError('x') })()`,
      'Uncaught (in promise) TypeError: x'
    ],
    [
      'an awaited platform promise rejects',
      `(async () => { await figma.getNodeByIdAsync(7) })()`,
      'in getNodeByIdAsync'
    ],
    ['a timer throws', `setTimeout(() => { throw new Error('late') }, 0)`, 'Error: late'],
    ['a listener rejects', `figma.on('run', async () => { throw new Error('run') })`, 'Error: run'],
    ['a chain has no end', `Promise.resolve().then(() => { throw new Error('chain') })`, 'Error: chain']
  ] as const
  test.each(cases)('%s', async (_name, source, text) => {
    const plugin = await startPlugin(source)
    await new Promise((resolve) => setTimeout(resolve, 20))
    plugin.session.close()
    expect(plugin.errors).toHaveLength(1)
    expect(plugin.errors[0]).toContain(text)
  })

  const handled = [
    `Promise.reject(1).catch(() => {})`,
    `(async () => { try { await Promise.reject(1) } catch {} })()`,
    `const p = Promise.reject(1); p.then(null, () => {})`,
    `Promise.allSettled([Promise.reject(1)])`,
    `(async () => { await Promise.race([Promise.reject(1)]).catch(() => {}) })()`
  ]
  test.each(handled)('%s is no fault', async (source) => {
    const plugin = await startPlugin(source)
    await new Promise((resolve) => setTimeout(resolve, 10))
    plugin.session.close()
    expect(plugin.errors).toEqual([])
  })
})

describe('timers', () => {
  it('run in order, can be cleared, and pass their arguments', async () => {
    const result = await outcome(`
      const seen = []
      setTimeout((word) => seen.push(word), 5, 'second')
      setTimeout(() => seen.push('first'), 0)
      clearTimeout(setTimeout(() => seen.push('never'), 1))
      const ticks = setInterval(() => { seen.push('tick'); clearInterval(ticks) }, 1)
      await new Promise((resolve) => setTimeout(resolve, 30))
      return seen`)
    const seen: unknown = JSON.parse(result)
    expect(seen).toEqual(expect.arrayContaining(['first', 'second', 'tick']))
    expect(seen).toHaveLength(3)
  })
})

describe('structuredClone', () => {
  it('copies deeply and keeps cycles', async () => {
    const result = await outcome(`
      const value = { list: [1, { deep: true }], bytes: new Uint8Array([1, 2]), when: new Date(0) }
      value.self = value
      const copy = structuredClone(value)
      copy.list[1].deep = false
      return [value.list[1].deep, copy.bytes.length, copy.self === copy, copy.when.getTime()]`)
    expect(JSON.parse(result)).toEqual([true, 2, true, 0])
  })

  it('refuses functions', async () => {
    expect(await outcome('structuredClone({ f: () => 1 })')).toMatch(/^throws .*cloned/)
  })
})
