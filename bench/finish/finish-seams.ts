import { encodePicture, type Picture, readPicture, resize } from '../../tests/fixtures/finish/finish-image'
import { greatestDifference, ringDifference } from '../../tests/fixtures/finish/finish-measures'
import type { FinishPage } from '../../tests/fixtures/finish/finish-page'
import { driftTones, loadScenes, type Scene } from '../../tests/fixtures/finish/finish-scenes'
import type { Row } from '../report/row'

/** Uniform drift, levels. */
const drift = 6

/** Cast that grows to the right, levels. */
const cast = 10

/** Greatest mean ΔE2000 just outside the seam that counts as no seam. */
const goal = 1

interface Fault {
  readonly name: string
  readonly spoil: (scene: Scene) => Picture
  readonly quality: number | null
  /** Whether the goal applies: it does not if the result itself is that much worse. */
  readonly hasGoal: boolean
}

const generated = (scene: Scene): Picture => driftTones(scene, drift, cast, 'generated')
const everywhere = (scene: Scene): Picture => driftTones(scene, drift, cast, 'everywhere')

const faults: readonly Fault[] = [
  { name: 'clean', spoil: ({ truth }) => truth, quality: null, hasGoal: true },
  { name: 'drift in what is generated', spoil: generated, quality: null, hasGoal: true },
  { name: 'drift everywhere', spoil: everywhere, quality: null, hasGoal: true },
  { name: 'clean, JPEG 80', spoil: ({ truth }) => truth, quality: 80, hasGoal: true },
  { name: 'drift in what is generated, JPEG 80', spoil: generated, quality: 80, hasGoal: false },
  { name: 'drift everywhere, JPEG 80', spoil: everywhere, quality: 80, hasGoal: true },
  {
    name: 'drift in what is generated, half the size',
    spoil: halved(generated),
    quality: null,
    hasGoal: false
  },
  { name: 'drift everywhere, half the size', spoil: halved(everywhere), quality: null, hasGoal: true }
]

/**
 * Measures seam and known pixels over the photographs and generated images: the middle is the subject, the result is the whole
 * with a fault. Mean ΔE2000 to the truth in the 2 px outside the seam; in brackets the worst scene.
 */
export async function measureSeams(page: FinishPage): Promise<readonly Row[]> {
  const scenes = await loadScenes(null)
  const rows: Row[] = []
  let knownPlain = 0
  let knownFinished = 0
  for (const { name, spoil, quality, hasGoal } of faults) {
    const plain: number[] = []
    const finished: number[] = []
    for (const scene of scenes) {
      const { truth, subject, sent } = scene
      const bytes = await encodePicture(spoil(scene), quality)
      const stretched = asPlaced(await readPicture(bytes), truth)
      plain.push(ringDifference(stretched, truth, subject).mean)
      knownPlain = Math.max(knownPlain, greatestDifference(stretched, truth, subject))
      const result = await page.finish(bytes, sent, { matchSeam: true, keepPixels: true })
      if (!result.ok) {
        throw new Error(`${scene.name}, ${name}: ${JSON.stringify(result.failure)}`)
      }
      const made = await readPicture(result.value.bytes)
      finished.push(ringDifference(made, truth, subject).mean)
      knownFinished = Math.max(knownFinished, greatestDifference(made, truth, subject))
    }
    rows.push({
      what: `seam, ΔE2000 outside the rim: ${name}`,
      measured: `${mean(finished).toFixed(2)} (${Math.max(...finished).toFixed(2)})`,
      beside: `as it came: ${mean(plain).toFixed(2)} (${Math.max(...plain).toFixed(2)})`,
      ratio: mean(plain) === 0 ? '–' : (mean(finished) / mean(plain)).toFixed(2),
      goal: hasGoal ? `≤ ${goal} (mean)` : 'less than as it came',
      isMet: hasGoal ? mean(finished) <= goal : mean(finished) < mean(plain)
    })
  }
  rows.push({
    what: 'kept pixels, greatest difference of a channel over all of these',
    measured: `${knownFinished} levels`,
    beside: `as it came: ${knownPlain} levels`,
    ratio: '–',
    goal: '0',
    isMet: knownFinished === 0
  })
  return rows
}

function halved(spoil: (scene: Scene) => Picture): (scene: Scene) => Picture {
  return (scene) => {
    const { width, height } = scene.truth
    return resize(spoil(scene), { width: Math.round(width / 2), height: Math.round(height / 2) })
  }
}

/** Returns the result as a fill shows it: edge to edge. */
function asPlaced(image: Picture, truth: Picture): Picture {
  return image.width === truth.width && image.height === truth.height ? image : resize(image, truth)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
