import { type DocumentNode, History, type PlaygroundDocument } from '../../playground/testing/document'

/** What is told of an image of a task that comes into the document or goes from it by the plugin's doing. */
export interface ImageWatch {
  /** Which image of a task this is; null for every other. */
  readonly imageOf: (hash: string) => { readonly taskId: string; readonly index: number } | null
  readonly onShown: (hash: string) => void
  readonly onGone: (hash: string) => void
  readonly onViolation: (sentence: string) => void
}

/** Looks at the document after every event, and holds its undo steps. */
export interface DocumentWatch {
  /** To be called after each event. */
  readonly look: () => void
  /** Does what the designer does to the document: an undo step of its own. */
  readonly edit: (act: () => void) => void
  /** Takes one step back, as the designer does. */
  readonly undo: () => void
  readonly commitUndo: () => void
  /** Takes everything back, step by step. */
  readonly undoAll: () => void
  /** Whether this image of a task is there now, and not as the designer's copy. */
  readonly shows: (taskId: string, index: number) => boolean
  /** The original is looked at, somewhere: for as long, images are away without an undo step. */
  readonly startPeek: (peek: string) => void
  /** It is not looked at any more: everything must be as it was. */
  readonly endPeek: (peek: string) => void
  /** Nobody is there to show the image again: its layer stays as it was seen, and has to hold the image all the same. */
  readonly crashPeek: (peek: string) => void
}

interface Look {
  /** How often each image of a task is there. */
  readonly images: ReadonlyMap<string, number>
  /** Those of them that are there and can't be seen. */
  readonly hidden: ReadonlySet<string>
  /** Everything that is seen of the document, but for what is hidden. */
  readonly text: string
}

export function watchDocument(document: PlaygroundDocument, watch: ImageWatch): DocumentWatch {
  const { imageOf, onShown, onGone, onViolation } = watch
  const history = new History(document)
  /** Sizes that layers have without an image of the plugin; null where that can't be told any more. */
  const sizes = new Map<string, string | null>()
  /** Layers that have shown an image of the plugin: one may have grown before its size was remembered. */
  const painted = new Set<string>()
  /** Images that the designer has copied. */
  const copied = new Set<string>()
  const peeking = new Set<string>()
  /** Images that are away while the original is looked at. */
  const away = new Set<string>()
  /** Images that have been in the document. */
  const known = new Set<string>()
  /**
   * Earlier images that are seen while the one that took their place is held, and who answers for each: the plugin, for
   * which it counts when it is there afterwards, or the designer, who has changed the document meanwhile.
   */
  const lent = new Map<string, 'plugin' | 'designer'>()
  /** The document was changed otherwise while the original was looked at. */
  let isDisturbed = false
  /** Images that were hidden when the designer did something, or a window crashed: they may stay so. */
  const leftHidden = new Set<string>()

  const lookAt = (): Look => {
    const images = new Map<string, number>()
    const seen = new Set<string>()
    const lines: string[] = []
    const visit = (node: DocumentNode, parentId: string): void => {
      if ('temporary' in node.pluginData) {
        return
      }
      const { id, type, width, height, relativeTransform, visible } = node
      for (const paint of node.fills) {
        if (paint.type === 'IMAGE' && paint.imageHash !== null && visible && paint.visible !== false) {
          seen.add(paint.imageHash)
        }
      }
      const fills = node.fills.map((paint) => (paint.type === 'IMAGE' ? (paint.imageHash ?? '') : paint.type))
      for (const hash of fills) {
        if (imageOf(hash) !== null) {
          images.set(hash, (images.get(hash) ?? 0) + 1)
          painted.add(id)
        }
      }
      lines.push([id, parentId, type, width, height, relativeTransform.join(), fills.join()].join(' '))
      node.children.forEach((child) => {
        visit(child, id)
      })
    }
    visit(document.root, '')
    const hidden = new Set([...images.keys()].filter((hash) => !seen.has(hash)))
    return { images, hidden, text: lines.join('\n') }
  }

  const taskOf = (hash: string): string => imageOf(hash)?.taskId ?? ''
  const isOfTask = (paint: Paint): boolean =>
    paint.type === 'IMAGE' && paint.imageHash !== null && imageOf(paint.imageHash) !== null
  const visitLayers = (visit: (node: DocumentNode) => void, node = document.root): void => {
    for (const child of node.children) {
      visit(child)
      visitLayers(visit, child)
    }
  }
  const rememberSizes = (): void => {
    visitLayers((node) => {
      const size = sizeOf(node)
      const known = sizes.has(node.id) ? sizes.get(node.id) : painted.has(node.id) ? null : size
      // A group follows its layers.
      sizes.set(node.id, node.type !== 'GROUP' && known === size ? size : null)
    })
  }
  const checkWhole = (): void => {
    visitLayers((node) => {
      const { id, type } = node
      if ('temporary' in node.pluginData || node.fills.some(isOfTask)) {
        return
      }
      const size = sizes.get(id)
      if (size === undefined) {
        onViolation(`half placed: the ${type} ${id} has come without an image`)
      } else if (size !== null && size !== sizeOf(node)) {
        onViolation(`half placed: the ${type} ${id} is ${sizeOf(node)} and not ${size}, without an image`)
      } else {
        return
      }
      sizes.set(id, null)
    })
  }

  let version = document.version
  let last = lookAt()
  let committed = last
  const originalText = last.text
  rememberSizes()

  const noteImages = (before: Look): void => {
    for (const [hash, count] of last.images) {
      if (count > 1 && !copied.has(hash)) {
        onViolation(`the image of task ${taskOf(hash)} is in the document ${count} times`)
        copied.add(hash)
      }
      if (!before.images.has(hash) && !away.delete(hash)) {
        if (peeking.size > 0 && known.has(hash)) {
          lent.set(hash, 'plugin')
        } else {
          onShown(hash)
        }
      }
      known.add(hash)
    }
    for (const hash of before.images.keys()) {
      if (last.images.has(hash) || lent.delete(hash)) {
        continue
      }
      if (peeking.size > 0) {
        away.add(hash)
      } else {
        onGone(hash)
      }
    }
  }
  /** What the designer does is nobody's fault: it is where everything goes on from. */
  const goOnFromHere = (): void => {
    version = document.version
    last = lookAt()
    committed = last
    isDisturbed = peeking.size > 0
    for (const [hash, count] of last.images) {
      if (count > 1) {
        copied.add(hash)
      }
    }
    last.hidden.forEach((hash) => leftHidden.add(hash))
    // The designer answers for what is lent and stays; what is gone by now was taken away, and is not lent any more.
    for (const hash of lent.keys()) {
      if (last.images.has(hash)) {
        lent.set(hash, 'designer')
      } else {
        lent.delete(hash)
      }
    }
    rememberSizes()
  }
  const look = (): void => {
    if (document.version === version) {
      return
    }
    version = document.version
    const before = last
    last = lookAt()
    noteImages(before)
    if (peeking.size > 0) {
      return
    }
    for (const [hash, who] of lent) {
      if (who === 'plugin') {
        onShown(hash)
      }
    }
    lent.clear()
    for (const hash of last.hidden) {
      if (!leftHidden.has(hash)) {
        onViolation(`nobody looks at an original, and the image of task ${taskOf(hash)} is hidden`)
        leftHidden.add(hash)
      }
    }
    if (isDisturbed) {
      away.clear()
      isDisturbed = false
      goOnFromHere()
      return
    }
    // Taken back meanwhile; or not shown again, which nobody has pressed for.
    for (const hash of away) {
      onGone(hash)
    }
    away.clear()
    checkWhole()
    if (last.text !== committed.text) {
      onViolation(
        `the document was changed outside of an undo step: ${differenceOf(committed.text, last.text)}`
      )
      committed = last
    }
  }

  return {
    look,
    commitUndo: () => {
      const now = document.version === version ? last : lookAt()
      const come = [...now.images.keys()].filter((hash) => !committed.images.has(hash))
      const gone = [...committed.images.keys()].filter((hash) => !now.images.has(hash))
      if (peeking.size === 0 && (come.length > 1 || gone.length > 1)) {
        onViolation(`one undo step: ${come.length} images have come and ${gone.length} are gone`)
      }
      committed = now
      // Another window's step holds what is away for the moment.
      isDisturbed ||= peeking.size > 0
      history.commit()
    },
    edit: (act) => {
      look()
      history.commit()
      act()
      history.commit()
      goOnFromHere()
    },
    undo: () => {
      look()
      history.undo()
      goOnFromHere()
    },
    undoAll: () => {
      look()
      let hasMore = true
      while (hasMore) {
        hasMore = history.undo()
      }
      const { text } = lookAt()
      if (text !== originalText) {
        onViolation(`everything undone, the document is another: ${differenceOf(originalText, text)}`)
      }
    },
    shows: (taskId, index) =>
      [...last.images.keys()].some((hash) => {
        const image = imageOf(hash)
        return image?.taskId === taskId && image.index === index && !copied.has(hash)
      }),
    startPeek: (peek) => {
      look()
      peeking.add(peek)
    },
    crashPeek: (peek) => {
      if (peeking.delete(peek)) {
        look()
        for (const hash of away) {
          onGone(hash)
        }
        away.clear()
        // What was there for the moment stays, as if the designer had copied it.
        for (const hash of lent.keys()) {
          copied.add(hash)
        }
        lent.clear()
        goOnFromHere()
      }
    },
    endPeek: (peek) => {
      if (peeking.delete(peek)) {
        const before = last
        const mayGo = new Set(lent.keys())
        const mayCome = new Set(away)
        // What has happened meanwhile is looked at once more.
        version = -1
        look()
        const gone = [...before.images.keys()].filter((hash) => !last.images.has(hash) && !mayGo.has(hash))
        const come = [...last.images.keys()].filter((hash) => !before.images.has(hash) && !mayCome.has(hash))
        for (const hash of [...gone, ...come]) {
          onViolation(
            `the end of a look at an original has ${gone.includes(hash) ? 'taken away' : 'brought'} the image of task ${taskOf(hash)}`
          )
        }
      }
    }
  }
}

function sizeOf({ width, height }: DocumentNode): string {
  return `${width} × ${height}`
}

function differenceOf(before: string, after: string): string {
  const [old, now] = [new Set(before.split('\n')), new Set(after.split('\n'))]
  const gone = [...old].filter((line) => !now.has(line))
  const come = [...now].filter((line) => !old.has(line))
  return [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)].join('; ')
}
