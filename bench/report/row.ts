/** One row of the table: a measurement, its floor in the same run, and their ratio. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly beside: string
  readonly ratio: string
  readonly goal: string
  readonly isMet: boolean
}
