import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { chooseMode, findNode, openPlugin } from '../../playground/testing/demo'
import { playgroundPluginId, type SceneNode } from '../../playground/testing/document'
import type { FrameObstacle } from '../../src/core/plan/plan-frame'
import type { DraftObstacle } from '../../src/ui/draft/read-draft'
import { english } from '../../src/ui/words/english'
import { type Explanation, say } from '../../src/ui/words/say'
import { someRows } from '../some-rows'
import { anyWords, failurePatterns, patternOf, placedTitle } from './expected-words'
import {
  expectNoPluginErrors,
  openOn,
  openPluginSession,
  type PluginSession,
  unmarked
} from './plugin-session'
import { imageFill, layer, photoOf, sceneOf, solidFill } from './sample-scenes'

const green = { fills: [{ type: 'SOLID', color: { r: 0, g: 1, b: 0, a: 1 } }] } as const

const pale = { fills: [{ type: 'SOLID', color: { r: 0.9, g: 0.9, b: 0.85, a: 1 } }] } as const

/** A layer turned about its top left corner, at `x`, `y` of its parent. */
function turned(x: number, y: number, degrees: number): Readonly<Record<string, unknown>> {
  const angle = (degrees / 180) * Math.PI
  return {
    relativeTransform: [
      [Math.cos(angle), -Math.sin(angle), x],
      [Math.sin(angle), Math.cos(angle), y]
    ]
  }
}

let column = 0
/** A frame of 160 × 120 on a place of its own on the page: small, as most of the time goes by its pixels. */
function frame(
  name: string,
  children: readonly SceneNode[],
  more: Readonly<Record<string, unknown>> = {},
  type = 'FRAME'
): SceneNode {
  column++
  return layer(type, `9:${column}`, name, [(column % 6) * 400, Math.floor(column / 6) * 400, 160, 120], {
    ...pale,
    clipsContent: true,
    ...more,
    children
  })
}

const subject = (
  id: string,
  box: readonly [number, number, number, number],
  more: Readonly<Record<string, unknown>> = {}
): SceneNode => layer('RECTANGLE', id, `Photo ${id}`, box, { ...imageFill, ...more })

let session: PluginSession

beforeAll(async () => {
  // Shown at 60 × 45: sent at four thirds of the size on the page, which leaves fractions of pixels, or at twice that size.
  const whole = await photoOf(240, 180)
  const middle = (width: number, height: number): Promise<Buffer> =>
    sharp(whole)
      .extract({ left: (240 - width) / 2, top: (180 - height) / 2, width, height })
      .toBuffer()
  const photo = await middle(80, 60)
  const finePhoto = await middle(120, 90)
  const wholeFill = { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'whole' }] }
  const fineFill = { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'fine' }] }
  const disc = Buffer.from('<svg width="120" height="90"><circle cx="60" cy="45" r="40" fill="#fff"/></svg>')
  const cutOut = await sharp(finePhoto)
    .composite([{ input: disc, blend: 'dest-in' }])
    .png()
    .toBuffer()
  const cutOutFill = { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'cut-out' }] }
  session = await openPluginSession({
    scene: sceneOf(
      [
        frame('Opaque', [
          subject('2:1', [20, 15, 60, 45], fineFill),
          layer('TEXT', '2:2', 'Title', [25, 25, 130, 24], {
            ...green,
            characters: 'Live on top',
            style: { fontFamily: 'Inter', fontWeight: 700, fontSize: 20 }
          })
        ]),
        frame('Rotated', [subject('2:3', [0, 0, 60, 45], turned(60, 30, 25))]),
        frame('Rounded', [subject('2:4', [40.5, 30.25, 60, 45], { cornerRadius: 12 })]),
        frame('Cut-out', [subject('2:5', [30, 20, 90, 67.5], cutOutFill)]),
        frame('Fractions', [subject('2:6', [16.3, 20.7, 55.6, 41.7])]),
        frame('Several', [subject('2:7', [10, 10, 60, 45]), subject('2:8', [90, 60, 60, 45])]),
        frame('Component', [subject('2:9', [20, 15, 60, 45])], {}, 'COMPONENT'),
        frame('Round frame', [subject('2:10', [0, 0, 80, 120], wholeFill)], { cornerRadius: 20 }),
        frame('Turned frame', [subject('2:11', [30, 20, 60, 45])], turned(900, 900, -15)),
        frame('Auto layout', [subject('2:12', [10, 10, 60, 45])], {
          layoutMode: 'VERTICAL',
          paddingLeft: 10,
          paddingTop: 10
        }),
        frame('Covered', [subject('2:13', [-5, -5, 170, 130])]),
        frame('Outside', [subject('2:14', [200, 15, 60, 45])], { clipsContent: false }),
        frame('See-through', [subject('2:15', [20, 15, 60, 45], { opacity: 0.5 })]),
        frame('Blended', [subject('2:16', [20, 15, 60, 45], { blendMode: 'MULTIPLY' })]),
        frame('Beneath others', [
          layer('RECTANGLE', '2:23', 'Backdrop', [0, 0, 160, 120], solidFill),
          subject('2:24', [20, 15, 60, 45])
        ]),
        frame('Multiplied fill', [
          subject('2:25', [20, 15, 60, 45], {
            fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo', blendMode: 'MULTIPLY' }]
          })
        ]),
        frame('Masked', [
          layer('ELLIPSE', '2:26', 'Mask', [20, 15, 60, 45], { ...solidFill, isMask: true }),
          subject('2:27', [20, 15, 60, 45])
        ]),
        frame('Full cut-out', [subject('2:28', [0, 0, 160, 120], cutOutFill)]),
        frame('Words only', [
          layer('TEXT', '2:17', 'Words', [10, 10, 90, 20], { ...solidFill, characters: 'Words' })
        ]),
        layer('RECTANGLE', '2:18', 'On the page', [0, 2000, 120, 90], wholeFill),
        layer('SECTION', '2:29', 'Section', [1000, 2000, 200, 200], {
          children: [subject('2:30', [20, 20, 120, 90])]
        }),
        layer('GROUP', '2:31', 'Group', [1300, 2000, 120, 90], {
          children: [subject('2:32', [1300, 2000, 120, 90])]
        }),
        frame('With a hidden one', [subject('2:33', [20, 15, 60, 45], { visible: false })]),
        layer('FRAME', '2:19', 'Strip', [0, 2200, 6600, 60], {
          ...pale,
          children: [subject('2:20', [10, 10, 40, 40])]
        }),
        layer('FRAME', '2:21', 'Large', [0, 2400, 8000, 4000], {
          ...pale,
          children: [subject('2:22', [100, 100, 80, 60])]
        })
      ],
      { whole, photo, fine: finePhoto, 'cut-out': cutOut }
    )
  })
})
afterAll(() => session.close())
beforeEach(() => session.startOver())

async function boxOf(
  name: string
): Promise<{ x: number; y: number; width: number; height: number; id: string }> {
  const [id = ''] = await session.page.evaluate((wanted) => window.playground.findByName(wanted), name)
  const node = findNode((await session.dump()).document, id)
  const { x, y, width, height } = node?.['absoluteBoundingBox'] as Record<string, number>
  return {
    id,
    x: Math.floor(x ?? 0),
    y: Math.floor(y ?? 0),
    width: Math.ceil(width ?? 0),
    height: Math.ceil(height ?? 0)
  }
}

async function pixelsOf(area: { x: number; y: number; width: number; height: number }): Promise<Buffer> {
  const base64 = await session.page.evaluate((wanted) => window.playground.renderPage(wanted, 1), area)
  return sharp(Buffer.from(base64, 'base64')).ensureAlpha().raw().toBuffer()
}

/** Draws the frame on red and on blue: a pixel that is the same on both is covered. */
async function coveredPixels(
  area: Awaited<ReturnType<typeof boxOf>>
): Promise<{ pixels: Buffer; isCovered: boolean[] }> {
  const drawn: Buffer[] = []
  for (const color of [
    { r: 1, g: 0, b: 0 },
    { r: 0, g: 0, b: 1 }
  ]) {
    await session.page.evaluate(
      ({ id, paint }) => {
        window.playground.setFills(id, [paint])
      },
      { id: area.id, paint: { type: 'SOLID', color } as const }
    )
    drawn.push(await pixelsOf(area))
  }
  const [red = Buffer.alloc(0), blue = Buffer.alloc(0)] = drawn
  const isCovered = Array.from({ length: red.length / 4 }, (_, pixel) =>
    red.subarray(pixel * 4, pixel * 4 + 4).equals(blue.subarray(pixel * 4, pixel * 4 + 4))
  )
  return { pixels: blue, isCovered }
}

/** Lays the placed image over the frame's area and compares it with what covers it, in levels of 255. */
async function meanDifferenceBeneath(
  area: Awaited<ReturnType<typeof boxOf>>,
  covering: Buffer,
  isCovered: readonly boolean[]
): Promise<number> {
  const fills = findNode((await session.dump()).document, area.id)?.['fills'] as { imageRef?: string }[]
  const images = await session.page.evaluate(() => window.playground.images())
  const placed = await sharp(Buffer.from(images[fills.at(-1)?.imageRef ?? ''] ?? '', 'base64'))
    .resize(area.width, area.height, { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer()
  let sum = 0
  let count = 0
  isCovered.forEach((covered, pixel) => {
    if (covered && !isPage(covering, pixel) && !isTitle(covering, pixel)) {
      for (const channel of [0, 1, 2]) {
        sum += Math.abs((placed[pixel * 4 + channel] ?? 0) - (covering[pixel * 4 + channel] ?? 0))
        count++
      }
    }
  })
  return sum / count
}

/** Around a round frame's corners the page is seen: the same on red and blue, and no picture. */
function isPage(pixels: Buffer, pixel: number): boolean {
  return pixels.readUInt32LE(pixel * 4) === pixels.readUInt32LE(0) && (pixels[0] ?? 0) > 240
}

/** The live title is green and no part of the picture. */
function isTitle(pixels: Buffer, pixel: number): boolean {
  return (pixels[pixel * 4 + 1] ?? 0) > (pixels[pixel * 4] ?? 0) + 20
}

function sentFile(name: string): { width: number; height: number; bytes: Buffer } {
  const create = session.standIn?.requests.find(({ method }) => method === 'POST')
  const file = create?.files[name]
  if (file?.image == null) throw new Error(`${name} was not sent`)
  return { width: file.image.width, height: file.image.height, bytes: Buffer.from(file.bytes) }
}

describe('the empty area of a frame is filled', () => {
  test.each(
    someRows([
      'Opaque',
      'Rotated',
      'Rounded',
      'Cut-out',
      'Fractions',
      'Several',
      'Component',
      'Round frame',
      'Turned frame',
      'Auto layout'
    ])
  )('%s: every covered pixel on screen is the same before and after', async (name) => {
    const area = await boxOf(name)
    const { pixels, isCovered } = await coveredPixels(area)
    const before = await session.dump()
    await session.select(name)
    await openPlugin(session)
    await session.press(english.expand.action)
    await session.says(placedTitle('filled'))
    expect(await session.windowText()).toContain(english.ended.originalKept)

    const after = await pixelsOf(area)
    expect(after.length).toBe(pixels.length)
    const changed = isCovered.flatMap((_, pixel) =>
      after.readUInt32LE(pixel * 4) === pixels.readUInt32LE(pixel * 4) ? [] : [pixel]
    )
    expect(changed.filter((pixel) => isCovered[pixel])).toEqual([])
    expect(isCovered.filter(Boolean).length).toBeGreaterThan(1000)
    expect(changed.length).toBeGreaterThan(1000)

    // Beneath the picture, the new fill holds the same picture in the same place.
    if (name !== 'Turned frame') {
      expect(await meanDifferenceBeneath(area, pixels, isCovered)).toBeLessThan(5)
    }

    // Nothing but the frame's fills and the image's recipe is another than before, and undo takes both back.
    const taker = findNode((await session.dump()).document, area.id)
    const old = findNode(before.document, area.id)
    const own = { fills: null, pluginData: null, relaunchData: null }
    expect({ ...taker, ...own }).toEqual({ ...old, ...own })
    expect(taker?.['pluginData']).toEqual({ [playgroundPluginId]: { recipe: expect.any(String) as string } })
    expect(taker?.['fills']).toEqual([
      ...(old?.['fills'] as unknown[]),
      expect.objectContaining({ type: 'IMAGE' })
    ])
    await session.page.evaluate(() => window.playground.undo())
    expect(JSON.stringify(unmarked(await session.dump()))).toBe(JSON.stringify(unmarked(before)))

    const { width, height } = sentFile('image_file')
    expect(sentFile('mask_file')).toMatchObject({ width, height })
    expect(session.creates()).toBe(1)
    await expectNoPluginErrors(session)
  })

  it('around the selected layer, in two actions: select it, press Expand', async () => {
    await openPlugin(session)
    await session.select('Photo 2:1')
    await session.press(english.expand.action)
    await session.says(placedTitle('filled'))
    await session.says(patternOf(english.ended.placed.filled(anyWords).sentence))
  })

  it('live layers are not sent', async () => {
    await session.select('Opaque')
    await openPlugin(session)
    await session.press(english.expand.action)
    await session.says(placedTitle('filled'))
    const { bytes, width, height } = sentFile('image_file')
    const sent = await sharp(bytes).ensureAlpha().raw().toBuffer()
    // The title is green, and nothing of the photo or its edges is.
    const greenest = Array.from({ length: width * height }, (_, pixel) => {
      const [red = 0, level = 0, blue = 0] = sent.subarray(pixel * 4, pixel * 4 + 3)
      return level - Math.max(red, blue)
    }).reduce((most, value) => Math.max(most, value), -255)
    expect(greenest).toBeLessThan(40)
  })

  it('the mask of a cut-out follows its transparency', async () => {
    await session.select('Cut-out')
    await openPlugin(session)
    await session.press(english.expand.action)
    await session.says(placedTitle('filled'))
    const { bytes, width, height } = sentFile('mask_file')
    const mask = await sharp(bytes).raw().toBuffer()
    const at = (x: number, y: number): number | undefined =>
      mask[(Math.round((y / 120) * height) * width + Math.round((x / 160) * width)) * 3]
    expect([at(75, 53), at(33, 23), at(5, 5)]).toEqual([0, 255, 255])
  })

  it('a cut-out that spans the whole frame is filled where it is see-through', async () => {
    await session.select('Full cut-out')
    await openPlugin(session)
    await chooseMode(session.plugin, 'fit')
    await session.press(english.expand.action)
    await session.says(placedTitle('filled'))
  })

  it('the layers that are the picture can be changed', async () => {
    await session.select('Several')
    await openPlugin(session)
    await session.plugin.getByRole('checkbox', { name: 'Photo 2:7' }).uncheck({ force: true })
    await session.press(english.expand.action)
    await session.says(placedTitle('filled'))
    const { bytes, width, height } = sentFile('mask_file')
    const mask = await sharp(bytes).raw().toBuffer()
    const at = (x: number, y: number): number | undefined =>
      mask[(Math.round((y / 120) * height) * width + Math.round((x / 160) * width)) * 3]
    expect([at(35, 30), at(115, 80)]).toEqual([255, 0])
  })
})

describe('what cannot be filled says why and what to do, and sends nothing', () => {
  const ofFrame = (obstacle: FrameObstacle): Explanation => say(english.frameObstacles, obstacle)
  const ofLayer = (obstacle: DraftObstacle): Explanation => say(english.obstacles, obstacle)
  test.each(
    someRows([
      ['Covered', ofFrame({ kind: 'already-covered' })],
      ['Photo 2:14', ofFrame({ kind: 'outside-frame' })],
      ['See-through', ofFrame({ kind: 'see-through', name: 'Photo 2:15' })],
      ['Blended', ofFrame({ kind: 'blended', name: 'Photo 2:16' })],
      ['Beneath others', ofFrame({ kind: 'beneath-others', name: 'Backdrop' })],
      ['Multiplied fill', ofFrame({ kind: 'blended', name: 'Photo 2:25' })],
      ['Masked', ofFrame({ kind: 'masked', name: 'Photo 2:27' })],
      ['On the page', ofLayer({ kind: 'no-frame-around', name: 'On the page', parentType: 'PAGE' })],
      ['Photo 2:30', ofLayer({ kind: 'no-frame-around', name: 'Photo 2:30', parentType: 'SECTION' })],
      ['Photo 2:32', ofLayer({ kind: 'no-frame-around', name: 'Photo 2:32', parentType: 'GROUP' })],
      ['Photo 2:33', ofLayer({ kind: 'hidden', name: 'Photo 2:33' })],
      ['Words only', ofLayer({ kind: 'no-picture-inside', name: 'Words only' })],
      ['Strip', ofFrame({ kind: 'too-long-and-thin' })]
    ])
  )('%s', async (name, { title, sentence }) => {
    await session.select(name)
    await openPlugin(session)
    await chooseMode(session.plugin, 'fit')
    await session.says(title)
    expect(await session.windowText()).toContain(sentence)
    const button = session.plugin.getByRole('button', { name: english.expand.action, exact: true })
    expect((await button.count()) === 0 || (await button.isDisabled())).toBe(true)
    expect(session.standIn?.requests).toEqual([])
  })

  it('a frame of more than 4096 px is scaled, and said so', async () => {
    await session.select('Large')
    await openPlugin(session)
    await session.says(patternOf(english.expand.scaled(anyWords)))
  })

  it('a mask that the service refuses changes nothing', async () => {
    session.setFaults({ 'create-status': 400 })
    const before = await session.dump()
    await session.select('Opaque')
    await openPlugin(session)
    await session.press(english.expand.action)
    await session.says(failurePatterns({ kind: 'refused', status: 400, message: '' }).title)
    expect(await session.dump()).toEqual(before)
  })
})

describe('a service that reads masks the other way round', () => {
  it('is noticed; one press tries the other reading, which is remembered', async () => {
    session.setFaults({ 'inverted-mask': true })
    const before = await session.dump()
    await session.select('Opaque')
    await openPlugin(session)
    await session.press(english.expand.action)
    await session.says(failurePatterns({ kind: 'mask-misread' }).title)
    expect(unmarked(await session.dump())).toEqual(unmarked(before))
    await session.press(english.actions['other-mask'])
    await session.says(english.ended.originalKept)
    expect(session.creates()).toBe(2)
    expect(await session.page.evaluate(() => window.playground.storage()['settings'])).toMatchObject({
      maskIsInverted: true
    })
  })
})

describe('the sides mode asks for a canvas where ratios cannot say it', () => {
  test.each([
    ['one side only', { top: '0', right: '30%', bottom: '0', left: '0' }],
    ['more than the whole side', { top: '0', right: '0', bottom: '150%', left: '10' }]
  ])('%s', async (_name, insets) => {
    await openOn(session, 'On the page', insets)
    const area = await boxOf('On the page')
    const before = await pixelsOf(area)
    await session.press(english.expand.action)
    await session.says(placedTitle('grown'))
    const { width, height } = sentFile('image_file')
    expect(sentFile('mask_file')).toMatchObject({ width, height })
    expect((await pixelsOf(area)).equals(before)).toBe(true)
    await expectNoPluginErrors(session)
  })
})
