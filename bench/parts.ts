import { measureBundles } from './bundle-size'
import { measureChaos } from './chaos'
import { measureEncoding } from './encoding'
import { measureExpansions } from './expansion'
import { measureFinishQuality, measureFinishTimes } from './finish'
import { measureFuzz } from './fuzz'
import { measureLoad } from './load'
import { measureMasks } from './mask-in-vm'
import { measureMemory } from './memory'
import { measurePlacement } from './placement'
import { measurePreviewDrag } from './preview-drag'
import type { Row } from './row'
import { measureStart } from './start'
import { measureUploads } from './upload'

/** What `npm run bench` measures, by the names that choose parts of it. */
export const parts = {
  upload: measureUploads,
  finish: measureFinishTimes,
  encoding: measureEncoding,
  expansion: measureExpansions,
  bundle: measureBundles,
  start: measureStart,
  memory: measureMemory,
  preview: measurePreviewDrag,
  seams: measureFinishQuality,
  placement: measurePlacement,
  fuzz: measureFuzz,
  mask: measureMasks,
  load: measureLoad,
  chaos: () => measureChaos()
} as const satisfies Readonly<Record<string, () => Promise<readonly Row[]>>>

export type PartName = keyof typeof parts
