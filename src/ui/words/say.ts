/** An explanation of a failure or state: what happened, and what to do. */
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

/** Returns the words for a value of a union, by its kind. `more`: further arguments of the words. */
export function say<Union extends { readonly kind: string }, Result, More extends readonly unknown[] = []>(
  words: ForEvery<Union, Result, More>,
  what: Union,
  ...more: More
): Result {
  // The compiler cannot infer that a value's kind selects the words for that kind.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const forKind = words[what.kind as Union['kind']] as (what: Union, ...more: More) => Result
  return forKind(what, ...more)
}
