/** What tests of the plugin and the benchmark use of the demo. */
export { findNode } from '../demo/find-node'
export type { PhotoScene } from '../demo/photo-scene'
export { runCommand } from '../demo/run-command'
export { type Session, type SessionOptions, developmentUrl, openSession } from '../demo/session'
export {
  type TypedInsets,
  chooseMode,
  enterInsets,
  enterSettings,
  expand,
  openPlugin
} from '../demo/use-plugin'
