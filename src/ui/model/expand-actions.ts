import type { Caller } from '../../bridge/caller'
import { type ExpansionDraft, isSameDraft } from '../../core/expansion/expansion-draft'
import { readTuning } from '../../core/expansion/tuning'
import { serviceUrl } from '../../core/settings'
import { freeDrafts, subjectOf } from '../draft/expansion-drafts'
import { isOverForNothing } from '../expansion/run'
import type { Runs } from '../expansion/runs'
import { type AppState, type PastImage, stillToTell } from '../state/app-state'
import type { Store } from '../state/store'
import type { SelectionFollower } from './selection-actions'
import type { SettingsActions } from './settings-actions'

/** Presses that ask for images. */
export interface ExpandActions {
  /** Starts an expansion of each target that is selected now: as many paid requests as the window says. */
  readonly expand: () => Promise<void>
  /** Asks for as many variations again, with new seeds. */
  readonly more: (runId: string) => void
  /** Goes on with a variation that failed or was canceled; where nothing exists of it yet, by a new paid request. */
  readonly goOn: (runId: string, id: number) => void
  /** Takes the mask the other way round from now on, and sends the expansion again: one more paid request. */
  readonly tryOtherMaskReading: (runId: string) => Promise<void>
  /** Puts an image of this session on its layer again. */
  readonly placePast: (image: PastImage) => void
  /** Goes back to the form with the prompt of a run that came to nothing. */
  readonly changePrompt: (runId: string) => void
}

/** So many prompts are kept. */
export const mostPrompts = 50

export function createExpandActions(
  call: Caller,
  { get, update }: Store<AppState>,
  runs: Runs,
  selection: Pick<SelectionFollower, 'changeSelection' | 'isHeld'>,
  { saveRequestSettings }: Pick<SettingsActions, 'saveRequestSettings'>
): ExpandActions {
  let isLooking = false
  const currentUrl = (): string => serviceUrl(get().settings)

  const keepPrompt = async (): Promise<void> => {
    const prompt = get().prompt.trim()
    if (prompt !== '') {
      const prompts = [prompt, ...get().prompts.filter((other) => other !== prompt)].slice(0, mostPrompts)
      update({ prompts })
      await call('write-stored', { name: 'prompts', value: prompts })
    }
  }

  /** What came to nothing on these targets, and cost nothing, need not be told beside the next try. */
  const leaveEnded = (drafts: readonly ExpansionDraft[]): void => {
    const wanted = new Set(drafts.map(subjectOf))
    for (const run of get().runs) {
      if (wanted.has(subjectOf(run.expansion)) && isOverForNothing(run)) {
        runs.dismiss(run.runId)
      }
    }
  }

  return {
    expand: async () => {
      // What is shown while an original is looked at is not how the layer is at that moment.
      if (isLooking || selection.isHeld()) {
        return
      }
      const shown = freeDrafts(get())
      const { variants, requestCap } = get().settings
      isLooking = true
      const found = await call('describe-selection', null)
      isLooking = false
      if (!found.ok) {
        update({ news: { kind: 'failed', failure: found.failure } })
        return
      }
      // Its thumbnail is made anew only where it is another.
      if (JSON.stringify(found.value) !== JSON.stringify(get().selection)) {
        selection.changeSelection(found.value)
      }
      const drafts = freeDrafts(get())
      // What was pressed for is what was shown: whatever is another by now is only shown.
      const isSame =
        drafts.length === shown.length &&
        drafts.every((draft, index) => {
          const other = shown[index]
          return other !== undefined && isSameDraft(draft, other)
        })
      if (isSame && drafts.length > 0 && drafts.length * variants <= requestCap) {
        const read = readTuning(get().tuningTexts)
        update({ isAsked: false, news: null, openRun: { kind: 'awaited' } })
        leaveEnded(drafts)
        runs.start(drafts, { variants, baseUrl: currentUrl(), seed: read.ok ? read.value.seed : null })
        await keepPrompt()
      }
    },
    more: (runId) => {
      runs.more(runId, get().settings.variants)
    },
    goOn: (runId, id) => {
      runs.goOn(runId, id, currentUrl())
    },
    tryOtherMaskReading: async (runId) => {
      const order = get().runs.find((run) => run.runId === runId)?.expansion
      if (order === undefined) {
        return
      }
      const maskIsInverted = !order.maskIsInverted
      runs.dismiss(runId)
      runs.start([{ ...order, maskIsInverted }], { variants: 1, baseUrl: currentUrl(), seed: null })
      await saveRequestSettings({ maskIsInverted })
    },
    placePast: ({ expansion, image }) => {
      const { entryId } = image.task
      const isRemembered = get().remembered.some(({ entry }) => entry.id === entryId)
      runs.showAgain(expansion, image, { baseUrl: currentUrl(), isRemembered })
      update({ screen: 'expand', news: stillToTell(get().news) })
    },
    changePrompt: (runId) => {
      const prompt = get().runs.find((run) => run.runId === runId)?.expansion.prompt
      runs.dismiss(runId)
      update({ prompt: prompt ?? get().prompt })
    }
  }
}
