import type { AppState, PastImage } from '../../../src/ui/state/app-state'
import { growing } from './base-states'
import { layerNames } from './samples/layer-names'
import type { Pictures } from './samples/pictures'
import { madeImage, orderFrom } from './samples/sample-runs'

/** The images of a session. */
export function historyStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const state: AppState = { ...growing(pictures), screen: 'history' }
  const prompts = ['A wide sandy beach at low tide, soft morning light', '', 'Night sky']
  const names = [layerNames.plain, layerNames.unbroken, layerNames.rightToLeft, layerNames.emoji]
  const past = Array.from({ length: 6 }, (_, index): PastImage => {
    const order = orderFrom(state, {
      name: names[index] ?? `Slide ${index}`,
      prompt: prompts[index % prompts.length] ?? '',
      seed: 1_804_289_383 + index
    })
    return {
      expansion: order,
      isKept: index === 1,
      image: madeImage(pictures, index, index === 4 ? { thumbnail: null, seam: null } : {})
    }
  })
  return {
    'History: empty': state,
    'History: 1 image': { ...state, past: past.slice(0, 1) },
    'History: 6 images': { ...state, past }
  }
}
