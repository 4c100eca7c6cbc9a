import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCommand } from '../../../playground/testing/demo'
import { imageFill, layer, photoOf, sceneOf, solidFill } from '../../end-to-end/sample-scenes'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'full-bleed-script-'))
  const { scene } = sceneOf([
    layer('RECTANGLE', '1:2', 'Photo', [0, 0, 160, 120], imageFill),
    layer('FRAME', '1:3', 'Frame', [400, 0, 200, 120], {
      ...solidFill,
      children: [layer('RECTANGLE', '1:4', 'Inner', [20, 10, 120, 90], imageFill)]
    })
  ])
  await writeFile(join(folder, 'scene.json'), JSON.stringify(scene))
  await mkdir(join(folder, 'images'))
  await writeFile(join(folder, 'images', 'photo.png'), await photoOf(160, 120))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => {
  vi.restoreAllMocks()
})

const reportSchema = v.object({
  ok: v.boolean(),
  target: v.nullable(
    v.object({ nodeId: v.string(), name: v.string(), width: v.number(), height: v.number() })
  ),
  placed: v.nullable(v.object({ before: v.looseObject({}), after: v.looseObject({}), newLayer: v.null() })),
  error: v.nullable(v.object({ title: v.string(), detail: v.string() })),
  steps: v.array(
    v.object({ step: v.unknown(), ok: v.boolean(), ms: v.number(), error: v.optional(v.string()) })
  ),
  requests: v.object({
    create: v.number(),
    query: v.number(),
    download: v.number(),
    balance: v.number(),
    other: v.number()
  }),
  creates: v.array(v.object({ fields: v.looseObject({}), atMs: v.number() })),
  window: v.array(v.string())
})

interface Run {
  readonly code: number
  readonly said: string
  readonly files: readonly string[]
  readonly report: v.InferOutput<typeof reportSchema>
  readonly out: string
}

async function run(name: string, steps: readonly unknown[], ...args: readonly string[]): Promise<Run> {
  const said: string[] = []
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((text: unknown) => said.push(String(text)))
  }
  const [script, out] = [join(folder, `${name}.json`), join(folder, name)]
  await writeFile(script, JSON.stringify(steps))
  const scene = join(folder, 'scene.json')
  const code = await runCommand(['--script', script, '--scene', scene, '--out', out, ...args])
  const report = v.parse(reportSchema, JSON.parse(await readFile(join(out, 'report.json'), 'utf8')))
  return { code, said: said.join('\n'), files: await readdir(out), report, out }
}

/** What a run says of the first step that failed; null where none did. */
const failureOf = ({ report }: Run): unknown => report.steps.find(({ ok }) => !ok) ?? null

const growSides = { choose: { group: 'What is filled', option: 'Grow sides' } }

describe('a script', () => {
  it('drives every kind of step in the built window and writes what came of them', async () => {
    const done = await run('every-step', [
      { storage: { settings: { isIntroduced: true } } },
      { move: { layer: 'Photo', x: 10, y: 0 } },
      { resize: { layer: 'Frame', left: 30, right: 40 } },
      { select: 'Photo' },
      { snapshot: 'before' },
      { open: 'expand' },
      growSides,
      { type: { field: 'Top', text: '0' } },
      { type: { field: 'Bottom', text: '0' } },
      { type: { field: 'Left', text: '0' } },
      { type: { field: 'Right', text: '0' } },
      { dragEdge: { side: 'right', by: 64 } },
      { fault: { processing: 60_000, exportDelayMs: 10 } },
      { key: 'Control+Enter' },
      { wait: 'sending' },
      { wait: 'waiting' },
      { clock: 1.5 },
      { wait: 'placed' },
      { expect: 'Expanded' },
      { hold: { button: 'Hold for original', ms: 20 } },
      { snapshot: 'placed' },
      { undo: true },
      { expect: 'Undone' },
      { press: 'Place again' },
      { wait: 'placed' },
      { press: 'Keep' },
      { expect: 'Kept' },
      { wait: 'idle' },
      { closePlugin: true },
      { fault: { processing: 0 } },
      { select: 'Frame' },
      { open: 'fillFrame' },
      { press: 'Expand' },
      { wait: 'placed' },
      { expect: 'Filled' }
    ])
    expect(failureOf(done)).toBeNull()
    expect(done.code).toBe(0)
    const { report } = done
    expect(report).toMatchObject({
      ok: true,
      target: { nodeId: '1:2', name: 'Photo', width: 160, height: 120 },
      placed: { before: { box: { width: 160 } }, after: { box: { width: 224 } } },
      error: null
    })
    expect(report.steps).toHaveLength(35)
    expect(report.window).toHaveLength(35)
    expect([report.window[3], report.window[28]]).toEqual(['', ''])
    expect(report.window.at(-1)).toContain('Filled')
    expect(report.requests).toMatchObject({ create: 2, balance: 0, other: 0 })
    expect(report.requests.query).toBeGreaterThan(1)
    expect(report.creates.map(({ fields }) => Object.keys(fields))).toEqual([
      expect.arrayContaining(['image_file', 'mask_file', 'sync']),
      expect.arrayContaining(['image_file', 'mask_file', 'sync'])
    ])
    expect(report.creates[1]?.atMs).toBeGreaterThan(report.creates[0]?.atMs ?? 0)
    expect(done.files).toEqual(
      expect.arrayContaining([
        'before.png',
        'before.json',
        'placed.png',
        'placed.json',
        'placed.window.png',
        'create-1-mask.png',
        'create-2-mask.png'
      ])
    )
    expect(done.files).not.toContain('before.window.png')
    // The photo from 10 to 170, the frame from 370 to 640; 40 units around.
    expect(await sizeOf(done.out, 'before.png')).toEqual([40 + 630 + 40, 40 + 120 + 40])
    expect(await boxOf(done.out, 'placed.json', 'Photo')).toEqual({ x: 10, y: 0, width: 224, height: 120 })
    expect(await boxOf(done.out, 'placed.json', 'Frame')).toEqual({ x: 370, y: 0, width: 270, height: 120 })
    const { images } = await readSnapshot(done.out, 'placed.json')
    expect(Object.values(images)).toContainEqual({ width: 160, height: 120 })
    expect(Object.values(images)).toHaveLength(2)
  })

  it('drives a second editor with the same document and storage', async () => {
    const done = await run('two-windows', [
      { storage: { key: null } },
      { select: 'Photo' },
      { open: 'expand' },
      { expect: 'Add API key' },
      { storage: { key: 'demo-key' }, window: 2 },
      { open: 'expand' },
      growSides,
      { select: 'Frame', window: 2 },
      { open: 'expand', window: 2 },
      { press: 'Expand' },
      { wait: 'placed' },
      { expect: 'Frame', window: 2 },
      { snapshot: 'seen by the second', window: 2 },
      { undo: true, window: 2 },
      { expect: 'Undone' }
    ])
    expect(failureOf(done)).toBeNull()
    expect(await boxOf(done.out, 'seen by the second.json', 'Photo')).toMatchObject({ width: 192 })
    expect(done.files).toContain('seen by the second.window.png')
    expect(done.report.window[10]).toContain('Expanded')
    expect(done.report.window[11]).not.toContain('Expanded')
  })

  it('is driven in Chinese, with the answer waited for and two variations', async () => {
    const done = await run(
      'chinese',
      [
        { select: 'Photo' },
        { open: 'expand' },
        { choose: { group: '扩图范围', option: '向外扩展' } },
        { press: '扩图' },
        { wait: 'placed' },
        { wait: 'idle' },
        { expect: '已扩图' }
      ],
      ...['--language', 'zh', '--request', 'single', '--variations', '2']
    )
    expect(failureOf(done)).toBeNull()
    expect(done.report.requests).toMatchObject({ create: 2 })
    expect(done.report.creates.map(({ fields }) => fields['sync'])).toEqual(['1', '1'])
  })

  it('ends with 1 at the step that failed, names it, and writes the files', async () => {
    const done = await run('failing', [
      { select: 'Photo' },
      { open: 'expand' },
      { press: 'No such button', timeoutMs: 50 },
      { snapshot: 'never' }
    ])
    expect(done.code).toBe(1)
    expect(done.said).toContain('{"press":"No such button","timeoutMs":50}')
    expect(done.report.steps.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(done.report.steps[2]?.error).toContain('the window has no control “No such button”')
    expect(done.report.error?.title).toContain('No such button')
    expect(done.files).toEqual(
      expect.arrayContaining(['report.json', 'failed.png', 'failed.json', 'failed.window.png'])
    )
    expect(done.files).not.toContain('never.png')
  })

  it('ends with 2 when the file can’t be read, and opens nothing', async () => {
    const said: string[] = []
    vi.spyOn(console, 'error').mockImplementation((text: unknown) => said.push(String(text)))
    expect(await runCommand(['--script', join(folder, 'missing.json')])).toBe(2)
    const broken = join(folder, 'broken.json')
    await writeFile(broken, '[\n  { "undo": true },\n  { "click": "Expand" }\n]')
    expect(await runCommand(['--script', broken])).toBe(2)
    expect(said).toEqual([
      expect.stringContaining('missing.json'),
      expect.stringContaining('broken.json:3: there is no step “click”')
    ])
  })
})

async function sizeOf(out: string, name: string): Promise<readonly number[]> {
  const { width, height } = await sharp(join(out, name)).metadata()
  return [width, height]
}

const box = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })
const snapshotSchema = v.object({
  document: v.object({
    children: v.tuple([
      v.object({ children: v.array(v.object({ name: v.string(), absoluteBoundingBox: box })) })
    ])
  }),
  images: v.record(v.string(), v.object({ width: v.number(), height: v.number() }))
})

async function readSnapshot(out: string, name: string): Promise<v.InferOutput<typeof snapshotSchema>> {
  return v.parse(snapshotSchema, JSON.parse(await readFile(join(out, name), 'utf8')))
}

async function boxOf(out: string, name: string, layerName: string): Promise<unknown> {
  const { document } = await readSnapshot(out, name)
  const found = document.children[0].children.find((each) => each.name === layerName)
  return found?.absoluteBoundingBox
}
