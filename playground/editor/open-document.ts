import { DecodedImages } from '../canvas/paints/images'
import { createTextWidth } from '../canvas/text'
import type { PlaygroundDocument } from '../document/document'
import { History } from '../document/history'
import { Selection } from '../host/events/selection'

/** A document that is open in the editor, with what belongs to it alone. */
export class OpenDocument {
  readonly document: PlaygroundDocument
  readonly history: History
  readonly selection: Selection
  readonly images = new DecodedImages()
  readonly #onChange: () => void
  readonly #stops: readonly (() => void)[]
  #imageCount = 0

  private constructor(document: PlaygroundDocument, history: History, onChange: () => void) {
    this.document = document
    this.history = history
    this.selection = new Selection(document)
    this.#onChange = onChange
    this.#stops = [
      document.onChange(() => {
        this.#decodeNew()
        onChange()
      }),
      this.selection.onChange(onChange)
    ]
  }

  /** Resolves when every image of the document is decoded. */
  static async open(document: PlaygroundDocument, onChange: () => void): Promise<OpenDocument> {
    document.textWidth = createTextWidth()
    return OpenDocument.#decoded(new OpenDocument(document, new History(document), onChange))
  }

  /** Opens the same document in a second editor: with a selection of its own, and the undo steps of the first. */
  static async openBeside(first: OpenDocument, onChange: () => void): Promise<OpenDocument> {
    return OpenDocument.#decoded(new OpenDocument(first.document, first.history, onChange))
  }

  static async #decoded(open: OpenDocument): Promise<OpenDocument> {
    open.#imageCount = open.document.images.size
    await open.images.load(open.document)
    return open
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }

  /** Images that the plugin added are decoded as soon as something changes, and drawn when they are. */
  #decodeNew(): void {
    if (this.document.images.size === this.#imageCount) return
    this.#imageCount = this.document.images.size
    void this.images.load(this.document).then(this.#onChange)
  }
}
