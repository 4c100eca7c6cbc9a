const operations: Readonly<Record<BlendMode, GlobalCompositeOperation>> = {
  PASS_THROUGH: 'source-over',
  NORMAL: 'source-over',
  DARKEN: 'darken',
  MULTIPLY: 'multiply',
  // A canvas has no linear burn; this is the nearest that it has.
  LINEAR_BURN: 'color-burn',
  COLOR_BURN: 'color-burn',
  LIGHTEN: 'lighten',
  SCREEN: 'screen',
  LINEAR_DODGE: 'lighter',
  COLOR_DODGE: 'color-dodge',
  OVERLAY: 'overlay',
  SOFT_LIGHT: 'soft-light',
  HARD_LIGHT: 'hard-light',
  DIFFERENCE: 'difference',
  EXCLUSION: 'exclusion',
  HUE: 'hue',
  SATURATION: 'saturation',
  COLOR: 'color',
  LUMINOSITY: 'luminosity'
}

/** The canvas's word for how a paint or a layer mixes with what is beneath it. */
export function operationOf(blendMode: BlendMode | undefined): GlobalCompositeOperation {
  return operations[blendMode ?? 'NORMAL']
}
