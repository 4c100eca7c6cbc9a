import type { Frame, FrameLocator, JSHandle, Page } from 'playwright-core'
import type { Automation } from '../../editor/automation'

/** What a window had sent and placed when something was last pressed in it. */
interface PressMark {
  readonly creates: number
  readonly queries: number
  readonly placed: number
  /** Tasks whose create is answered with the image itself. */
  readonly answers: number
}

/** One editor of the script: what is done in it, and its plugin's window. */
export class ScriptEditor {
  readonly page: Page
  readonly playground: JSHandle<Automation>
  readonly plugin: FrameLocator
  lastPress: PressMark = { creates: 0, queries: 0, placed: 0, answers: 0 }
  readonly #frameSelector: string

  constructor(page: Page, playground: JSHandle<Automation>, isSecond: boolean) {
    this.page = page
    this.playground = playground
    this.#frameSelector = `.plugin-windows${isSecond ? '.beside' : ':not(.beside)'} iframe`
    this.plugin = page.frameLocator(this.#frameSelector)
  }

  /** The first editor of an open playground. */
  static async first(page: Page): Promise<ScriptEditor> {
    return new ScriptEditor(page, await page.evaluateHandle(() => window.playground), false)
  }

  /** Opens the same document in a second editor. */
  async openBeside(): Promise<ScriptEditor> {
    const playground = await this.playground.evaluateHandle((first) => first.openBeside())
    return new ScriptEditor(this.page, playground, true)
  }

  /** Does something in the editor; the function runs in its page. */
  call<Value>(action: (playground: Automation) => Value | Promise<Value>): Promise<Value>
  call<Value, Argument>(
    action: (playground: Automation, argument: Argument) => Value | Promise<Value>,
    argument: Argument
  ): Promise<Value>
  call(action: never, argument?: unknown): Promise<unknown> {
    return this.playground.evaluate(action, argument)
  }

  isPluginOpen(): Promise<boolean> {
    return this.call((playground) => playground.isPluginOpen())
  }

  /** The plugin's window; null while it is closed. */
  async frame(): Promise<Frame | null> {
    const [element] = await this.page.locator(this.#frameSelector).elementHandles()
    return element === undefined ? null : element.contentFrame()
  }

  /** Throws where the plugin is closed: nothing can be pressed in it. */
  async openFrame(): Promise<Frame> {
    const frame = await this.frame()
    if (frame === null) throw new Error('the plugin is not open')
    return frame
  }

  /** Resolves when the window shows what came of the last press; at once where it is closed. */
  async settle(): Promise<void> {
    const frame = await this.frame()
    await frame
      ?.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(resolve))
          })
      )
      // The window may have been closed by what was pressed.
      .catch(() => undefined)
  }

  /** Everything that the window says, as a person reads it; empty while it is closed. */
  async text(): Promise<string> {
    const frame = await this.frame()
    const text = await frame
      ?.evaluate(() =>
        // Of a list that drops down, only what is chosen is read.
        Array.from(document.querySelectorAll('select')).reduce(
          (said, { innerText, selectedOptions }) =>
            said.replace(innerText, selectedOptions.item(0)?.label ?? ''),
          document.body.innerText
        )
      )
      .catch(() => '')
    return text ?? ''
  }

  /** Whether the window says a text, or has it in a field; wherever its lines break. */
  async says(wanted: string): Promise<boolean> {
    const frame = await this.openFrame()
    const values = await frame.evaluate(() =>
      Array.from(document.querySelectorAll('input, textarea')).map((field) =>
        'value' in field ? String(field.value) : ''
      )
    )
    const plain = (text: string): string => text.replace(/\s+/g, '')
    return [await this.text(), ...values].some((text) => plain(text).includes(plain(wanted)))
  }

  /** A picture of the window; null while it is closed. */
  async picture(): Promise<Uint8Array | null> {
    const window = this.page.locator(this.#frameSelector)
    return (await window.count()) === 0 ? null : window.screenshot()
  }

  /** The id of the first layer with a name, or of the layer with an id; throws where there is none. */
  async layerId(nameOrId: string): Promise<string> {
    const id = await this.call((playground, wanted) => {
      const [byName] = playground.findByName(wanted)
      return byName ?? (wanted in playground.places() ? wanted : null)
    }, nameOrId)
    if (id === null) throw new Error(`there is no layer “${nameOrId}”`)
    return id
  }
}
