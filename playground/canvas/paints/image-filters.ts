type Channels = readonly [red: number, green: number, blue: number]

/** Whether an image paint's filters change anything. */
export function hasFilters(filters: ImageFilters | undefined): filters is ImageFilters {
  return Object.values(filters ?? {}).some((value) => value !== 0)
}

/** A text that is the same for filters that do the same. */
export function filterKey(filters: ImageFilters | undefined): string {
  const { exposure = 0, contrast = 0, saturation = 0 } = filters ?? {}
  const { temperature = 0, tint = 0, highlights = 0, shadows = 0 } = filters ?? {}
  const values = [exposure, contrast, saturation, temperature, tint, highlights, shadows]
  return values.every((value) => value === 0) ? '' : values.join()
}

/**
 * Draws a picture with a paint's filters. What exactly the platform does is not documented: these are approximations
 * that go the same way and leave a picture alone at 0.
 */
export function drawFiltered(
  context: OffscreenCanvasRenderingContext2D,
  picture: ImageBitmap,
  filters: ImageFilters
): void {
  context.filter = cssFilter(filters) || 'none'
  context.drawImage(picture, 0, 0)
  context.filter = 'none'
  const { temperature = 0, tint = 0, highlights = 0, shadows = 0 } = filters
  if (temperature === 0 && tint === 0 && highlights === 0 && shadows === 0) {
    return
  }
  const pixels = context.getImageData(0, 0, picture.width, picture.height)
  const { data } = pixels
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = toned([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0], filters)
    data[at] = red
    data[at + 1] = green
    data[at + 2] = blue
  }
  context.putImageData(pixels, 0, 0)
}

/** Warmer is more red and less blue, tinted is more magenta; highlights and shadows move the light and the dark parts. */
function toned([red, green, blue]: Channels, filters: ImageFilters): Channels {
  const { temperature = 0, tint = 0, highlights = 0, shadows = 0 } = filters
  const brightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
  const lift = 64 * (highlights * brightness ** 2 + shadows * (1 - brightness) ** 2)
  return [
    red + 48 * temperature + 24 * tint + lift,
    green - 24 * tint + lift,
    blue - 48 * temperature + 24 * tint + lift
  ]
}

/** CSS's words for what the other filters do. */
function cssFilter({ exposure = 0, contrast = 0, saturation = 0 }: ImageFilters): string {
  return [
    exposure === 0 ? '' : `brightness(${2 ** exposure})`,
    contrast === 0 ? '' : `contrast(${contrast > 0 ? 1 + contrast : 1 + contrast * 0.7})`,
    saturation === 0 ? '' : `saturate(${1 + saturation})`
  ]
    .filter((part) => part !== '')
    .join(' ')
}
