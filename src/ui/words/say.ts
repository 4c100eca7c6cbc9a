/** What people read when something went wrong: what happened and was not changed, and what to do. */
export interface Explanation {
  readonly title: string
  readonly sentence: string
}

/** One explanation for every kind of a union: a new kind without words does not compile. */
export type ForEvery<
  Union extends { readonly kind: string },
  Result,
  More extends readonly unknown[] = []
> = {
  readonly [Kind in Union['kind']]: (what: Extract<Union, { readonly kind: Kind }>, ...more: More) => Result
}

/** Says what one value of a union means, by the words for its kind. `more` is what they depend on beside it. */
export function say<Union extends { readonly kind: string }, Result, More extends readonly unknown[] = []>(
  words: ForEvery<Union, Result, More>,
  what: Union,
  ...more: More
): Result {
  // The compiler cannot see that a value's own kind picks the words made for it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const forKind = words[what.kind as Union['kind']] as (what: Union, ...more: More) => Result
  return forKind(what, ...more)
}
