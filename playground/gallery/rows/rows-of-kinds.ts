import { english } from '../../../src/ui/words/english'
import { holding, type Layer, layer } from './layer'
import { blue, cream, green, ink, photo, red, white } from './paint'
import { ownPaints, type Row } from './row'
import {
  among,
  bannerLayers,
  framed,
  picture,
  pictureBox,
  pictureName,
  text,
  usualInsets
} from './sample-layers'

const insets = usualInsets
const insideFrame = [0, 0, 240, 160] as const

/** A set of two variants, the second of which is the picture. */
function variants(more: Readonly<Record<string, unknown>> = {}): readonly Layer[] {
  const set = layer('COMPONENT_SET', 'Card', [20, 30, 400, 480], { fills: [cream], ...more })
  return [
    holding(set, [
      layer('COMPONENT', 'State=Rest', [60, 20, 240, 160], { fills: [blue] }),
      picture({}, 'COMPONENT', [60, 240, 240, 160])
    ])
  ]
}

/** An instance of a component elsewhere on the page, with a photograph in it. */
function instance(
  name: string,
  child: Layer,
  more: Readonly<Record<string, unknown>> = {}
): readonly Layer[] {
  const component = layer('COMPONENT', 'Main', [700, 100, 240, 160], { id: '1:900' })
  return [
    holding(component, [layer('RECTANGLE', 'Photo', insideFrame, { fills: [photo()] })]),
    ...among(holding(layer('INSTANCE', name, pictureBox, { componentId: '1:900', ...more }), [child]))
  ]
}

const heart = 'M120 160 C0 80 20 0 80 0 C105 0 120 20 120 40 C120 20 135 0 160 0 C220 0 240 80 120 160 Z'

/** The kinds of layer. */
export const rowsOfKinds: readonly Row[] = [
  {
    name: 'Frame with an image fill',
    layers: among(picture({}, 'FRAME')),
    insets,
    expect: 'grows',
    says: 'It grows and the new image is its top fill.'
  },
  {
    name: 'Frame with an image fill and layers (banner), background only',
    layers: among(holding(picture({ clipsContent: true }, 'FRAME'), bannerLayers())),
    insets,
    expect: 'grows',
    says: 'Its image alone is sent; its layers are not sent and stay live where they are seen.'
  },
  {
    name: 'Frame with an image fill and layers (banner), everything',
    layers: among(holding(picture({ clipsContent: true }, 'FRAME'), bannerLayers())),
    insets,
    content: 'everything',
    isRedrawn: true,
    sends: ['Picture'],
    expect: 'grows',
    says: 'It is sent as it is seen; its layers stay live all the same.'
  },
  {
    name: 'Frame with text and image layers, no image of its own',
    layers: among(
      holding(picture({ fills: [cream], clipsContent: true }, 'FRAME'), [
        layer('RECTANGLE', 'Photo', insideFrame, { fills: [photo()] }),
        ...bannerLayers()
      ])
    ),
    insets,
    sends: [ownPaints, 'Photo'],
    expect: 'grows',
    says: 'Its lowest layers, as long as they are pictures, are sent with its fills; the other layers stay live.'
  },
  {
    name: 'Frame with plain fills and layers',
    layers: among(holding(picture({ fills: [red] }, 'FRAME'), bannerLayers())),
    insets,
    isRedrawn: true,
    sends: ['Picture'],
    expect: 'grows',
    says: 'It is sent as it is seen, and its layers stay live.'
  },
  {
    name: 'Frame with plain fills and layers that are see-through or blended',
    layers: among(
      holding(picture({ fills: [red] }, 'FRAME'), [
        layer('RECTANGLE', 'Veil', [20, 30, 120, 100], { fills: [white], opacity: 0.5 })
      ])
    ),
    insets,
    expect: 'obstacle',
    says: 'They would be seen twice, in the image and live above it: they have to be hidden, or made opaque, first.',
    sentence: english.obstacles['see-through']({ kind: 'see-through', name: 'Veil' }).sentence
  },
  {
    name: 'Frame that is empty',
    layers: among(picture({ fills: [] }, 'FRAME')),
    insets,
    expect: 'obstacle',
    says: 'It has to be given an image first.',
    sentence: english.obstacles.empty({ kind: 'empty', name: pictureName }).sentence
  },
  {
    name: 'Component',
    layers: among(holding(picture({}, 'COMPONENT'), bannerLayers())),
    insets,
    expect: 'grows',
    says: 'It grows as a frame does, and its instances change with it.',
    notice: english.expand.component
  },
  {
    name: 'Variant',
    layers: variants(),
    insets,
    expect: 'grows',
    says: 'It grows in its set of variants; the other variants stay where they are.'
  },
  {
    name: 'Variant in a set with auto layout',
    layers: variants({ layoutMode: 'VERTICAL', itemSpacing: 60, paddingTop: 20, paddingLeft: 60 }),
    insets,
    expect: 'obstacle',
    says: 'Auto layout holds its size and a set takes no other layers: remove the layout, or expand a copy outside.',
    sentence: english.obstacles['fixed-variant']({ kind: 'fixed-variant', name: pictureName }).sentence
  },
  {
    name: 'Set of variants',
    layers: [holding(picture({ fills: [cream] }, 'COMPONENT_SET'), [layer('COMPONENT', 'A', insideFrame)])],
    insets,
    expect: 'obstacle',
    says: 'One variant of it has to be selected.',
    sentence: english.obstacles['not-expandable']({
      kind: 'not-expandable',
      name: pictureName,
      nodeType: 'COMPONENT_SET'
    }).sentence
  },
  {
    name: 'Instance',
    layers: instance('Picture', layer('RECTANGLE', 'Photo', insideFrame, { fills: [photo()] })),
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'It stays linked to its component and as it is; the new image is directly behind it.'
  },
  {
    name: 'Layer inside an instance that hides nothing',
    layers: instance('Card', picture({}, 'RECTANGLE', insideFrame)),
    insets,
    expect: 'behind',
    says: 'The new image goes directly behind the instance, where it is seen around the layer.'
  },
  {
    name: 'Layer inside an instance with a fill of its own, or that clips',
    layers: instance('Card', picture({}, 'RECTANGLE', insideFrame), { fills: [cream], clipsContent: true }),
    insets,
    expect: 'obstacle',
    says: 'The instance would hide the new image: select the instance, or the layer in its component.',
    sentence: english.obstacles['inside-instance']({
      kind: 'inside-instance',
      name: pictureName,
      instanceName: 'Card'
    }).sentence
  },
  {
    name: 'Group',
    layers: among(
      holding(picture({ fills: undefined }, 'GROUP'), [
        layer('RECTANGLE', 'Photo', pictureBox, { fills: [photo()] }),
        layer('STAR', 'Badge', [280, 200, 50, 50], { fills: [red] })
      ])
    ),
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'It stays as it is; the new image is directly behind it.'
  },
  {
    name: 'Group in a group',
    layers: [
      holding(layer('GROUP', 'Outer', [60, 85, 310, 235]), [
        ...among(
          holding(picture({ fills: undefined }, 'GROUP'), [
            layer('RECTANGLE', 'Photo', pictureBox, { fills: [photo()] })
          ])
        )
      ])
    ],
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'The new image is directly behind it in the outer group.'
  },
  {
    name: 'Layer in a group',
    layers: [
      holding(layer('GROUP', 'Group', [60, 85, 310, 235]), among(picture())),
      layer('RECTANGLE', 'Neighbour', [420, 100, 60, 60], { fills: [blue] })
    ],
    insets,
    expect: 'grows',
    says: 'It grows, and the box of the group with it; the other layers stay where they are.'
  },
  {
    name: 'Section',
    layers: [
      holding(picture({ fills: [cream] }, 'SECTION'), [
        layer('RECTANGLE', 'Photo', [20, 20, 200, 120], { fills: [photo()] })
      ])
    ],
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'It stays as it is; the new image is directly behind it.'
  },
  {
    name: 'Layer in a section',
    layers: framed(picture(), {}, 'SECTION'),
    insets,
    expect: 'grows',
    says: 'It grows, and the section stays as it is.'
  },
  {
    name: 'Rectangle',
    layers: among(picture()),
    insets,
    expect: 'grows',
    says: 'It grows and takes the new image above its own, which stays among its fills.'
  },
  {
    name: 'Ellipse',
    layers: among(picture({}, 'ELLIPSE')),
    insets,
    painted: 0.3,
    expect: 'grows',
    says: 'It grows as an ellipse of the new size.'
  },
  {
    name: 'Ellipse, one side only',
    layers: among(picture({}, 'ELLIPSE')),
    insets: { top: 0, right: 90, bottom: 0, left: 0 },
    expect: 'behind',
    says: 'Its new outline would cut off a part of it: it stays as it is, with the new image directly behind it.'
  },
  {
    name: 'Polygon',
    layers: among(picture({ pointCount: 6 }, 'REGULAR_POLYGON')),
    insets,
    painted: 0.25,
    expect: 'grows',
    says: 'It grows as a polygon of the new size, with as many corners.'
  },
  {
    name: 'Star',
    layers: among(picture({ pointCount: 5, innerRadius: 0.5 }, 'STAR')),
    insets,
    painted: 0.04,
    expect: 'grows',
    says: 'It grows as a star of the new size, with as many points.'
  },
  {
    name: 'Vector',
    layers: among(picture({ fillGeometry: [{ path: heart }] }, 'VECTOR')),
    insets,
    expect: 'behind',
    says: 'Its outline stays as it is; the new image is directly behind it.'
  },
  {
    name: 'Boolean group',
    layers: among(
      holding(picture({ booleanOperation: 'UNION' }, 'BOOLEAN_OPERATION'), [
        layer('RECTANGLE', 'Base', [100, 150, 240, 110], { fills: [ink] }),
        layer('ELLIPSE', 'Dome', [140, 100, 160, 160], { fills: [ink] })
      ])
    ),
    insets,
    expect: 'behind',
    says: 'Its outline stays as it is; the new image is directly behind it.'
  },
  {
    name: 'Layer inside a boolean group',
    layers: [
      holding(layer('BOOLEAN_OPERATION', 'Union', pictureBox, { fills: [photo()] }), [
        picture({}, 'RECTANGLE', [100, 150, 240, 110]),
        layer('ELLIPSE', 'Dome', [140, 100, 160, 160], { fills: [ink] })
      ])
    ],
    insets,
    expect: 'obstacle',
    says: 'It only shapes the boolean group: a layer outside of one has to be selected.',
    sentence: english.obstacles['inside-boolean']({ kind: 'inside-boolean', name: pictureName }).sentence
  },
  {
    name: 'Text',
    layers: among(text('Picture', 'COFFEE', [100, 100, 240, 80], 60, { fills: [photo()] })),
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'It stays text; the new image is directly behind it.'
  },
  {
    name: 'Line',
    layers: among(layer('LINE', 'Picture', [100, 180, 240, 0], { strokes: [ink], strokeWeight: 8 })),
    insets,
    expect: 'obstacle',
    says: 'It has no area of its own: it has to be put in a frame first.',
    sentence: english.obstacles['not-expandable']({
      kind: 'not-expandable',
      name: pictureName,
      nodeType: 'LINE'
    }).sentence
  },
  {
    name: 'Mask group',
    layers: among(
      holding(picture({ fills: undefined }, 'GROUP'), [
        layer('ELLIPSE', 'Cut-out', pictureBox, { fills: [ink], isMask: true }),
        layer('RECTANGLE', 'Photo', pictureBox, { fills: [photo()] })
      ])
    ),
    insets,
    sends: ['Picture'],
    expect: 'behind',
    says: 'It stays masked; the new image is directly behind it and fills what the mask cuts off.'
  },
  {
    name: 'Layer cut by a mask',
    layers: among(
      holding(layer('GROUP', 'Masked', pictureBox), [
        layer('ELLIPSE', 'Cut-out', pictureBox, { fills: [ink], isMask: true }),
        picture()
      ])
    ),
    insets,
    expect: 'obstacle',
    says: 'What is added would be cut too: the group or frame that the mask is in has to be selected.',
    sentence: english.obstacles.masked({ kind: 'masked', name: pictureName }).sentence
  },
  {
    name: 'Mask itself',
    layers: [
      holding(layer('GROUP', 'Masked', pictureBox), [
        picture({ isMask: true }, 'ELLIPSE'),
        layer('RECTANGLE', 'Colour', pictureBox, { fills: [green, white] })
      ])
    ],
    insets,
    expect: 'obstacle',
    says: 'The group or frame that the mask is in has to be selected.',
    sentence: english.obstacles.masked({ kind: 'masked', name: pictureName }).sentence
  }
]
