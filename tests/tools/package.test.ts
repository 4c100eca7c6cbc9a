import { beforeAll, describe, expect, it, test } from 'vitest'
import { bundledPackages, packageBytes } from '../../tools/package/bundled-packages'
import { checkPackage, type PackageFiles } from '../../tools/package/check-package'
import { packageFiles, unzip, zip } from '../../tools/package/make-package'

let files: PackageFiles
let packed: Uint8Array

beforeAll(async () => {
  files = await packageFiles()
  packed = zip(files)
})

/** The built window's code with something more in it. */
const windowWith = (more: string): PackageFiles => ({
  'build/ui.js': (files['build/ui.js'] ?? '') + more
})
const mainWith = (more: string): PackageFiles => ({ 'build/main.js': (files['build/main.js'] ?? '') + more })
const manifestWith = (text: string, other: string): PackageFiles => ({
  'manifest.json': (files['manifest.json'] ?? '').replace(text, other)
})

describe('the package of the last build', () => {
  it('is fit to ship', () => {
    expect(checkPackage(files)).toEqual([])
  })

  it('is of the same bytes each time, and unpacks to the same files', () => {
    expect(Buffer.from(zip(files)).equals(packed)).toBe(true)
    expect(unzip(packed)).toEqual(files)
  })

  it('has the manifest at its top and its code beside it', () => {
    expect(Object.keys(unzip(packed))).toEqual([
      'manifest.json',
      'build/main.js',
      'build/ui.js',
      'LICENSE',
      'THIRD-PARTY-LICENCES.txt'
    ])
  })

  it('has the licence of every package that is in it', async () => {
    const names = (await bundledPackages()).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['preact', 'comlink', 'valibot', '@create-figma-plugin/ui']))
    for (const name of names) {
      expect(files['THIRD-PARTY-LICENCES.txt']).toContain(`\n${name} `)
    }
  })
})

describe('what is not fit to ship', () => {
  test.each<[string, () => PackageFiles, RegExp]>([
    [
      'a map of the main code',
      () => mainWith('//# sourceMappingURL=main.js.map'),
      /main\.js holds a source map/
    ],
    ['a map of the window’s code', () => windowWith('//# sourceMappingURL=x'), /ui\.js holds a source map/],
    ['test code', () => windowWith(';import("vitest")'), /ui\.js holds test code/],
    ['the stand-in’s key', () => windowWith(';k="demo-key"'), /ui\.js holds a key/],
    ['a key', () => mainWith(';k="wx9k2m4xq81vbn3t7"'), /main\.js holds a key/],
    ['a path', () => windowWith(';p="/home/someone/x"'), /ui\.js holds a path/],
    ['words for the console', () => mainWith(';console.log(1)'), /main\.js holds words for the console/],
    ['another host', () => windowWith(';u="https://example.com/a"'), /names https:\/\/example\.com,/],
    ['a socket', () => mainWith(';u="wss://techhk.aoscdn.com"'), /names wss:\/\/techhk\.aoscdn\.com,/],
    ['another port', () => windowWith(';u="http://localhost:9999"'), /names http:\/\/localhost:9999,/],
    ['code as it is written', () => mainWith('\n'.repeat(2000)), /main\.js is not minified/],
    ['another file', () => ({ 'build/ui.js.map': '{}' }), /ui\.js\.map does not belong/],
    ['no licences', () => ({ 'THIRD-PARTY-LICENCES.txt': '' }), /THIRD-PARTY-LICENCES\.txt is missing/],
    [
      'a host without https',
      () => manifestWith('"https://techhk', '"http://techhk'),
      /http:\/\/techhk\.aoscdn\.com/
    ],
    ['any host', () => manifestWith('"https://techhk.aoscdn.com"', '"*"'), /^\* is not one host/],
    [
      'a development host elsewhere',
      () => manifestWith('localhost:8787', '10.0.0.1:8787'),
      /not an address of this/
    ],
    [
      'a command that is not there',
      () => manifestWith('expandAgain', 'expandTwice'),
      /expandTwice is not in the code/
    ],
    ['other code', () => manifestWith('build/main.js', 'build/other.js'), /names code that is not in/]
  ])('%s', (_, changed, told) => {
    const wrong = checkPackage({ ...files, ...changed() })
    expect(wrong).toContainEqual(expect.stringMatching(told))
  })
})

it('counts styles to the package that brings them, and nothing of ours', () => {
  const metafile = {
    inputs: {
      'src/ui/ui.tsx': { imports: [{ path: 'node_modules/kit/button.js' }, { path: '../tmp/own.js' }] },
      'node_modules/kit/button.js': { imports: [{ path: '../tmp/button.js' }] },
      'node_modules/kit/node_modules/@a/b/c.js': { imports: [] }
    },
    outputs: {
      'build/ui.js': {
        inputs: {
          'src/ui/ui.tsx': { bytesInOutput: 1 },
          '../tmp/own.js': { bytesInOutput: 2 },
          'node_modules/kit/button.js': { bytesInOutput: 10 },
          '../tmp/button.js': { bytesInOutput: 20 },
          'node_modules/kit/node_modules/@a/b/c.js': { bytesInOutput: 5 }
        }
      }
    }
  }
  expect([...packageBytes(metafile)]).toEqual([
    ['kit', 30],
    ['@a/b', 5]
  ])
})
