import type { Size } from '../../src/core/geometry/size'
import type { Box } from '../../src/raster/canvas/box'
import { type Registration } from '../../src/raster/finish/register/registration'
import { crop, encodePicture, type Picture, resize } from '../../tests/fixtures/finish/finish-image'
import type { FinishPage } from '../../tests/fixtures/finish/finish-page'
import { loadScenes, makeScene, type Scene } from '../../tests/fixtures/finish/finish-scenes'
import type { Row } from '../report/row'

/** A result of a scene, and the canvas's registration in it. */
interface Spoilt {
  readonly result: Picture
  readonly map: Registration
}

interface Fault {
  readonly name: string
  readonly spoil: (scene: Scene) => Spoilt
  readonly goal: number
}

/** Share of the canvas that is added as an extra side of the result. */
const extraShare = 0.1

const sizeErrors = [-2, -1, 1, 2].map((pixels): Fault => ({
  name: `${Math.abs(pixels)} px ${pixels < 0 ? 'smaller' : 'larger'} on both axes`,
  spoil: ({ truth }) => resized(truth, { width: truth.width + pixels, height: truth.height + pixels }),
  goal: 0.5
}))

const faults: readonly Fault[] = [
  {
    name: 'clean',
    spoil: ({ truth }) => ({ result: truth, map: { scaleX: 1, scaleY: 1, x0: 0, y0: 0 } }),
    goal: 0.1
  },
  ...sizeErrors,
  {
    name: 'half the size',
    spoil: ({ truth }) =>
      resized(truth, { width: Math.round(truth.width / 2), height: Math.round(truth.height / 2) }),
    goal: 0.5
  }
]

/**
 * Measures the registration: the greatest error at the subject's corners over the photographs, canvas px, beside the error of an
 * edge-to-edge placement.
 */
export async function measurePlaces(page: FinishPage): Promise<readonly Row[]> {
  const scenes = (await loadScenes(null)).slice(0, 3)
  const rows: Row[] = []
  for (const { name, spoil, goal } of faults) {
    rows.push(
      await row(
        page,
        name,
        goal,
        scenes.map((scene) => ({ scene, spoilt: spoil(scene) }))
      )
    )
  }
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const cases = await Promise.all(scenes.map(({ truth }) => withExtraSide(truth, side)))
    rows.push(await row(page, `a tenth more at the ${side}`, 0.1, cases))
  }
  const large = (await loadScenes(4096)).slice(0, 3)
  const small = large.map((scene) => ({
    scene,
    spoilt: resized(scene.truth, {
      width: 1024,
      height: Math.round((1024 * scene.truth.height) / scene.truth.width)
    })
  }))
  rows.push(await row(page, '1024 px for a canvas of 4096', 0.5, small))
  return rows
}

async function row(
  page: FinishPage,
  name: string,
  goal: number,
  cases: readonly { readonly scene: Scene; readonly spoilt: Spoilt }[]
): Promise<Row> {
  let found = 0
  let plain = 0
  for (const { scene, spoilt } of cases) {
    const { result, map } = spoilt
    const bytes = await encodePicture(result, null)
    const finished = await page.finish(bytes, scene.sent, { matchSeam: false, keepPixels: false })
    if (!finished.ok) {
      throw new Error(`${scene.name}, ${name}: ${JSON.stringify(finished.failure)}`)
    }
    const { width, height } = scene.truth
    const edgeToEdge = { scaleX: result.width / width, scaleY: result.height / height, x0: 0, y0: 0 }
    found = Math.max(found, placeError(finished.value.place.map, map, scene.subject))
    plain = Math.max(plain, placeError(edgeToEdge, map, scene.subject))
  }
  return {
    what: `place of the subject: ${name}`,
    measured: `${found.toFixed(2)} px`,
    beside: `edge to edge: ${plain.toFixed(2)} px`,
    ratio: plain === 0 ? '–' : (found / plain).toFixed(2),
    goal: `≤ ${goal} px`,
    isMet: found <= goal
  }
}

function resized(truth: Picture, size: Size): Spoilt {
  const map = { scaleX: size.width / truth.width, scaleY: size.height / truth.height, x0: 0, y0: 0 }
  return { result: resize(truth, size), map }
}

/** Makes a scene whose result is the whole image and whose canvas is a part of it. */
async function withExtraSide(
  image: Picture,
  side: 'top' | 'right' | 'bottom' | 'left'
): Promise<{ readonly scene: Scene; readonly spoilt: Spoilt }> {
  const isDown = side === 'top' || side === 'bottom'
  const length = isDown ? image.height : image.width
  const extra = length - Math.round(length / (1 + extraShare))
  const canvas: Box = {
    left: side === 'left' ? extra : 0,
    top: side === 'top' ? extra : 0,
    width: image.width - (isDown ? 0 : extra),
    height: image.height - (isDown ? extra : 0)
  }
  const map = { scaleX: 1, scaleY: 1, x0: canvas.left, y0: canvas.top }
  return { scene: await makeScene(side, crop(image, canvas)), spoilt: { result: image, map } }
}

/** Computes the greatest error of the subject's corners, canvas px. */
function placeError(found: Registration, truth: Registration, { left, top, width, height }: Box): number {
  const across = [left, left + width].map(
    (x) => Math.abs((found.scaleX - truth.scaleX) * x + found.x0 - truth.x0) / truth.scaleX
  )
  const down = [top, top + height].map(
    (y) => Math.abs((found.scaleY - truth.scaleY) * y + found.y0 - truth.y0) / truth.scaleY
  )
  return Math.max(...across, ...down)
}
