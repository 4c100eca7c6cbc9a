import type { DocumentNode, PlaygroundDocument } from '../../playground/testing/document'
import { chaosKey } from './chaos-key'
import type { Owner } from './virtual-time'

/** What can be broken on purpose, with the words by which it must be found: an oracle that finds nothing proves nothing. */
export const sabotages = {
  'places twice': /is in the document 2 times/,
  'leaves half of it': /half placed/,
  'takes an image away': /without a press, the image of task .* was taken away/,
  'makes no undo steps': /outside of an undo step/,
  'remembers nothing': /is lost/,
  'repeats creates': /a create was repeated without a press/,
  'tells the key': /the key is in a message/,
  'lets an error go': /rejected and not caught/,
  'throws in a timer': /thrown: Error: broken on purpose/
} as const

export type Sabotage = keyof typeof sabotages

/** Breaks the document a moment after an image was placed. */
export function sabotageDocument(
  sabotage: Sabotage | undefined,
  document: PlaygroundDocument,
  hash: string,
  commitUndo: () => void
): void {
  const layer = find(document.root, hash)
  const { parent } = layer ?? {}
  if (layer === null || parent == null) {
    return
  }
  switch (sabotage) {
    case 'places twice':
      document.insert(parent, 0, document.clone(layer))
      break
    case 'leaves half of it':
      layer.width += 1
      layer.fills = layer.fills.filter((paint) => !showsImage(paint, hash))
      break
    case 'takes an image away':
      layer.fills = layer.fills.map((paint) =>
        showsImage(paint, hash) ? { ...paint, imageHash: null } : paint
      )
      break
    default:
      return
  }
  document.changed()
  commitUndo()
}

/** Breaks a window that has just opened. */
export function sabotageWindow(
  sabotage: Sabotage | undefined,
  owner: Owner,
  say: (message: unknown) => void
): void {
  owner.after(1_000, () => {
    switch (sabotage) {
      case 'tells the key':
        say({
          type: 'call',
          name: 'write-stored',
          params: { name: 'prompts', value: [`my key is ${chaosKey}`] }
        })
        return
      case 'lets an error go':
        void Promise.reject(new Error('broken on purpose'))
        return
      case 'throws in a timer':
        throw new Error('broken on purpose')
      default:
    }
  })
}

function find(node: DocumentNode, hash: string): DocumentNode | null {
  if (node.fills.some((paint) => showsImage(paint, hash))) {
    return node
  }
  for (const child of node.children) {
    const found = find(child, hash)
    if (found !== null) {
      return found
    }
  }
  return null
}

function showsImage(paint: Paint, hash: string): paint is ImagePaint {
  return paint.type === 'IMAGE' && paint.imageHash === hash
}
