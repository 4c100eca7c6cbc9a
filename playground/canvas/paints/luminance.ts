import type { Layer } from '../surface'

/** Turns each pixel's brightness (Rec. 709 weights, as CSS masks use) times its alpha into its alpha. */
export function brightnessToAlpha(layer: Layer): void {
  const image = layer.context.getImageData(0, 0, layer.width, layer.height)
  const { data } = image
  for (let index = 0; index < data.length; index += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(index, index + 4)
    const brightness = (0.2125 * red + 0.7154 * green + 0.0721 * blue) / 255
    data[index + 3] = Math.round(brightness * alpha)
  }
  layer.context.putImageData(image, 0, 0)
}
