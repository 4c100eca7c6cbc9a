import { type Box, holding, type Layer, layer } from './layer'
import { blue, cream, green, ink, photo, white } from './paint'

type Fields = Readonly<Record<string, unknown>>

/** The name of the layer that each row expands. */
export const pictureName = 'Picture'

/** Where most pictures are: exactly the size of the photograph. */
export const pictureBox: Box = [100, 100, 240, 160]

/** How far most pictures grow: differently on each side, so that none can be taken for another. */
export const usualInsets = { top: 20, right: 50, bottom: 30, left: 40 } as const

/** The layer that is expanded: by default a rectangle of the photograph's size. */
export function picture(more: Fields = {}, type = 'RECTANGLE', box = pictureBox): Layer {
  return layer(type, pictureName, box, { fills: [photo()], ...more })
}

/** A layer beneath and one above the picture, both partly in the way of what is added; neither may move. */
export function among(target: Layer): readonly Layer[] {
  return [
    layer('RECTANGLE', 'Beneath', [60, 230, 120, 90], { fills: [blue], cornerRadius: 8 }),
    target,
    layer('ELLIPSE', 'Above', [330, 85, 40, 30], { fills: [green] })
  ]
}

/** A frame around the picture and its neighbours. */
export function framed(target: Layer, more: Fields = {}, type = 'FRAME'): readonly Layer[] {
  return [holding(layer(type, 'Frame', [20, 30, 460, 340], { fills: [cream], ...more }), among(target))]
}

/** A line of text, dark on whatever is beneath. */
export function text(name: string, characters: string, box: Box, fontSize: number, more: Fields = {}): Layer {
  return layer('TEXT', name, box, {
    fills: [ink],
    characters,
    style: { fontFamily: 'Inter', fontWeight: 700, fontSize, textAutoResize: 'NONE' },
    ...more
  })
}

/** What lies on a banner: a headline and a button. */
export function bannerLayers(): readonly Layer[] {
  return [
    text('Headline', 'Fresh coffee', [16, 20, 200, 32], 24, { fills: [white] }),
    holding(layer('FRAME', 'Button', [16, 110, 90, 32], { fills: [white], cornerRadius: 16 }), [
      text('Label', 'Order', [22, 8, 60, 18], 14)
    ])
  ]
}
