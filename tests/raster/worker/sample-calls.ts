import { identity } from '../../../src/core/geometry/affine'
import type { CanvasPlan, SidesPlan, SubjectLayer } from '../../../src/core/plan/plan'
import { blobOf } from '../../../src/raster/canvas/blob-of'
import type { Snapshot } from '../../../src/raster/finish/snapshot'
import type { rasterTasks } from '../../../src/raster/worker/raster-tasks'

export type SampleCalls = {
  readonly [Name in keyof typeof rasterTasks]: Parameters<(typeof rasterTasks)[Name]>
}

const side = 96
const layers: readonly SubjectLayer[] = [
  {
    source: { nodeId: '1:2', content: 'everything' },
    imagePlace: [
      [side, 0, 0],
      [0, side, 0]
    ]
  }
]
const insets = { top: 0, right: 32, bottom: 32, left: 0 }
const size = { width: side + 32, height: side + 32 }

const sidesPlan: SidesPlan = {
  kind: 'sides',
  layers,
  subject: { width: side, height: side },
  insets,
  canvas: size,
  ratios: { top: 0.1, right: 0.3, bottom: 0.3, left: 0.1 },
  scale: 1
}

export const canvasPlan: CanvasPlan = {
  kind: 'canvas',
  canvas: size,
  pixelSize: size,
  scale: 1,
  layers,
  kept: [
    {
      width: side,
      height: side,
      radii: [0, 0, 0, 0],
      place: [
        [1, 0, 0],
        [0, 1, 0]
      ]
    }
  ],
  clip: null,
  coversByBox: false
}

/** A call of each task that takes it through most of its code, each with bytes of its own. Runs in the browser. */
export async function sampleCalls(): Promise<SampleCalls> {
  const opaque = await drawPicture('image/png', false)
  const seeThrough = await drawPicture('image/png', true)
  const sent: Snapshot = {
    canvas: { upload: blobOf(opaque), mask: blobOf(opaque), maskIsInverted: false },
    picture: {
      canvasSize: size,
      layers: [
        {
          image: blobOf(opaque),
          imagePlace: [
            [side, 0, 0],
            [0, side, 0]
          ]
        }
      ],
      kept: {
        kind: 'shapes',
        shapes: { kept: canvasPlan.kept.map((box) => ({ ...box, width: side / 2 })), clip: null }
      }
    }
  }
  return {
    parseJson: [new Blob(['{"status":200,"data":{"image":"扩展"}}'])],
    decodeBase64: ['RnVsbCBCbGVlZA'],
    prepareUpload: [sidesPlan, [blobOf(opaque)]],
    composeCanvas: [canvasPlan, [blobOf(seeThrough)]],
    writeRefinedMask: [size, [{ rows: size.height, boundaries: [3, 40, 60, 90] }], false],
    prepareFinish: [sent],
    releaseFinish: [0],
    finishReceived: [seeThrough.slice(), sent, { matchSeam: true, keepPixels: true }],
    thumbnailOfFile: [opaque.slice()],
    makeThumbnail: [
      [
        {
          kind: 'paints',
          paints: [
            { kind: 'colour', css: 'rgb(200, 30, 0)', opacity: 0.5 },
            ...(['FILL', 'FIT', 'TILE'] as const).map((scaleMode) => ({
              kind: 'image' as const,
              bytes: opaque,
              opacity: 0.5,
              scaleMode,
              transform: identity,
              rotation: 90,
              tileScale: 0.2
            }))
          ]
        },
        {
          kind: 'export',
          png: seeThrough,
          imagePlace: [
            [side, 0, 0],
            [0, side, 0]
          ]
        }
      ],
      { width: side, height: side },
      { width: 40, height: 30 }
    ]
  }
}

async function drawPicture(type: string, isSeeThrough: boolean): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  const gradient = context.createLinearGradient(0, 0, side, side)
  gradient.addColorStop(0, 'black')
  gradient.addColorStop(0.4, 'black')
  gradient.addColorStop(0.6, 'white')
  gradient.addColorStop(1, 'white')
  context.fillStyle = gradient
  context.fillRect(0, 0, side, side)
  if (isSeeThrough) context.clearRect(20, 20, 60, 60)
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer())
}
