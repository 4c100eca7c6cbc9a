/** The languages of the window. */
export type Language = 'english' | 'chinese'

/** What the page that shows the window's screens can be asked for from outside. */
interface ScreenViewer {
  /** The names of all states, in the order in which they are looked at. */
  readonly names: readonly string[]
  /** Shows a state; resolved when it is drawn, with its pictures. */
  readonly show: (name: string, language: Language) => Promise<void>
}

declare global {
  interface Window {
    /** The pictures that the states show, base64; there before the viewer is. */
    screenPictures: { readonly subject: string; readonly results: readonly string[] }
    screenViewer: ScreenViewer
  }
}
