import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDemoOptions } from '../../../playground/demo/demo-options'
import type { DemoReport } from '../../../playground/demo/demo-report'
import { runDemo } from '../../../playground/demo/run-demo'
import { imageFill, layer, sceneOf } from '../../end-to-end/sample-scenes'

const photo = 'playground/scenes/images/coffee.png'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'full-bleed-demo-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function demo(...args: readonly string[]): Promise<DemoReport> {
  const options = readDemoOptions([...args, '--out', join(folder, 'out')])
  if (options === null) throw new Error('these arguments ask for help')
  return runDemo(options)
}

describe('the demo', () => {
  it('fills a frame that reaches past the photo by the insets', async () => {
    const report = await demo('--photo', photo, '--mode', 'fit', '--insets', '40,10%,0,25')
    expect(report.error).toBeNull()
    expect(report.placed).toEqual({
      before: { name: 'Frame', box: { x: 0, y: 0, width: 685, height: 440 }, fills: ['SOLID'] },
      after: { name: 'Frame', box: { x: 0, y: 0, width: 685, height: 440 }, fills: ['SOLID', 'IMAGE'] },
      newLayer: null
    })
  })

  it('takes an image in a new layer behind the selected one as placed', async () => {
    const picture = layer('RECTANGLE', '1:3', 'Photo', [0, 0, 120, 80], imageFill)
    const { scene } = sceneOf([layer('GROUP', '1:2', 'Group', [0, 0, 120, 80], { children: [picture] })])
    const file = join(folder, 'scene.json')
    await writeFile(file, JSON.stringify(scene))
    await mkdir(join(folder, 'images'))
    await cp(photo, join(folder, 'images', 'photo.png'))
    const report = await demo('--scene', file, '--select', 'Group', '--insets', '8,36,8,12')
    const group = { name: 'Group', box: { x: 0, y: 0, width: 120, height: 80 }, fills: [] }
    expect(report.error).toBeNull()
    expect(report.placed).toMatchObject({
      before: group,
      after: group,
      newLayer: { box: { x: -12, y: -8, width: 168, height: 96 }, fills: ['IMAGE'] }
    })
  })
})
