import type { Size } from '../geometry/size'

/**
 * Common target sizes, px, by group. Social networks: sizes from their help pages. Advertisements: fixed sizes of the IAB's
 * New Ad Portfolio.
 */
export const commonSizes = [
  { name: 'instagramPost', group: 'social', width: 1080, height: 1350 },
  { name: 'instagramStory', group: 'social', width: 1080, height: 1920 },
  { name: 'facebookLink', group: 'social', width: 1200, height: 630 },
  { name: 'xHeader', group: 'social', width: 1500, height: 500 },
  { name: 'linkedInBanner', group: 'social', width: 1584, height: 396 },
  { name: 'youTubeThumbnail', group: 'social', width: 1280, height: 720 },
  { name: 'leaderboard', group: 'advertisements', width: 728, height: 90 },
  { name: 'billboard', group: 'advertisements', width: 970, height: 250 },
  { name: 'rectangle', group: 'advertisements', width: 300, height: 250 },
  { name: 'skyscraper', group: 'advertisements', width: 160, height: 600 },
  { name: 'halfPage', group: 'advertisements', width: 300, height: 600 }
] as const satisfies readonly (Size & { readonly name: string; readonly group: string })[]

export type SizeGroup = (typeof commonSizes)[number]['group']

export type SizeName = (typeof commonSizes)[number]['name']
