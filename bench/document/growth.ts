import { fileURLToPath } from 'node:url'
import { encodePicture, readPicture, resize } from '../../tests/fixtures/finish/finish-image'
import { openFinishPage } from '../../tests/fixtures/finish/finish-page'
import { driftTones, makeScene } from '../../tests/fixtures/finish/finish-scenes'
import { openPixelPage } from '../../tests/fixtures/pixels/pixel-page'
import { median } from '../report/median'
import { expandBanners } from './load'
import { openMaskVm } from './mask-in-vm'

/** Megapixels and width, px, of images of ratio 2:1. */
const images = [
  [0.25, 708],
  [1, 1416],
  [4, 2832],
  [16, 4096]
] as const

const targets = [1, 10, 100] as const

const turns = 3

const photograph = readPicture(
  fileURLToPath(new URL('../../playground/scenes/images/coffee.png', import.meta.url))
)

/** Grain of an ordinary photograph, levels. */
const grain = 3

/** One row of the second table: a step's cost, in total and for each unit of work. */
interface GrowthRow {
  readonly step: string
  readonly costs: readonly string[]
}

export interface GrowthTable {
  readonly columns: readonly string[]
  readonly rows: readonly GrowthRow[]
}

/** Measures each step's time from 0.25 to 16 megapixels, ms and ms for each megapixel; medians. */
export async function measurePixelGrowth(): Promise<GrowthTable> {
  const page = await openPixelPage()
  const finishing = await openFinishPage()
  const vm = await openMaskVm()
  const steps = {
    'upload, four sides': [] as string[],
    'upload, canvas': [] as string[],
    thumbnail: [] as string[],
    'mask, in QuickJS': [] as string[],
    'finish, under the live original': [] as string[],
    'finish, own pixels kept': [] as string[],
    'decode and encode (floor)': [] as string[]
  }
  try {
    for (const [megapixels, width] of images) {
      const height = Math.round((megapixels * 1_048_576) / width)
      await page.hold({ width, height }, grain)
      const cost = (ms: readonly number[]): string =>
        `${median(ms).toFixed(0)} ms (${(median(ms) / megapixels).toFixed(0)}/MP)`
      const sides = await page.time('sides', turns)
      steps['upload, four sides'].push(cost(sides.ours))
      steps['upload, canvas'].push(cost((await page.time('canvas', turns)).ours))
      steps.thumbnail.push(cost((await page.time('thumbnail', turns)).ours))
      steps['decode and encode (floor)'].push(cost(sides.floor))
      steps['mask, in QuickJS'].push(cost(vm.timeMask(Math.round(Math.sqrt(width * height)), turns)))
      const scene = await makeScene('growth', resize(await photograph, { width, height }))
      const result = await encodePicture(driftTones(scene, 6, 10, 'everywhere'), 92)
      const finish = async (keepPixels: boolean): Promise<readonly number[]> => {
        const options = { matchSeam: true, keepPixels }
        const mime = keepPixels ? 'image/png' : 'image/jpeg'
        return (await finishing.time(result, scene.sent, options, mime, turns)).ours
      }
      steps['finish, under the live original'].push(cost(await finish(false)))
      steps['finish, own pixels kept'].push(cost(await finish(true)))
    }
  } finally {
    vm.close()
    await Promise.all([page.close(), finishing.close()])
  }
  return {
    columns: images.map(([megapixels]) => `${megapixels} MP`),
    rows: Object.entries(steps).map(([step, costs]) => ({ step, costs }))
  }
}

/** Measures a queue of 1 to 100 targets: the window's and the main thread's own work, and the wait. */
export async function measureTargetGrowth(): Promise<GrowthTable> {
  const own: string[] = []
  const waited: string[] = []
  for (const banners of targets) {
    const startMs = performance.now()
    const { seconds } = await expandBanners('local', { banners, variants: 1 })
    const ms = performance.now() - startMs
    own.push(`${ms.toFixed(0)} ms (${(ms / banners).toFixed(0)} each)`)
    waited.push(`${seconds.toFixed(0)} s (${(seconds / banners).toFixed(1)} each)`)
  }
  return {
    columns: targets.map((count) => `${count} ${count === 1 ? 'target' : 'targets'}`),
    rows: [
      { step: 'code of both threads, the stand-in’s included', costs: own },
      { step: 'first to last request, at the service’s rate (virtual time)', costs: waited }
    ]
  }
}
