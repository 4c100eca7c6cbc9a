import type { Caller } from '../../bridge/caller'
import type { Expansion } from '../../core/expansion/expansion'
import type { Selection, SubjectContent } from '../../core/plan/target'
import { subjectOf } from '../draft/expansion-drafts'
import {
  firstGrowth,
  growthOf,
  type GrowthSetting,
  growthSettingOf,
  isSetTo,
  noGrowth
} from '../draft/growth-setting'
import { readDraft } from '../draft/read-draft'
import { createThumbnails, type ThumbnailPorts } from '../expansion/thumbnails'
import { type AppState, type Mode, stillToTell } from '../state/app-state'
import type { Store } from '../state/store'
import { endsRecipe, frameContents, selectedNode, thumbnailSubject } from './selected-layer'

/** What follows the selection, and what is chosen of it. */
export interface SelectionActions {
  readonly changeSelection: (selection: Selection) => void
  /** Reads the selection again, after it could not be read. */
  readonly lookAgain: () => Promise<void>
  readonly chooseMode: (mode: Mode) => void
  /** Chooses which layers of the frame are its source image, by their ids. */
  readonly chooseSubjects: (nodeIds: readonly string[]) => void
  /** Chooses what of a layer is sent. */
  readonly chooseContent: (kind: SubjectContent['kind']) => void
}

export interface SelectionFollower extends SelectionActions {
  /** Takes the selection in the state for the first one. */
  readonly begin: () => void
  /** While an original is looked at, its layer is what it was before: the window goes on showing what is. */
  readonly hold: (isHeld: boolean) => void
  readonly isHeld: () => boolean
  readonly isSelected: (expansion: Expansion) => boolean
  /** Tells whether no growth is set. */
  readonly isAtRest: () => boolean
  /** Sets no growth where an expansion has grown its layer as it was set: the same press would grow it once more. */
  readonly letRest: (expansion: Expansion) => void
}

export function createSelectionFollower(
  ports: ThumbnailPorts & { readonly call: Caller },
  { get, update }: Store<AppState>
): SelectionFollower {
  const { call } = ports
  let isHeld = false
  /** The layer that was selected alone last; what is set for the others holds again when they are. */
  let lastNode: string | null = null
  const growths = new Map<string, GrowthSetting>()

  const wishThumbnail = createThumbnails(ports, (thumbnail) => {
    update({ thumbnail, isPictureComing: false })
  })
  const showThumbnail = (): void => {
    const wished = thumbnailSubject(readDraft(get()))
    update({ isPictureComing: wished !== null })
    wishThumbnail(wished)
  }
  const isAtRest = (): boolean => isSetTo(get(), growthOf({ ...get(), ...noGrowth }))
  const isSelected = (expansion: Expansion): boolean =>
    get().selection?.each.some(({ nodeId }) => nodeId === subjectOf(expansion)) === true ||
    selectedNode(get().selection) === subjectOf(expansion)

  const growthFor = (node: string | null): Partial<GrowthSetting> => {
    if (node === null || node === lastNode) {
      return {}
    }
    if (lastNode !== null) {
      growths.set(lastNode, growthSettingOf(get()))
      if (isAtRest()) {
        growths.delete(lastNode)
      }
    }
    lastNode = node
    return growths.get(node) ?? firstGrowth
  }

  const changeSelection = (selection: Selection): void => {
    if (isHeld) {
      return
    }
    const before = get().selection
    const isSame = frameContents(selection) === frameContents(before)
    const node = selectedNode(selection)
    const areOthers = selection.nodeIds.join() !== before?.nodeIds.join()
    const isChanged = JSON.stringify(selection) !== JSON.stringify(before)
    update({
      selection,
      ...growthFor(node),
      ...(isSame ? {} : { chosenSubjects: null }),
      ...(areOthers ? { isAsked: false } : {}),
      ...(endsRecipe(selection, get().recipeSettings) ? { recipeSettings: null } : {}),
      ...(isChanged && (node !== selectedNode(before) || get().news?.kind === 'kept')
        ? { news: stillToTell(get().news) }
        : {})
    })
    showThumbnail()
  }

  return {
    changeSelection,
    lookAgain: async () => {
      update({ news: null })
      const found = await call('describe-selection', null)
      if (found.ok) {
        changeSelection(found.value)
      } else {
        update({ news: { kind: 'failed', failure: found.failure } })
      }
    },
    chooseMode: (chosenMode) => {
      update({ chosenMode, thumbnail: null })
      showThumbnail()
    },
    chooseSubjects: (chosenSubjects) => {
      update({ chosenSubjects })
      showThumbnail()
    },
    chooseContent: (chosenContent) => {
      update({ chosenContent })
      showThumbnail()
    },
    begin: () => {
      lastNode = selectedNode(get().selection)
      showThumbnail()
    },
    hold: (held) => {
      isHeld = held
    },
    isHeld: () => isHeld,
    isSelected,
    isAtRest,
    letRest: (expansion) => {
      const { growth, placement } = expansion
      const rests = placement.kind === 'behind' || growth?.kind === 'sides'
      if (growth !== null && rests && isSelected(expansion) && isSetTo(get(), growth)) {
        update(noGrowth)
      }
    }
  }
}
