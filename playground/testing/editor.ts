/** What tests of the plugin and the benchmark use of the stand-in for Figma’s editor. */
export type { Place } from '../editor/automation'
