import type { PlaygroundDocument } from '../../playground/testing/document'
import { copyFromMain, nodeChanges, PluginError } from '../../playground/testing/host'
import { openFigma } from '../main/support/document-figma'
import type { Faults } from './faults'
import { pictureFile } from './picture-file'
import type { SeededRandom } from './seeded-random'
import type { Owner } from './virtual-time'

type Listener = (value?: unknown) => void

/** The platform as the main thread of one window has it. */
export interface OwnFigma {
  readonly figma: object
  readonly select: (nodeIds: readonly string[]) => void
  readonly selected: () => readonly string[]
  /** Hands a message of the window to the main thread. */
  readonly receive: (message: unknown) => void
  /** Runs what the plugin wants to be run when it is closed. */
  readonly emitClose: () => void
  readonly stop: () => void
}

export interface OwnFigmaOptions {
  readonly document: PlaygroundDocument
  readonly owner: Owner
  readonly random: SeededRandom
  readonly faults: Faults
  readonly storage: ClientStorageAPI
  readonly commitUndo: () => void
  readonly onShowUi: () => void
  readonly onClosePlugin: () => void
  readonly post: (message: unknown) => void
  readonly onCrossing: () => void
}

/** The playground's platform on a document, with what takes time in Figma taking time, and its events late. */
export function ownFigma(options: OwnFigmaOptions): OwnFigma {
  const { document, owner, random, faults, storage, commitUndo, onShowUi, onClosePlugin, post, onCrossing } =
    options
  const listeners = new Map<string, Listener[]>()
  const emit = (type: string, value?: unknown): void => {
    for (const listener of [...(listeners.get(type) ?? [])]) {
      listener(value)
    }
  }
  const events = (
    scope: string
  ): Readonly<Record<'on' | 'once' | 'off', (type: string, listener: Listener) => void>> => ({
    on: (type: string, listener: Listener) => {
      listeners.set(scope + type, [...(listeners.get(scope + type) ?? []), listener])
    },
    once: (type: string, listener: Listener) => {
      listeners.set(scope + type, [...(listeners.get(scope + type) ?? []), listener])
    },
    off: (type: string, listener: Listener) => {
      listeners.set(
        scope + type,
        (listeners.get(scope + type) ?? []).filter((each) => each !== listener)
      )
    }
  })
  const later = (leastMs: number, mostMs: number): Promise<void> =>
    new Promise((resolve) => {
      onCrossing()
      owner.after(random.spread(leastMs, mostMs), () => {
        onCrossing()
        resolve()
      })
    })

  const opened = openFigma(document, {
    exportNode: async ({ width, height }, { constraint }) => {
      await later(2, 300)
      if (faults.strikes('export fails')) {
        throw new PluginError('Failed to export node')
      }
      const scale = constraint?.type === 'SCALE' ? constraint.value : 1
      return pictureFile(
        { width: Math.max(1, width * scale), height: Math.max(1, height * scale) },
        'an export'
      )
    }
  })
  const platform = opened.run(() => Reflect.get(globalThis, 'figma') as PluginAPI)
  const { selection } = opened

  // A page's events are no members that the playground's host has: it keeps them in its VM.
  Object.assign(Object.getPrototypeOf(platform.currentPage), events('page.'))
  const figma = Object.create(platform, {
    ...valuesOf(events('')),
    ...valuesOf({
      clientStorage: storage,
      commitUndo,
      command: '',
      ui: {
        ...events('ui.'),
        postMessage: (message: unknown) => {
          post(copyFromMain(message))
        }
      },
      showUI: onShowUi,
      closePlugin: onClosePlugin,
      getNodeByIdAsync: async (id: string) => {
        await later(0.1, 6)
        return platform.getNodeByIdAsync(id)
      }
    })
  }) as object

  let seen = document.snapshot()
  let isTelling = false
  const stopListening = [
    document.onChange(() => {
      if (isTelling) {
        return
      }
      isTelling = true
      owner.after(random.between(5, 40), () => {
        isTelling = false
        const before = seen
        seen = document.snapshot()
        const changes = nodeChanges(before, seen, document.currentPage, document)
        if (changes.length > 0) {
          emit('page.nodechange', {
            nodeChanges: changes.map(({ id, type }) => ({ id, type, origin: 'LOCAL' }))
          })
        }
      })
    }),
    selection.onChange(() => {
      owner.after(random.between(5, 40), () => {
        emit('selectionchange')
      })
    })
  ]
  return {
    figma,
    select: (nodeIds) => {
      selection.set(document.currentPage, nodeIds)
    },
    selected: () => selection.nodes(document.currentPage).map(({ id }) => id),
    receive: (message) => {
      emit('ui.message', message)
    },
    emitClose: () => {
      emit('close')
    },
    stop: () => {
      stopListening.forEach((stop) => {
        stop()
      })
    }
  }
}

function valuesOf(members: object): PropertyDescriptorMap {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]: [string, unknown]) => [name, { value }])
  )
}
