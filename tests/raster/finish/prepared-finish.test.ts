import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodePicture, type Picture, resize } from '../../fixtures/finish/finish-image'
import { type FinishPage, openFinishPage } from '../../fixtures/finish/finish-page'
import { driftTones, loadScenes, type Scene } from '../../fixtures/finish/finish-scenes'
import { withExtraSide } from './register/matched-images'

const scenes = await loadScenes(null)
const [scene] = scenes
if (scene === undefined) throw new Error('no scene')

const generated = (of: Scene): Picture => driftTones(of, 6, 10, 'generated')
const everywhere = (of: Scene): Picture => driftTones(of, 6, 10, 'everywhere')
const halved = ({ truth }: Scene): Picture =>
  resize(truth, { width: Math.round(truth.width / 2), height: Math.round(truth.height / 2) })

let page: FinishPage
beforeAll(async () => {
  page = await openFinishPage()
})
afterAll(() => page.close())

describe('an image finished with what was prepared is the one that is made with nothing prepared', () => {
  test.each(scenes.map((each) => [each.name, each] as const))(
    '%s: two variations in a row, of which the first spoils nothing for the second',
    async (_name, each) => {
      const results = [await encodePicture(generated(each), 90), await encodePicture(everywhere(each), null)]
      for (const keepPixels of [false, true]) {
        expect(
          await page.receivePrepared(results, each.sent, null, { matchSeam: true, keepPixels }, 'held')
        ).toEqual(Array(2).fill({ isSame: true, decodesLayer: false }))
      }
    }
  )

  test('of another size than was expected, and of the expected one after it', async () => {
    const results = await Promise.all(
      [halved(scene), withExtraSide(scene.truth, 'top', 0.1), everywhere(scene)].map((result) =>
        encodePicture(result, null)
      )
    )
    const options = { matchSeam: true, keepPixels: true }
    expect(await page.receivePrepared(results, scene.sent, null, options, 'held')).toEqual(
      Array(3).fill({ isSame: true, decodesLayer: false })
    )
  })

  test('that returns what was sent', async () => {
    const upload = await page.compose(scene.sent)
    const options = { matchSeam: true, keepPixels: true }
    const canvas = { upload, mask: upload }
    expect(await page.receivePrepared([upload, upload], scene.sent, canvas, options, 'held')).toEqual(
      Array(2).fill({ isSame: true, decodesLayer: false })
    )
  })

  test.each(['released', 'replaced'] as const)('after it was %s, which is made up for', async (until) => {
    const results = [await encodePicture(everywhere(scene), 90)]
    const options = { matchSeam: true, keepPixels: false }
    expect(await page.receivePrepared(results, scene.sent, null, options, until)).toEqual([
      { isSame: true, decodesLayer: true }
    ])
  })

  test('where it cannot be prepared, and neither finished', async () => {
    const results = [await encodePicture(everywhere(scene), 90)]
    const unreadable = {
      ...scene.sent,
      layers: scene.sent.layers.map((layer) => ({ ...layer, image: new Uint8Array([9]) }))
    }
    const options = { matchSeam: true, keepPixels: false }
    expect(await page.receivePrepared(results, unreadable, null, options, 'held')).toMatchObject([
      { isSame: true }
    ])
  })
})
