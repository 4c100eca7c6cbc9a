import { freeDrafts } from '../../src/ui/draft/expansion-drafts'
import { actionsFor } from '../../src/ui/expansion/failure-actions'
import { byExpansion, isLost } from '../../src/ui/expansion/remembered-task'
import { isPlaced, isUnderWay, type Run } from '../../src/ui/expansion/run'
import type { AppModel } from '../../src/ui/model/app-model'
import type { Act } from './act'
import { chaosKey } from './chaos-key'
import type { Ledger } from './ledger'
import type { SeededRandom } from './seeded-random'

/** Who presses, and what is known of each press. */
export interface Hand {
  readonly random: SeededRandom
  readonly ledger: Ledger
  /** Does something later, when a button is let go of. */
  readonly after: (delayMs: number, act: () => void) => void
}

/** Every press that the screen of a window offers now, each entered in the ledger. */
export function pressesOf(model: AppModel, hand: Hand): readonly Act[] {
  const { random, ledger } = hand
  const state = model.state.get()
  const { runs, remembered, settings, past } = state
  const acts: Act[] = []
  const offer = (name: string, weight: number, act: () => void, target = ''): void => {
    acts.push({ name, target, weight, act })
  }
  const requests = freeDrafts(state).length * settings.variants
  if (requests > 0 && requests <= settings.requestCap && state.hasKey) {
    offer('expand', 6, () => {
      ledger.grant(requests)
      void model.expand()
    })
  }
  offer('variants', 0.4, () => void model.saveSettings({ ...settings, variants: random.pick([1, 2, 3, 4]) }))
  offer('prompt', 0.5, () => {
    model.typePrompt(random.pick(['', 'a beach', 'clouds']))
  })
  offer('mode', 0.5, () => {
    model.chooseMode(random.pick(['frame', 'sides']))
  })
  offer('growth', 0.5, () => {
    model.typeInset(random.pick(['top', 'right', 'bottom', 'left']), random.pick(['0', '10%', '40', '120%']))
  })
  if (state.hasKey) {
    offer('check the key', 0.2, () => void model.checkKey())
    offer('remove the key', 0.05, () => void model.removeKey())
  } else {
    offer('save the key', 5, () => void model.saveKey(chaosKey))
  }
  for (const run of runs) {
    acts.push(...pressesOfRun(model, run, hand))
  }
  if (runs.length > 1) {
    if (runs.some(isUnderWay)) {
      offer('cancel what waits', 0.3, model.cancelWaiting)
      offer('cancel all', 0.3, model.cancelAll)
    } else {
      offer('keep all', 1, () => {
        for (const run of runs.filter(isPlaced)) {
          ledger.letGoRun(run, 'made')
        }
        void model.keepAll()
      })
    }
  }
  for (const tasks of byExpansion(remembered)) {
    const { runId } = tasks[0].entry.expansion
    const here = tasks.filter((task) => task.isHere && !isLost(task)).map(({ entry }) => entry.id)
    if (here.length > 0) {
      offer(
        'place what is remembered',
        3,
        () => {
          here.forEach(() => {
            ledger.touch(runId)
          })
          model.placeRemembered(here)
        },
        runId
      )
    }
    offer('discard what is remembered', 0.2, () => {
      tasks.forEach(({ entry }) => {
        ledger.letGo(entry.accepted?.taskId ?? '')
      })
      void model.discardRemembered(tasks.map(({ entry }) => entry.id))
    })
  }
  for (const { entryId } of state.lost) {
    offer('forget what was lost', 0.5, () => void model.forgetLost(entryId), entryId)
  }
  offer(
    'one request or two',
    0.3,
    () => void model.saveSettings({ ...settings, isSingleRequest: random.chance(0.5) })
  )
  const [image] = past
  if (image !== undefined) {
    offer('place an image of before', 0.3, () => {
      const chosen = random.pick(past)
      ledger.touch(chosen.expansion.runId)
      model.placePast(chosen)
    })
  }
  return acts
}

function pressesOfRun(model: AppModel, run: Run, { random, ledger, after }: Hand): readonly Act[] {
  const { runId, variations: variants, shown, undone, where, expansion: order } = run
  const acts: Act[] = []
  const offer = (name: string, weight: number, act: () => void, id?: number): void => {
    acts.push({ name, target: `${runId} ${id ?? ''}`, weight, act })
  }
  const canLeave = shown === null && !isUnderWay(run)
  if (isUnderWay(run)) {
    offer('cancel', 0.4, () => {
      model.cancel(runId)
    })
  }
  if (shown !== null && undone !== null) {
    offer(
      'place again',
      1,
      () => {
        ledger.touch(runId)
        void model.show(runId, shown)
      },
      shown
    )
    if (!isUnderWay(run)) {
      offer('dismiss what is undone', 0.3, () => {
        ledger.letGoRun(run, 'made')
        void model.dismissUndone(runId)
      })
    }
  }
  if (isPlaced(run)) {
    offer('keep', 1.5, () => {
      ledger.letGoRun(run, 'made')
      void model.keep(runId)
    })
    if (where !== 'apart') {
      offer('discard', 0.7, () => {
        ledger.touch(runId)
        ledger.letGoRun(run, 'all')
        void model.discard(runId)
      })
      offer('look at the original', 0.5, () => {
        void model.lookAtOriginal(runId, true)
        after(random.spread(50, 3_000), () => void model.lookAtOriginal(runId, false))
      })
    }
    if (!isUnderWay(run)) {
      offer('more', 0.7, () => {
        ledger.grant(model.state.get().settings.variants)
        model.more(runId)
      })
    }
  }
  for (const { id, seed, state } of variants) {
    if (state.kind === 'ready' && variants.length > 1) {
      offer('show', 0.7, () => {
        ledger.touch(runId)
        void model.show(runId, id)
      })
    }
    if (state.kind === 'failed' || state.kind === 'cancelled') {
      const { reached } = state
      const goOn = (): void => {
        ledger.touch(runId)
        if (reached.kind === 'nothing') {
          ledger.grantSeed(seed)
        }
        model.goOn(runId, id)
      }
      const actions = state.kind === 'failed' ? actionsFor(state.failure, reached) : ['go-on']
      if (actions.includes('go-on')) {
        offer(`go on from ${reached.kind}`, reached.kind === 'nothing' ? 1 : 2, goOn, id)
      }
      if (actions.includes('place-apart')) {
        offer(
          'place apart',
          2,
          () => {
            ledger.touch(runId)
            void model.placeApart(runId, id)
          },
          id
        )
      }
      if (actions.includes('other-mask')) {
        offer('try the other mask', 0.5, () => {
          ledger.grant(1)
          void model.tryOtherMaskReading(runId)
        })
      }
      if (state.kind === 'failed') {
        offer('copy the failure', 0.2, () => {
          model.copyFailure(state.failure, order)
        })
      }
      if (state.kind === 'failed' ? shown === null : canLeave) {
        offer('dismiss', 0.3, () => {
          model.dismiss(runId)
        })
      }
    }
    if (state.kind === 'elsewhere' && canLeave) {
      offer('dismiss what is elsewhere', 1, () => {
        model.dismiss(runId)
      })
    }
  }
  return acts
}
