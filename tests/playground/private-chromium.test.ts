import { existsSync } from 'node:fs'
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { privateFolder } from '../../playground/chromium/private-folder'
import { unpackOnce } from '../../playground/chromium/unpack-once'
import { unpackedChromium } from '../../playground/chromium/unpacked-chromium'

const uid = process.getuid?.() ?? 0

let parent: string
let said: string[]
const say = (sentence: string): void => {
  said.push(sentence)
}

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'private-chromium-'))
  said = []
})
afterEach(() => rm(parent, { recursive: true, force: true }))

/** The file type and the rights of a path, and not of what it links to. */
async function rightsOf(path: string): Promise<readonly [boolean, number]> {
  const status = await lstat(path)
  return [status.isDirectory(), status.mode & 0o777]
}

// Windows has neither user ids nor these rights, and no bundled Chromium.
describe.skipIf(process.platform === 'win32')('a private folder', () => {
  const open = (asUid = uid) => privateFolder({ parent, name: 'ours', uid: asUid, say })

  test('is made with rights for nobody else, and used again', async () => {
    const made = await open()
    expect(made).toEqual({ path: join(parent, 'ours'), isFresh: false })
    expect(await rightsOf(made.path)).toEqual([true, 0o700])
    await writeFile(join(made.path, 'kept'), '')
    expect(await open()).toEqual(made)
    expect([await readdir(made.path), said]).toEqual([['kept'], []])
  })

  const planted: readonly (readonly [string, () => Promise<void>, RegExp])[] = [
    ...[0o777, 0o770, 0o755, 0o740, 0o710, 0o704, 0o701, 0o1777].map(
      (mode) =>
        [
          `a folder with the rights ${mode.toString(8)}`,
          async () => {
            await mkdir(join(parent, 'ours'))
            await chmod(join(parent, 'ours'), mode)
          },
          /other users have rights/
        ] as const
    ),
    [
      'a link to a private folder',
      async () => {
        await mkdir(join(parent, 'elsewhere'), { mode: 0o700 })
        await symlink(join(parent, 'elsewhere'), join(parent, 'ours'))
      },
      /no folder/
    ],
    ['a link to nothing', () => symlink(join(parent, 'nothing'), join(parent, 'ours')), /no folder/],
    ['a file', () => writeFile(join(parent, 'ours'), '', { mode: 0o700 }), /no folder/]
  ]
  test.each(planted)('is fresh when %s was there first, and says so', async (_, plant, why) => {
    await plant()
    await expectFresh(await open(), why)
  })

  test('is fresh when the one that was there first belongs to another user, and says so', async () => {
    await mkdir(join(parent, 'ours'), { mode: 0o700 })
    await expectFresh(await open(uid + 1), /belongs to another user/)
  })

  async function expectFresh(folder: Awaited<ReturnType<typeof open>>, why: RegExp): Promise<void> {
    expect(folder.isFresh).toBe(true)
    expect(folder.path.startsWith(join(parent, 'ours-'))).toBe(true)
    expect([await rightsOf(folder.path), await readdir(folder.path)]).toEqual([[true, 0o700], []])
    expect(said).toEqual([expect.stringMatching(why)])
    expect(said[0]).toContain(folder.path)
  }

  test('is an error when it cannot be made', async () => {
    await expect(privateFolder({ parent: join(parent, 'none'), name: 'ours', uid, say })).rejects.toThrow(
      'ENOENT'
    )
  })
})

describe('unpacking once', () => {
  const folder = (): string => join(parent, 'whole')
  const fill = (into: string, text: string): Promise<void> => writeFile(join(into, 'chromium'), text)
  const filledBy = (): Promise<string> => readFile(join(folder(), 'chromium'), 'utf8')

  test('leaves a whole folder alone', async () => {
    await mkdir(folder())
    await unpackOnce(folder(), () => Promise.reject(new Error('unpacked again')))
    expect(await readdir(parent)).toEqual(['whole'])
  })

  test('shows the folder only when it is whole', async () => {
    await unpackOnce(folder(), async (into) => {
      await fill(into, 'half')
      expect(existsSync(folder())).toBe(false)
      await fill(into, 'whole')
    })
    expect([await readdir(parent), await filledBy()]).toEqual([['whole'], 'whole'])
  })

  test('of several at once takes one folder for all, and leaves nothing else', async () => {
    const count = 4
    let begun = 0
    let open: () => void = () => undefined
    const allHaveBegun = new Promise<void>((resolve) => {
      open = resolve
    })
    const unpackings = Array.from({ length: count }, () =>
      unpackOnce(folder(), async (into) => {
        begun += 1
        if (begun === count) open()
        await allHaveBegun
        await fill(into, 'whole')
      })
    )
    await Promise.all(unpackings)
    expect([begun, await readdir(parent), await filledBy()]).toEqual([count, ['whole'], 'whole'])
  })

  test('takes the folder of another that was done meanwhile', async () => {
    await unpackOnce(folder(), async (into) => {
      await unpackOnce(folder(), (other) => fill(other, 'the quick one'))
      await fill(into, 'the slow one')
    })
    expect([await readdir(parent), await filledBy()]).toEqual([['whole'], 'the quick one'])
  })

  test('takes nothing from a process that died, and removes what it left, but nothing of another folder’s', async () => {
    await mkdir(join(parent, 'unpacking-whole-dead'))
    await fill(join(parent, 'unpacking-whole-dead'), 'half')
    await mkdir(join(parent, 'unpacking-other-alive'))
    await unpackOnce(folder(), (into) => fill(into, 'whole'))
    expect((await readdir(parent)).sort()).toEqual(['unpacking-other-alive', 'whole'])
    expect(await filledBy()).toBe('whole')
  })

  test('fails when unpacking fails, leaves nothing, and can be tried again', async () => {
    const full = async (into: string): Promise<void> => {
      await fill(into, 'half')
      throw new Error('no space left')
    }
    await expect(unpackOnce(folder(), full)).rejects.toThrow('no space left')
    expect(await readdir(parent)).toEqual([])
    await unpackOnce(folder(), (into) => fill(into, 'whole'))
    expect(await filledBy()).toBe('whole')
  })
})

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('the bundled Chromium', () => {
  const temporaryDirectory = process.env['TMPDIR']
  beforeEach(() => {
    process.env['TMPDIR'] = parent
  })
  afterEach(() => {
    if (temporaryDirectory === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporaryDirectory
  })

  const planted = '#!/bin/sh\necho another user’s\n'
  const ours = (): string => join(parent, `full-bleed-${uid}`)

  async function expectBundled(path: string): Promise<void> {
    expect((await readFile(path)).subarray(0, 4).toString('latin1')).toBe('\x7fELF')
    expect(await readFile(join(dirname(path), 'libGLESv2.so'), 'latin1')).not.toContain(planted)
    expect(await rightsOf(dirname(dirname(path)))).toEqual([true, 0o700])
  }

  test('is none that another user has put into the temporary directory, and is used again', async () => {
    const { version } = v.parse(
      v.object({ version: v.string() }),
      JSON.parse(await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8'))
    )
    const unpacked = join(ours(), `chromium-${version}`)
    await mkdir(unpacked, { recursive: true })
    await chmod(ours(), 0o777)
    for (const directory of [parent, unpacked]) {
      for (const name of ['chromium', 'chromium.unpacked', 'libGLESv2.so']) {
        await writeFile(join(directory, name), planted, { mode: 0o755 })
      }
    }
    const fresh = await unpackedChromium(say)
    expect(dirname(dirname(dirname(fresh)))).toBe(parent)
    expect([parent, unpacked]).not.toContain(dirname(fresh))
    await expectBundled(fresh)
    expect(said).toEqual([expect.stringMatching(/other users have rights/)])

    // Unpacked by us into a folder that is ours alone: as a run before would have left it.
    await rm(ours(), { recursive: true })
    await rename(dirname(dirname(fresh)), ours())
    const { ino } = await lstat(join(unpacked, 'chromium'))
    const path = await unpackedChromium(say)
    expect(path).toBe(join(unpacked, 'chromium'))
    expect((await lstat(path)).ino).toBe(ino)
    await expectBundled(path)
    expect(said).toHaveLength(1)
  })

  test('is neither loaded nor called in a process of ours', async () => {
    const folders = ['bench', 'bundling', 'playground', 'src', 'tests', 'tools']
    const files = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })))
    const paths = files.flatMap((names, index) =>
      names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folders[index] ?? '', name))
    )
    expect(paths).toContain(join('playground', 'chromium', 'unpacked-chromium.ts'))
    for (const path of paths) {
      expect(await readFile(path, 'utf8')).not.toMatch(/(?:from|import\(|require\()\s*'@sparticuz/)
    }
  })
})
