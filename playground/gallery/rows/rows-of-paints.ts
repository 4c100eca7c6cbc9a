import { english } from '../../../src/ui/words/english'
import { layer } from './layer'
import { cream, green, ink, photo, plain, red, shade, smallPhoto, white } from './paint'
import type { Row } from './row'
import { among, picture, pictureName, usualInsets } from './sample-layers'

const insets = usualInsets
const alias = { type: 'VARIABLE_ALIAS', id: 'VariableID:1:1' } as const
const shadow = { color: { r: 0, g: 0, b: 0, a: 0.6 }, offset: { x: 0, y: 6 }, radius: 12, spread: 0 }

/** A rectangle like any other but for these fields, which grows and keeps them. */
function grows(
  name: string,
  fields: Readonly<Record<string, unknown>>,
  says: string,
  more: Partial<Row> = {}
): Row {
  return { name, layers: among(picture(fields)), insets, expect: 'grows', says, ...more }
}

/** Fills, strokes, effects, corners, and what they are taken from. */
export const rowsOfPaints: readonly Row[] = [
  grows('Image fill: fill', {}, 'The new image carries on what the fill shows; the old fill stays beneath.', {
    layers: among(picture({}, 'RECTANGLE', [100, 100, 200, 160]))
  }),
  grows('Image fill: fit', {}, 'The bars beside the image are filled too; the old fill stays beneath.', {
    layers: among(picture({ fills: [photo({ scaleMode: 'FIT' })] }, 'RECTANGLE', [100, 90, 240, 200]))
  }),
  grows('Image fill: crop', {}, 'The crop is carried on; the old fill keeps its crop beneath.', {
    layers: among(
      picture(
        {
          fills: [
            photo({
              scaleMode: 'STRETCH',
              imageTransform: [
                [0.75, 0, 0.125],
                [0, 0.75, 0.125]
              ]
            })
          ]
        },
        'RECTANGLE',
        [100, 100, 180, 120]
      )
    )
  }),
  grows(
    'Image fill: tile',
    { fills: [smallPhoto({ scaleMode: 'TILE', scalingFactor: 1 })] },
    'The tiles are sent as one picture; the old fill stays beneath.'
  ),
  grows('Image fill, rotated', {}, 'The image is sent as it is seen, turned in its fill.', {
    layers: among(picture({ fills: [photo({ rotation: 90 })] }, 'RECTANGLE', [100, 100, 160, 240]))
  }),
  grows(
    'Image fill with adjusted colours',
    { fills: [photo({ filters: { exposure: 0.3, saturation: -0.6 } })] },
    'The adjusted colours are sent; the old fill keeps its adjustments beneath.'
  ),
  grows(
    'Image fill that is see-through',
    { fills: [photo({ opacity: 0.5 })] },
    'Its opacity has to be set to 100% first, or the new image would show through it.',
    {
      expect: 'obstacle',
      sentence: english.obstacles['see-through']({ kind: 'see-through', name: pictureName }).sentence
    }
  ),
  grows(
    'Image fill with a blend mode, above another fill',
    { fills: [cream, photo({ blendMode: 'MULTIPLY' })] },
    'The fills are sent as they are seen together; each keeps its blend mode beneath.'
  ),
  grows(
    'Image fill with a blend mode, nothing beneath it',
    { fills: [photo({ blendMode: 'MULTIPLY' })] },
    'It mixes with what is beneath the layer: its blend mode has to be set to Normal first.',
    {
      expect: 'obstacle',
      sentence: english.obstacles.blended({ kind: 'blended', name: pictureName }).sentence
    }
  ),
  grows(
    'Several fills',
    { fills: [red, photo(), plain([0.1, 0.3, 0.9, 0.25])] },
    'The new image goes above the topmost image; the fills above that stay on top.'
  ),
  grows(
    'Hidden fill above the image',
    { fills: [photo(), { ...green, visible: false }] },
    'The hidden fill stays hidden on top.'
  ),
  grows(
    'Gradient above the image',
    { fills: [photo(), shade] },
    'The gradient is not sent and stays live above the new image, where it is seen.'
  ),
  grows(
    'Fill that is a colour',
    { fills: [red] },
    'It is sent as it is seen; the new image is its top fill.'
  ),
  grows(
    'Stroke inside',
    { strokes: [ink], strokeWeight: 6, strokeAlign: 'INSIDE' },
    'The stroke goes around the new size.',
    { rim: 8 }
  ),
  grows(
    'Stroke in the middle, dashed',
    { strokes: [ink], strokeWeight: 6, strokeAlign: 'CENTER', strokeDashes: [12, 6] },
    'The stroke goes around the new size, with its dashes.',
    { rim: 5, reach: 5 }
  ),
  grows(
    'Stroke outside, different on each side',
    {
      strokes: [ink],
      strokeWeight: 4,
      individualStrokeWeights: { top: 2, right: 4, bottom: 8, left: 0 },
      strokeAlign: 'OUTSIDE'
    },
    'The stroke goes around the new size, with each side’s weight.',
    { rim: 1, reach: 10 }
  ),
  grows(
    'Drop shadow',
    { effects: [{ type: 'DROP_SHADOW', ...shadow }] },
    'The shadow is not sent; it falls from the new size.',
    { reach: 30 }
  ),
  grows(
    'Inner shadow',
    { effects: [{ type: 'INNER_SHADOW', ...shadow }] },
    'The shadow is not sent; it lies along the new edges.',
    { rim: 26 }
  ),
  grows(
    'Layer blur',
    { effects: [{ type: 'LAYER_BLUR', radius: 6 }] },
    'The sharp fills are sent; the blur applies to the new size.',
    { rim: 20, reach: 20 }
  ),
  grows('Background blur', { effects: [{ type: 'BACKGROUND_BLUR', radius: 6 }] }, 'The blur is kept.'),
  grows('Opacity of the layer', { opacity: 0.5 }, 'Its full colours are sent; the layer keeps its opacity.'),
  grows(
    'Blend mode of the layer',
    { blendMode: 'MULTIPLY' },
    'Its own colours are sent; the layer keeps its blend mode.'
  ),
  grows(
    'Opacity of a group',
    {},
    'The new image would show through: its opacity has to be set to 100% first.',
    {
      layers: among({
        ...picture({ opacity: 0.5, fills: undefined }, 'GROUP'),
        children: [layer('RECTANGLE', 'Photo', [100, 100, 240, 160], { fills: [photo()] })]
      }),
      expect: 'obstacle',
      sentence: english.obstacles['see-through']({ kind: 'see-through', name: pictureName }).sentence
    }
  ),
  grows(
    'Blend mode of text',
    {},
    'The new image would mix with it: its blend mode has to be set to Normal first.',
    {
      layers: among(
        layer('TEXT', 'Picture', [100, 100, 240, 80], {
          fills: [photo()],
          blendMode: 'MULTIPLY',
          characters: 'COFFEE',
          style: { fontFamily: 'Inter', fontWeight: 700, fontSize: 60 }
        })
      ),
      expect: 'obstacle',
      sentence: english.obstacles.blended({ kind: 'blended', name: pictureName }).sentence
    }
  ),
  grows(
    'Corner radius',
    { cornerRadius: 24 },
    'The radius rounds the new corners; the old corners are filled.'
  ),
  grows(
    'Corner radius, different at each corner',
    { rectangleCornerRadii: [0, 12, 36, 60] },
    'Each radius rounds its new corner; the old corners are filled.'
  ),
  grows(
    'Styles of strokes and effects, prototype links, export settings',
    {
      strokes: [white],
      strokeWeight: 2,
      effects: [{ type: 'DROP_SHADOW', ...shadow }],
      styles: { stroke: 'S:stroke,1:1', effect: 'S:effect,1:2' },
      interactions: [
        {
          trigger: { type: 'ON_CLICK' },
          actions: [
            {
              type: 'NODE',
              destinationId: '1:2',
              navigation: 'NAVIGATE',
              transition: null,
              resetVideoPosition: false
            }
          ]
        }
      ],
      exportSettings: [{ format: 'PNG', suffix: '@2x', constraint: { type: 'SCALE', value: 2 } }]
    },
    'All of them are kept.',
    { rim: 3, reach: 30 }
  ),
  grows('Layout grids', {}, 'They are kept.', {
    layers: among(
      picture(
        {
          layoutGrids: [
            {
              pattern: 'COLUMNS',
              alignment: 'STRETCH',
              gutterSize: 10,
              count: 4,
              offset: 20,
              visible: true,
              color: { r: 1, g: 0, b: 0, a: 0.1 }
            }
          ],
          styles: { grid: 'S:grid,1:3' }
        },
        'FRAME'
      )
    )
  }),
  grows(
    'Fill style',
    { styles: { fill: 'S:fill,1:1' } },
    'A new fill would detach the style: the layer stays as it is, with the new image directly behind it.',
    { expect: 'behind' }
  ),
  grows(
    'Variables for opacity, radius and a colour',
    {
      fills: [{ ...red, boundVariables: { color: alias } }, photo()],
      cornerRadius: 16,
      boundVariables: { opacity: alias, topLeftRadius: alias, bottomRightRadius: alias }
    },
    'The variables stay bound.'
  ),
  grows(
    'Variable for the width or height',
    { boundVariables: { size: { x: alias } } },
    'Growing would end the binding: the layer stays as it is, with the new image directly behind it.',
    { expect: 'behind' }
  )
]
