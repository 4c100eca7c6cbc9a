import { describe, expect, test } from 'vitest'
import { checkRequest, type ExpansionRequest } from '../../../src/service/wire/expansion-request'
import { sampleGifHeader, sampleJpegHeader, samplePng } from '../support/sample-images'
import { canvasRequest, sidesRequest } from '../support/sample-request'

const png = (width: number, height: number, bytes = 0) => {
  const header = samplePng(width, height)
  const padded = new Uint8Array(Math.max(bytes, header.length))
  padded.set(header)
  return { kind: 'file', bytes: padded, mime: 'image/png' } as const
}
const ratios = (changed: Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>) => ({
  ...sidesRequest,
  ratios: { ...sidesRequest.ratios, ...changed }
})
const link = (url: string) => ({ ...sidesRequest, image: { kind: 'url', url } }) as const
const linkOf = (length: number) => `https://a.example/${'x'.repeat(length - 18)}`

const good: readonly [string, ExpansionRequest][] = [
  ['sides with the least there is', sidesRequest],
  ['canvas with the least there is', canvasRequest],
  ['all ratios at their upper end', ratios({ top: 1, right: 1, bottom: 1, left: 1 })],
  ['a ratio just over 0', ratios({ top: Number.MIN_VALUE })],
  ['strength 0', { ...sidesRequest, strength: 0 }],
  ['strength 1', { ...sidesRequest, strength: 1 }],
  ['scale 1', { ...sidesRequest, scale: 1 }],
  ['scale 20', { ...sidesRequest, scale: 20 }],
  ['1 step', { ...sidesRequest, steps: 1 }],
  ['seed −1', { ...sidesRequest, seed: -1 }],
  ['seed 0', { ...sidesRequest, seed: 0 }],
  ['a prompt of 200', { ...sidesRequest, prompt: 'x'.repeat(200) }],
  ['an empty prompt', { ...sidesRequest, prompt: '' }],
  ['100 Chinese characters', { ...sidesRequest, prompt: '海'.repeat(100) }],
  ['a link of 512', link(linkOf(512))],
  ['a plain http link', link('http://a.example/b.png')],
  ['a file of 5,000,000 bytes', { ...sidesRequest, image: png(64, 64, 5_000_000) }],
  ['64 pixels', { ...sidesRequest, image: png(64, 64) }],
  ['4096 pixels', { ...sidesRequest, image: png(4096, 64) }],
  [
    'a JPEG',
    { ...sidesRequest, image: { kind: 'file', bytes: sampleJpegHeader(640, 480), mime: 'image/jpeg' } }
  ],
  ['a mask of the same size', { ...canvasRequest, image: png(64, 90), mask: png(64, 90) }],
  ['a mask file for a linked image', { ...canvasRequest, image: { kind: 'url', url: 'https://a.example/b' } }]
]

test.each(good)('%s can go', (_, request) => {
  expect(checkRequest(request)).toBeNull()
})

const bad: readonly [string, string, ExpansionRequest][] = [
  ...(['top', 'right', 'bottom', 'left'] as const).flatMap((side) =>
    [0, -0.1, 1.0001, NaN, Infinity].map(
      (value) =>
        [`${side} ${value}`, side, ratios({ [side]: value })] satisfies [string, string, ExpansionRequest]
    )
  ),
  ['strength under 0', 'strength', { ...sidesRequest, strength: -0.01 }],
  ['strength over 1', 'strength', { ...sidesRequest, strength: 1.01 }],
  ['strength NaN', 'strength', { ...sidesRequest, strength: NaN }],
  ['scale under 1', 'scale', { ...sidesRequest, scale: 0.99 }],
  ['scale over 20', 'scale', { ...sidesRequest, scale: 20.01 }],
  ['no steps', 'steps', { ...sidesRequest, steps: 0 }],
  ['half a step', 'steps', { ...sidesRequest, steps: 1.5 }],
  ['endless steps', 'steps', { ...sidesRequest, steps: Infinity }],
  ['seed −2', 'seed', { ...sidesRequest, seed: -2 }],
  ['half a seed', 'seed', { ...sidesRequest, seed: 0.5 }],
  ['a seed that a number cannot hold', 'seed', { ...sidesRequest, seed: 2 ** 53 }],
  ['a prompt of 201', 'prompt', { ...sidesRequest, prompt: 'x'.repeat(201) }],
  ['101 emoji, 202 UTF-16 units', 'prompt', { ...sidesRequest, prompt: '🌊'.repeat(101) }],
  [
    '199 and a line break, which a form makes two',
    'prompt',
    { ...sidesRequest, prompt: `${'x'.repeat(199)}\n` }
  ],
  ['a link of 513', 'image_url', link(linkOf(513))],
  ['a link that is 513 or more once escaped', 'image_url', link(`https://a.example/${'海'.repeat(60)}`)],
  ['a link of another kind', 'image_url', link('ftp://a.example/b.png')],
  ['a link to nowhere', 'image_url', link('b.png')],
  ['a file of 5,000,001 bytes', 'image_file', { ...sidesRequest, image: png(64, 64, 5_000_001) }],
  ['63 pixels', 'image_file', { ...sidesRequest, image: png(63, 64) }],
  ['4097 pixels', 'image_file', { ...sidesRequest, image: png(64, 4097) }],
  ['a GIF', 'image_file', { ...sidesRequest, image: { ...png(1, 1), bytes: sampleGifHeader(99, 99) } }],
  [
    'a JPEG called PNG',
    'image_file',
    { ...sidesRequest, image: { ...png(1, 1), bytes: sampleJpegHeader(99, 99) } }
  ],
  ['an empty file', 'image_file', { ...sidesRequest, image: { ...png(1, 1), bytes: new Uint8Array() } }],
  ['a mask of another size', 'mask_file', { ...canvasRequest, image: png(64, 90), mask: png(90, 64) }],
  ['a mask that is too large', 'mask_file', { ...canvasRequest, mask: png(64, 64, 5_000_001) }],
  ['a mask behind a broken link', 'mask_url', { ...canvasRequest, mask: { kind: 'url', url: 'mask' } }]
]

describe('is refused before it is sent:', () => {
  test.each(bad)('%s', (_, field, request) => {
    const failure = checkRequest(request)
    expect(failure).toMatchObject({ kind: 'invalid-request', field })
    expect(failure).toHaveProperty('rule')
  })
})
