/** One line of the table: what was measured, what beside it in the same run, and the ratio of the two. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly beside: string
  readonly ratio: string
  readonly goal: string
  readonly isMet: boolean
}
