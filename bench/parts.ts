import { measureChaos } from './chaos/chaos'
import { measureFuzz } from './chaos/fuzz'
import { measureLoad } from './document/load'
import { measureMasks } from './document/mask-in-vm'
import { measurePlacement } from './document/placement'
import { measureFinishQuality, measureFinishTimes } from './finish/finish'
import { measureMemory } from './finish/memory'
import type { Row } from './report/row'
import { measureEncoding } from './upload/encoding'
import { measureUploads } from './upload/upload'
import { measureBundles } from './window/bundle-size'
import { measureExpansions } from './window/expansion'
import { measurePreviewDrag } from './window/preview-drag'
import { measureStart } from './window/start'

/** The parts of `npm run bench`, by name. */
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
