/** How long each part of a request may take, in milliseconds. The reference documents none of these. */
export interface ServiceTimeouts {
  /** From handing a create over until its answer begins: 5 MB and a mask at half a megabit a second. */
  readonly createMs: number
  /** The same with `sync: 1`, where the answer begins only after the up to 180 s that the service works. */
  readonly syncCreateMs: number
  /** From asking until the answer begins. */
  readonly queryMs: number
  /** The same for the request that tells, after a lost create, whether the service can be reached at all. */
  readonly probeMs: number
  /** From asking the results' host until its answer begins. */
  readonly downloadMs: number
  /** From an answer's beginning to its end: 20 MB of base64 at 2 megabits a second. */
  readonly bodyMs: number
  /** From a failed GET to its first repetition, about; to each further one it is twice as long. */
  readonly repeatMs: number
  /**
   * From a create's 429 to its one repetition, about. Spread by a quarter, so never before the second is over in which the
   * service counts requests.
   */
  readonly repeatCreateMs: number
}

export const standardTimeouts: ServiceTimeouts = {
  createMs: 120_000,
  syncCreateMs: 300_000,
  queryMs: 20_000,
  probeMs: 10_000,
  downloadMs: 30_000,
  bodyMs: 90_000,
  repeatMs: 1_000,
  repeatCreateMs: 1_500
}
