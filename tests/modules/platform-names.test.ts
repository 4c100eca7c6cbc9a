import { describe, expect, test } from 'vitest'
import { compileInModule } from './compile-in-module'

describe('each module compiles with what its side of the plugin has', () => {
  test.each([
    ['main', ['void figma.currentPage', 'setTimeout(() => undefined, 1)', 'void new Uint8Array(1)']],
    ['ui', ['void document.title']],
    ['raster', ['void new OffscreenCanvas(1, 1)']],
    ['service', ['void fetch("https://example.com")']],
    ['core', ['void Math.max(1, 2)']]
  ])('%s: %j', (module, lines) => {
    expect(compileInModule(module, lines)).toEqual(lines.map(() => null))
  })
})

describe('a name that its side does not have fails to compile', () => {
  test.each([
    [
      'main',
      {
        document: 'void document.title',
        AbortController: 'void new AbortController()',
        TextEncoder: 'void new TextEncoder()',
        atob: 'void atob("")',
        Blob: 'void new Blob([])',
        crypto: 'void crypto.randomUUID()',
        URL: 'void new URL("")',
        queueMicrotask: 'queueMicrotask(() => undefined)'
      }
    ],
    [
      'core',
      {
        document: 'void document.title',
        figma: 'void figma.currentPage',
        setTimeout: 'setTimeout(() => undefined, 1)',
        fetch: 'void fetch("")'
      }
    ],
    ['bridge', { figma: 'void figma.currentPage', window: 'void window.parent' }],
    ['service', { figma: 'void figma.currentPage' }],
    ['raster', { figma: 'void figma.currentPage' }],
    ['ui', { figma: 'void figma.currentPage' }]
  ])('%s', (module, probes) => {
    const complaints = compileInModule(module, Object.values(probes))
    expect(complaints).toEqual(
      Object.keys(probes).map((name) => expect.stringContaining(`'${name}'`) as unknown)
    )
  })
})
