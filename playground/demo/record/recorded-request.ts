/** One request that the plugin's window made, as its code handed it to `fetch`. */
export interface RecordedRequest {
  readonly method: string
  readonly url: string
  /** Names of the headers only: a value may be the key. */
  readonly headerNames: readonly string[]
  readonly fields: readonly RecordedField[]
}

export type RecordedField =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly fileName: string; readonly mime: string; readonly base64: string }
