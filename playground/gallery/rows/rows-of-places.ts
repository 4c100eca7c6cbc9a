import { english } from '../../../src/ui/words/english'
import { holding, layer, placed, turned } from './layer'
import { blue, cream, photo, red, smallPhoto } from './paint'
import type { Row } from './row'
import { among, bannerLayers, framed, picture, pictureBox, pictureName, usualInsets } from './sample-layers'

const insets = usualInsets

/** All pairs of a layer's constraints that differ in what they hold. */
const constraints = [
  ['LEFT', 'TOP', 'left and top'],
  ['RIGHT', 'BOTTOM', 'right and bottom'],
  ['CENTER', 'CENTER', 'centre'],
  ['LEFT_RIGHT', 'TOP_BOTTOM', 'left and right, top and bottom'],
  ['SCALE', 'SCALE', 'scale']
] as const

/** One axis leans over: what happens to a layer turned in a frame that was stretched while it was turned itself. */
const leaning = placed([
  [1, 0.5, 40],
  [0, 0.8660254037844386, 60]
])

/** Where the layer is, and what is around it. */
export const rowsOfPlaces: readonly Row[] = [
  {
    name: 'Rotated',
    layers: among(picture(turned(100, 200, 30))),
    insets,
    expect: 'grows',
    says: 'It grows along its own axes; the image is sent upright.'
  },
  {
    name: 'Rotated by a negative angle',
    layers: among(picture(turned(250, 60, -115))),
    insets,
    expect: 'grows',
    says: 'It grows along its own axes; the image is sent upright.'
  },
  {
    name: 'Rotated frame with layers',
    layers: among(holding(picture(turned(100, 200, 20), 'FRAME'), bannerLayers())),
    insets,
    expect: 'grows',
    says: 'It grows along its own axes; its layers stay where they are seen.'
  },
  {
    name: 'Rotated in a rotated frame',
    layers: framed(picture(turned(100, 180, 25)), turned(20, 120, 15)),
    insets,
    expect: 'grows',
    says: 'It grows along its own axes as they are seen on the page.'
  },
  {
    name: 'Rotated group',
    layers: among(
      holding(picture({ fills: undefined, ...turned(100, 200, 30) }, 'GROUP'), [
        layer('RECTANGLE', 'Photo', [0, 0, 240, 160], { fills: [photo()], ...turned(100, 200, 30) })
      ])
    ),
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'The new image is directly behind it, turned as it is.'
  },
  {
    name: 'Flipped',
    layers: among(
      picture(
        placed([
          [-1, 0, 340],
          [0, 1, 100]
        ])
      )
    ),
    insets,
    expect: 'grows',
    says: 'It grows along its own axes, in which its left is on the right.'
  },
  {
    name: 'Flipped text',
    layers: among(
      layer('TEXT', 'Picture', pictureBox, {
        fills: [photo()],
        characters: 'CUP',
        style: { fontFamily: 'Inter', fontWeight: 700, fontSize: 110 },
        ...placed([
          [1, 0, 100],
          [0, -1, 260]
        ])
      })
    ),
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'The new image is directly behind it, flipped as it is.'
  },
  {
    name: 'Skewed by a parent',
    layers: framed(picture(), leaning),
    insets,
    expect: 'grows',
    says: 'It grows along its leaning axes; the image is sent upright.'
  },
  {
    name: 'Skewed by a parent, and rotated in it',
    layers: framed(picture(turned(80, 200, 30)), leaning),
    insets,
    expect: 'grows',
    says: 'It grows along its own axes as they are seen on the page.'
  },
  {
    name: 'Group skewed by a parent',
    layers: framed(
      holding(picture({ fills: undefined }, 'GROUP'), [
        layer('RECTANGLE', 'Photo', pictureBox, { fills: [photo()] })
      ]),
      leaning
    ),
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'The new image is directly behind it and leans as it does.'
  },
  {
    name: 'Scaled with the Scale tool',
    layers: among(
      picture(
        { strokes: [red], strokeWeight: 1.37, cornerRadius: 10.96 },
        'RECTANGLE',
        [100.25, 100.5, 164.4, 109.6]
      )
    ),
    insets,
    rim: 2,
    isRedrawn: true,
    expect: 'grows',
    says: 'It grows from its scaled size; its scaled stroke and corners are kept.'
  },
  ...constraints.map(([horizontal, vertical, words]): Row => ({
    name: `Constraints: ${words}`,
    layers: framed(picture({ constraints: { horizontal, vertical } })),
    insets,
    expect: 'grows',
    says: 'It grows and keeps its constraints; the frame around it stays as it is.'
  })),
  {
    name: 'Constraints of the layers in it (all)',
    layers: among(
      holding(
        picture({}, 'FRAME'),
        constraints.map(([horizontal, vertical, words], index) =>
          layer('RECTANGLE', words, [10 + 45 * index, 20 + 20 * index, 30, 30], {
            fills: [blue],
            constraints: { horizontal, vertical }
          })
        )
      )
    ),
    insets,
    expect: 'grows',
    says: 'They keep their constraints, size and place on screen while the frame around them grows.'
  },
  {
    name: 'Clipped by a frame',
    layers: [
      holding(layer('FRAME', 'Window', [80, 90, 280, 190], { fills: [cream], clipsContent: true }), [
        picture({}, 'RECTANGLE', [20, 10, 240, 160])
      ])
    ],
    insets,
    painted: 0.3,
    expect: 'grows',
    says: 'It grows; the window says that the frame will hide a part of what is added.',
    notice: english.expand.clipped('Window')
  },
  {
    name: 'Frame that clips its content',
    layers: among(
      holding(picture({ clipsContent: true }, 'FRAME'), [
        layer('RECTANGLE', 'Stripe', [0, 60, 240, 20], { fills: [red] })
      ])
    ),
    insets,
    expect: 'grows',
    says: 'It grows and goes on clipping; what was in sight stays where it is seen.'
  },
  {
    name: 'Locked',
    layers: among(picture({ locked: true })),
    insets,
    expect: 'grows',
    says: 'It grows and stays locked.'
  },
  {
    name: 'Hidden',
    layers: among(picture({ visible: false })),
    insets,
    expect: 'obstacle',
    says: 'It has to be shown first.',
    sentence: english.obstacles.hidden({ kind: 'hidden', name: pictureName }).sentence
  },
  {
    name: 'In a hidden frame',
    layers: framed(picture(), { visible: false }),
    insets,
    expect: 'obstacle',
    says: 'The frame has to be shown first.',
    sentence: english.obstacles.hidden({ kind: 'hidden', name: pictureName }).sentence
  },
  {
    name: 'Position and size in fractions of a pixel',
    layers: among(picture({}, 'RECTANGLE', [100.37, 99.62, 239.5, 160.25])),
    insets,
    isRedrawn: true,
    expect: 'grows',
    says: 'It grows by exactly what was typed and keeps its fractions.'
  },
  {
    name: 'Smaller than 64 px',
    layers: among(picture({ fills: [smallPhoto()] }, 'RECTANGLE', [200, 180, 36, 24])),
    insets: { top: 6, right: 9, bottom: 6, left: 12 },
    painted: 0.8,
    isRedrawn: true,
    expect: 'grows',
    says: 'It is sent larger, since the service takes no side under 64 px, and grows as typed.'
  },
  {
    name: 'Larger than 4096 px',
    layers: [picture({}, 'RECTANGLE', [0, 0, 4800, 3200])],
    insets: { top: 160, right: 480, bottom: 320, left: 240 },
    isRedrawn: true,
    expect: 'grows',
    says: 'It grows as typed; the image is of at most 4096 px a side, as every fill is.'
  },
  {
    name: 'So long and thin that its image would be too',
    layers: [picture({}, 'RECTANGLE', [0, 0, 4800, 20])],
    insets: { top: 4, right: 40, bottom: 4, left: 40 },
    expect: 'obstacle',
    says: 'Its short side would have fewer than 64 px in the image: its other sides have to grow more.',
    sentence: english.insetsObstacles['too-long-and-thin']({ kind: 'too-long-and-thin' })
  },
  {
    name: 'In a frame on another page than the first',
    layers: framed(picture()),
    insets,
    page: 'second',
    expect: 'grows',
    says: 'It grows there.'
  },
  {
    name: 'In a frame on a page that is left meanwhile',
    layers: framed(picture()),
    insets,
    page: 'left',
    expect: 'grows',
    says: 'It grows on its own page.'
  },
  {
    name: 'One side only',
    layers: among(picture()),
    insets: { top: 0, right: 90, bottom: 0, left: 0 },
    expect: 'grows',
    says: 'It grows on that side alone.'
  }
]
