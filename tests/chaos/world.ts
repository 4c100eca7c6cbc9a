import type { DocumentNode, PlaygroundDocument } from '../../playground/testing/document'
import { ClientStorage } from '../../playground/testing/host'
import type { AppModel } from '../../src/ui/model/app-model'
import { chaosKey } from './chaos-key'
import { createNetwork } from './chaos-network'
import { type ChaosService, createChaosService } from './chaos-service'
import { type DocumentWatch, watchDocument } from './document-watch'
import { layersOf } from './edits'
import { drawFaults, type FaultName, type Faults } from './faults'
import { type KeyWatch, watchKey } from './key-watch'
import { createLedger, type Ledger } from './ledger'
import { watchPeeks } from './peek-watch'
import type { PluginCode } from './plugin-code'
import { openPluginWindow, type PluginWindow, type WindowWatch } from './plugin-window'
import { type Sabotage, sabotageDocument } from './sabotage'
import { createRandom, type SeededRandom } from './seeded-random'
import { stageDocument } from './stage'
import { taskIn } from './task-in'
import { createVirtualTime, type VirtualTime } from './virtual-time'
import { describeMessage } from './wire-message'

export interface WorldOptions {
  readonly code: PluginCode
  readonly seed: number
  /** Only these faults; all where it is not given. */
  readonly only?: readonly FaultName[]
  /** Something that is broken on purpose, to see it found. */
  readonly sabotage?: Sabotage
  readonly tellsStory?: boolean
}

/** Everything that a schedule plays with, and everybody who watches it. */
export interface World {
  readonly random: SeededRandom
  readonly time: VirtualTime
  /** How long the designer works, ms. */
  readonly lengthMs: number
  readonly faults: Faults
  readonly document: PlaygroundDocument
  readonly storage: ClientStorage
  readonly service: ChaosService
  readonly ledger: Ledger
  readonly documentWatch: DocumentWatch
  readonly keyWatch: KeyWatch
  /** Those that are open. */
  readonly windows: readonly PluginWindow[]
  readonly open: () => PluginWindow
  /** Closes a window in a moment; it may crash. */
  readonly closeSoon: (number: number) => void
  readonly tell: (line: () => string) => void
  readonly onViolation: (sentence: string) => void
  /** What must never be, and was. */
  readonly violations: ReadonlySet<string>
  readonly story: readonly string[]
  readonly opened: () => number
}

export const startMs = 1_700_000_000_000

export function createWorld({ code, seed, only, sabotage, tellsStory = false }: WorldOptions): World {
  const random = createRandom(seed)
  const violations = new Set<string>()
  const story: string[] = []
  const windows: PluginWindow[] = []
  const changed = new Map<number, AppModel>()
  let opened = 0

  const tell = (line: () => string): void => {
    if (tellsStory) {
      story.push(`${((time.nowMs() - startMs) / 1000).toFixed(3)} ${line()}`)
    }
  }
  const onViolation = (sentence: string): void => {
    violations.add(sentence)
    tell(() => `VIOLATION ${sentence}`)
  }
  const time = createVirtualTime({
    startMs,
    onThrown: (error) => {
      onViolation(`thrown: ${String(error)}`)
    },
    afterEvent: () => {
      changed.forEach((model, window) => {
        ledger.onState(model.state.get(), window)
      })
      changed.clear()
      documentWatch.look()
    }
  })
  const lengthMs = random.spread(5_000, 60_000)
  const faults = drawFaults(random.fork('faults'), time, lengthMs, only ?? null)
  const ledger = createLedger(time, onViolation)
  const document = stageDocument()
  const documentWatch = watchDocument(document, {
    imageOf: ledger.imageOf,
    onShown: (hash) => {
      tell(() => `shown: ${ledger.imageOf(hash)?.taskId ?? ''}`)
      ledger.onShown(hash)
      time.after(1, () => {
        sabotageDocument(sabotage, document, hash, commitUndo)
      })
    },
    onGone: (hash) => {
      tell(() => `gone: ${ledger.imageOf(hash)?.taskId ?? ''}`)
      ledger.onGone(hash)
    },
    onViolation
  })
  const commitUndo = sabotage === 'makes no undo steps' ? (): void => undefined : documentWatch.commitUndo
  const keyWatch = watchKey(onViolation)
  const peekWatch = watchPeeks(documentWatch)
  const storage = new ClientStorage()
  storage.set('api-key', chaosKey)
  const service = createChaosService({
    clock: time,
    random: random.fork('service'),
    faults,
    key: chaosKey,
    onBrokenRule: (sentence) => {
      onViolation(`sent against a rule: ${sentence}`)
    },
    onMade: (made) => {
      const { id, seed: drawn, processingMs } = made.task.plan
      tell(() => `made: ${id}, seed ${drawn}, ${made.images.length} images in ${Math.round(processingMs)} ms`)
      ledger.onMade(made)
    }
  })

  const closeSoon = (number: number): void => {
    time.after(random.spread(0.01, 5), () => {
      tell(() => `window ${number} closes`)
      windows.find((window) => window.number === number)?.close(faults.strikes('crashed'))
    })
  }
  const onCrossing = (window: number): void => {
    if (faults.strikes('closed at an await')) {
      closeSoon(window)
    }
  }
  const openNetwork = createNetwork({
    time,
    random: random.fork('network'),
    faults,
    service,
    sabotage,
    onCreated: (taskId, window) => {
      tell(() => `answered: ${taskId} to window ${window}`)
      ledger.onCreated(taskId)
    },
    onSent: keyWatch.onSent,
    onCrossing
  })
  const watchOf = (number: number): WindowWatch => ({
    onOpened: (model) => {
      model.state.subscribe(() => {
        changed.set(number, model)
      })
    },
    onMessage: (message) => {
      tell(() => `window ${number}: ${describeMessage(message)}`)
      keyWatch.onMessage(message, number)
      peekWatch.onMessage(message, number)
    },
    onCopied: keyWatch.onCopied,
    onSetting: (entry, value) => {
      tell(() => `window ${number} stores ${entry}`)
      keyWatch.onEntry(entry, value)
    },
    onSet: (entry, value, isKept) => {
      tell(() => `${entry} is ${isKept ? 'stored' : 'refused'}`)
      const taskId = taskIn(entry, value)
      if (taskId !== null) {
        ledger.onSet(taskId, isKept)
      }
    },
    onCrossing: () => {
      onCrossing(number)
    },
    onClosed: (isCrashed) => {
      tell(() => `window ${number} is closed`)
      windows.splice(0, windows.length, ...windows.filter((window) => window.number !== number))
      peekWatch.onClosed(number, isCrashed)
    }
  })

  return {
    random,
    time,
    lengthMs,
    faults,
    document,
    storage,
    service,
    ledger,
    documentWatch,
    keyWatch,
    windows,
    open: () => {
      const number = ++opened
      tell(() => `window ${number} opens`)
      const window = openPluginWindow({
        code,
        time,
        random: random.fork(`window ${number}`),
        faults,
        document,
        storage,
        openNetwork: (owner) => openNetwork(number, owner),
        commitUndo,
        sabotage,
        number,
        selection: selectionOf(layersOf(document.currentPage), random),
        watch: watchOf(number)
      })
      windows.push(window)
      return window
    },
    closeSoon,
    tell,
    onViolation,
    violations,
    story,
    opened: () => opened
  }
}

/** What the designer has selected when a window is opened: a layer, where there is one left. */
function selectionOf(layers: readonly DocumentNode[], random: SeededRandom): readonly string[] {
  return layers.length === 0 ? [] : [random.pick(layers).id]
}
