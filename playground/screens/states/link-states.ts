import type { AppState } from '../../../src/ui/state/app-state'
import { withKey } from './base-states'
import type { Pictures } from './samples/pictures'
import { madeImage, orderFrom, runOf, withRuns } from './samples/sample-runs'

/** With nothing selected: an image from a link. */
export function linkStates(pictures: Pictures): Readonly<Record<string, AppState>> {
  const typed: AppState = { ...withKey, link: 'https://images.example.com/2025/coffee.jpg' }
  const made = madeImage(pictures, 0, { seam: null, verdict: null })
  const placed = runOf(orderFrom(typed), [{ kind: 'ready', image: made }], { shown: 1, where: 'in-view' })
  const sides = typed.linkTexts
  return {
    'Link: typed': typed,
    'Link: sides of their own': { ...typed, linkTexts: { ...sides, left: '60', bottom: '5' } },
    'Link: no whole link': { ...typed, link: 'coffee.jpg' },
    'Link: too long': { ...typed, link: `https://images.example.com/${'a'.repeat(600)}.jpg` },
    'Link: on this computer': { ...typed, link: 'http://localhost:3000/coffee.jpg' },
    'Link: nothing on one side': { ...typed, linkTexts: { ...sides, top: '0' } },
    'Link: not a number': { ...typed, linkTexts: { ...sides, right: 'wide' } },
    'Link: under way': withRuns(typed, [
      runOf(orderFrom(typed), [{ kind: 'working', stage: 'waiting', percent: 37 }])
    ]),
    'Link: placed': withRuns(withKey, [placed])
  }
}
