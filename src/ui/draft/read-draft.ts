import type { Placement } from '../../core/expansion/placement'
import { growsWhole } from '../../core/geometry/outline'
import { type Growth, type GrowthObstacle, insetsOf } from '../../core/growth/growth'
import { type Outcome, succeed } from '../../core/outcome'
import type { FrameTarget } from '../../core/plan/frame-target'
import type { CanvasPlan, LayerPlan } from '../../core/plan/plan'
import { coversFrame, type FrameObstacle, planFrame } from '../../core/plan/plan-frame'
import { type LinkDraft, type LinkObstacle, planLink } from '../../core/plan/plan-link'
import { type InsetsObstacle, planSides } from '../../core/plan/plan-sides'
import type {
  Found,
  Obstacle,
  SelectedLayer,
  Selection,
  SidesTarget,
  SubjectContent
} from '../../core/plan/target'
import { serviceUrl } from '../../core/settings'
import { readImageLink } from '../../service/wire/image-link'
import type { AppState, Mode } from '../state/app-state'
import { growthOf } from './growth-setting'

/** What a press on Expand would do, or why it cannot. Derived from the state at each drawing. */
export type Draft =
  | { readonly kind: 'looking' }
  | TargetDraft
  /** Without a selection: a linked image. */
  | { readonly kind: 'link'; readonly plan: Outcome<LinkDraft, LinkObstacle> }
  /** One draft for each of several layers. */
  | { readonly kind: 'several'; readonly mode: Mode; readonly drafts: readonly NamedDraft[] }

/** The draft of one target. */
export type TargetDraft =
  | { readonly kind: 'obstacle'; readonly mode: Mode; readonly obstacle: DraftObstacle }
  | {
      readonly kind: 'sides'
      readonly target: SidesTarget
      readonly content: SubjectContent
      readonly growth: Growth
      readonly plan: Outcome<SidesDraft, GrowthObstacle | InsetsObstacle>
    }
  | {
      readonly kind: 'frame'
      readonly target: FrameTarget
      readonly subjectIds: readonly string[]
      readonly plan: Outcome<CanvasPlan, FrameObstacle>
    }

export type DraftObstacle =
  | Obstacle
  /** The layer shows no image and is selected beside layers that do. */
  | { readonly kind: 'no-image'; readonly name: string }

export interface NamedDraft {
  readonly nodeId: string
  readonly name: string
  readonly draft: TargetDraft
}

/** A plan of the sides mode with the placement of its result. */
interface SidesDraft {
  readonly plan: LayerPlan
  readonly placement: Placement & { readonly kind: 'grow' | 'behind' }
}

/** Computes the draft of the state. */
export function readDraft(state: AppState): Draft {
  const { selection } = state
  if (selection === null) {
    return { kind: 'looking' }
  }
  if (isNothing(selection) && state.link.trim() !== '') {
    return { kind: 'link', plan: readLink(state) }
  }
  const mode = modeOf(state)
  const alone = mode === 'frame' && selection.frame.kind === 'target' && fillableFrames(state).length < 2
  if (selection.each.length === 0 || alone) {
    return draftOf(selection, mode, state)
  }
  const layers = mode === 'frame' ? framesOf(selection.each) : selection.each
  const drafts = layers.map((layer) => ({
    nodeId: layer.nodeId,
    name: mode === 'frame' && layer.frame.kind === 'target' ? layer.frame.target.name : layer.name,
    draft: draftOf(layer, mode, { ...state, chosenSubjects: null })
  }))
  return { kind: 'several', mode, drafts: drafts.some(showsImage) ? drafts.map(onlyWithImage) : drafts }
}

function showsImage({ draft }: NamedDraft): boolean {
  return draft.kind === 'sides' && draft.target.contents.some(({ nativeScale }) => nativeScale !== null)
}

/** Excludes a layer without an image beside layers with images: it was hardly meant and would use credits too. */
function onlyWithImage(named: NamedDraft): NamedDraft {
  const { draft, name } = named
  return draft.kind !== 'sides' || showsImage(named)
    ? named
    : { ...named, draft: { kind: 'obstacle', mode: 'sides', obstacle: { kind: 'no-image', name } } }
}

/** Tells whether nothing is selected. */
export function isNothing({ sides }: Selection): boolean {
  return sides.kind === 'obstacle' && sides.obstacle.kind === 'nothing-selected'
}

function readLink({ link, linkTexts, settings }: AppState): Outcome<LinkDraft, LinkObstacle> {
  const read = readImageLink(link, serviceUrl(settings))
  if (!read.ok) {
    return read
  }
  const { url, name } = read.value
  const planned = planLink(url, linkTexts)
  return planned.ok ? succeed({ ...planned.value, name }) : planned
}

function draftOf(
  found: { readonly sides: Found<SidesTarget>; readonly frame: Found<FrameTarget> },
  mode: Mode,
  state: AppState
): TargetDraft {
  if (mode === 'sides') {
    const { sides } = found
    if (sides.kind === 'obstacle') {
      return { kind: 'obstacle', mode, obstacle: sides.obstacle }
    }
    const { target } = sides
    const content = contentOf(target, state)
    const growth = growthOf(state)
    return { kind: 'sides', target, content, growth, plan: readSides(target, content, growth) }
  }
  const { frame } = found
  if (frame.kind === 'obstacle') {
    return { kind: 'obstacle', mode, obstacle: frame.obstacle }
  }
  const subjectIds = state.chosenSubjects ?? frame.target.subjectIds
  return { kind: 'frame', target: frame.target, subjectIds, plan: planFrame(frame.target, subjectIds) }
}

/** Returns the user's mode; without one, filling the frame if it has an empty area, as after enlarging a frame. */
export function modeOf(state: AppState): Mode {
  const { chosenMode, selection } = state
  if (chosenMode !== null || selection === null) {
    return chosenMode ?? 'sides'
  }
  return canFill(selection.frame) || fillableFrames(state).length > 0 ? 'frame' : 'sides'
}

function canFill(frame: Found<FrameTarget>): boolean {
  return frame.kind === 'target' && !coversFrame(frame.target) && planFrame(frame.target).ok
}

/** Finds the different frames with an empty area among several selected layers. */
function fillableFrames({ selection }: AppState): readonly SelectedLayer[] {
  return framesOf(selection?.each ?? []).filter(({ frame }) => canFill(frame))
}

/** Makes one draft for each frame: layers selected in the same frame form its source image together. */
function framesOf(layers: readonly SelectedLayer[]): readonly SelectedLayer[] {
  const frames = new Map<string, SelectedLayer>()
  for (const layer of layers) {
    const id = layer.frame.kind === 'target' ? layer.frame.target.nodeId : layer.nodeId
    const known = frames.get(id)
    frames.set(id, known === undefined ? layer : { ...known, frame: together(known.frame, layer.frame) })
  }
  return [...frames.values()]
}

function together(one: Found<FrameTarget>, other: Found<FrameTarget>): Found<FrameTarget> {
  if (one.kind === 'obstacle' || other.kind === 'obstacle') {
    return one
  }
  const subjectIds = [...new Set([...one.target.subjectIds, ...other.target.subjectIds])]
  return { kind: 'target', target: { ...one.target, subjectIds } }
}

/** Returns the content that the user chose, if the layer has it; else the default. */
function contentOf({ contents }: SidesTarget, { chosenContent }: AppState): SubjectContent {
  return contents.find(({ kind }) => kind === chosenContent) ?? contents[0]
}

function readSides(
  target: SidesTarget,
  { kind, layers, nativeScale }: SubjectContent,
  growth: Growth
): Outcome<SidesDraft, GrowthObstacle | InsetsObstacle> {
  const { nodeId, origin, width, height, outline } = target
  const read = insetsOf(growth, target)
  if (!read.ok) {
    return read
  }
  const insets = read.value
  const placing = growsWhole(outline, target, insets) ? target.placing : 'behind'
  const plan = planSides({ width, height, layers, nativeScale }, insets)
  if (!plan.ok) {
    return plan
  }
  const place = { nodeId, origin, subject: { width, height }, insets }
  return succeed({
    plan: plan.value,
    placement:
      placing === 'behind'
        ? { kind: 'behind', ...place }
        : { kind: 'grow', ...place, above: kind === 'background' ? 'images' : 'everything' }
  })
}
