import type { FrameTarget } from '../../../src/core/plan/frame-target'
import type { SidesTarget } from '../../../src/core/plan/target'
import { type AppState, initialState } from '../../../src/ui/state/app-state'
import type { Pictures } from './samples/pictures'
import { fillable, growable } from './samples/selections'
import { frameTarget, sidesTarget } from './samples/targets'

/** The window with a key and nothing selected. */
export const withKey: AppState = {
  ...initialState,
  hasKey: true,
  selection: {
    nodeIds: [],
    sides: { kind: 'obstacle', obstacle: { kind: 'nothing-selected' } },
    frame: { kind: 'obstacle', obstacle: { kind: 'nothing-selected' } },
    each: []
  }
}

/** One layer is selected whose sides can grow; its picture is shown. */
export function growing({ subject }: Pictures, change: Partial<SidesTarget> = {}): AppState {
  const target = sidesTarget(change)
  const { nodeId, width, height, contents } = target
  return {
    ...withKey,
    selection: growable(target),
    thumbnail: { subject: { nodeId, width, height, layers: contents[0].layers }, png: subject }
  }
}

/** One frame is selected that has an empty area. */
export function filling(change: Partial<FrameTarget> = {}): AppState {
  const frame = frameTarget(change)
  const { nodeId, name, width, height } = frame
  return { ...withKey, selection: fillable(frame, sidesTarget({ nodeId, name, width, height })) }
}
