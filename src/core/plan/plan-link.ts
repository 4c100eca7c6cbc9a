import { type Side, sides } from '../geometry/insets'
import type { Growth } from '../growth/growth'
import { parseInset } from '../growth/parse-inset'
import { maxRatio } from '../limits'
import { fail, type Outcome, succeed } from '../outcome'
import type { LinkPlan } from './plan'

/** Why a linked image cannot be expanded. */
export type LinkObstacle =
  | { readonly kind: 'not-a-link' }
  | { readonly kind: 'link-too-long'; readonly limit: number }
  /** Only this computer or network knows the address, but the service fetches the image itself. */
  | { readonly kind: 'private-host'; readonly host: string }
  | { readonly kind: 'not-a-percentage'; readonly side: Side }
  /** The service accepts more than 0 and at most 100 % for each side; the image's size is unknown. */
  | { readonly kind: 'out-of-range'; readonly side: Side }

/** A linked image that can be expanded. */
export interface LinkDraft {
  readonly plan: LinkPlan
  readonly growth: Growth
  /** The last part of the link's path: the new layer's name. */
  readonly name: string
}

/** Plans the growth of a linked image: percentages of its own sides, as typed, with or without the sign. */
export function planLink(
  url: string,
  texts: Readonly<Record<Side, string>>
): Outcome<Pick<LinkDraft, 'plan' | 'growth'>, LinkObstacle> {
  const ratios = { top: 0, right: 0, bottom: 0, left: 0 }
  const typed = { top: '', right: '', bottom: '', left: '' }
  for (const side of sides) {
    const entry = parseInset(texts[side].replace('％', '%'))
    if (entry === null || texts[side].toLowerCase().includes('px')) {
      return fail({ kind: 'not-a-percentage', side })
    }
    const ratio = entry.amount / 100
    if (!(ratio > 0 && ratio <= maxRatio)) {
      return fail({ kind: 'out-of-range', side })
    }
    ratios[side] = ratio
    typed[side] = `${entry.amount}%`
  }
  return succeed({
    plan: { kind: 'link', url, ratios, canvas: null },
    growth: { kind: 'sides', texts: typed }
  })
}
