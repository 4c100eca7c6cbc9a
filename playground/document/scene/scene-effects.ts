import type { SceneEffect } from './scene-value-schemas'

/** The plugin API's effects for those of a scene; kinds that the playground does not know are left out. */
export function readEffects(effects: readonly SceneEffect[]): readonly Effect[] {
  return effects.flatMap((effect): readonly Effect[] => {
    if ('unknown' in effect) {
      return []
    }
    if (effect.type === 'DROP_SHADOW' || effect.type === 'INNER_SHADOW') {
      return [effect]
    }
    const { type, visible, radius, startRadius, startOffset, endOffset } = effect
    const common = { type, visible, radius, ...boundIn(effect) }
    return effect.blurType === 'NORMAL'
      ? [{ ...common, blurType: 'NORMAL' }]
      : [{ ...common, blurType: 'PROGRESSIVE', startRadius, startOffset, endOffset }]
  })
}

/** A scene's effects for those of the plugin API; every field is there, in one order. */
export function writeEffects(effects: readonly Effect[]): SceneEffect[] {
  return effects.flatMap((effect): SceneEffect[] => {
    switch (effect.type) {
      case 'DROP_SHADOW':
        return [
          {
            type: 'DROP_SHADOW',
            ...shadowFields(effect),
            showShadowBehindNode: effect.showShadowBehindNode ?? false
          }
        ]
      case 'INNER_SHADOW':
        return [{ type: 'INNER_SHADOW', ...shadowFields(effect) }]
      case 'LAYER_BLUR':
      case 'BACKGROUND_BLUR': {
        const progressive = effect.blurType === 'PROGRESSIVE'
        return [
          {
            type: effect.type,
            visible: effect.visible,
            radius: effect.radius,
            blurType: effect.blurType,
            startRadius: progressive ? effect.startRadius : 0,
            startOffset: progressive ? pointOf(effect.startOffset) : { x: 0, y: 0 },
            endOffset: progressive ? pointOf(effect.endOffset) : { x: 0, y: 1 },
            ...boundIn(effect)
          }
        ]
      }
      default:
        return []
    }
  })
}

function shadowFields(effect: DropShadowEffect | InnerShadowEffect) {
  const { r, g, b, a } = effect.color
  return {
    color: { r, g, b, a },
    offset: pointOf(effect.offset),
    radius: effect.radius,
    spread: effect.spread ?? 0,
    visible: effect.visible,
    blendMode: effect.blendMode,
    ...boundIn(effect)
  }
}

function boundIn<T>({ boundVariables }: { readonly boundVariables?: T }): { boundVariables?: T } {
  return boundVariables === undefined ? {} : { boundVariables }
}

function pointOf({ x, y }: Vector): { x: number; y: number } {
  return { x, y }
}
