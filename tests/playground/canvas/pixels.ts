import sharp from 'sharp'

/** A colour with its alpha, 0 to 255 each. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

/** A drawn picture, read pixel by pixel. */
export class Pixels {
  constructor(
    readonly width: number,
    readonly height: number,
    readonly data: Uint8Array
  ) {}

  at(x: number, y: number): Pixel {
    const index = (y * this.width + x) * 4
    const [red = -1, green = -1, blue = -1, alpha = -1] = this.data.subarray(index, index + 4)
    return [red, green, blue, alpha]
  }

  alphaAt(x: number, y: number): number {
    return this.at(x, y)[3]
  }
}

export async function decode(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return new Pixels(info.width, info.height, data)
}

/** A PNG whose pixels are what `colorAt` says, as base64. */
export async function png(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Pixel
): Promise<string> {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data.set(colorAt(x, y), (y * width + x) * 4)
    }
  }
  const bytes = await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return bytes.toString('base64')
}

/** A colour for each pixel that no other pixel nearby has, opaque. */
export function speckle(x: number, y: number): Pixel {
  return [(x * 47 + y * 13) % 256, (x * 29 + y * 89) % 256, (x * 101 + y * 7) % 256, 255]
}
