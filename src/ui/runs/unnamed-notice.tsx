import { type JSX } from 'preact'
import { Notice } from '../controls/notice'
import { isUnderWay, isUnnamed, type Run } from '../expansion/run'
import type { Words } from '../words/words'

/** Says that images can be placed from this window only; for canceled ones their own notice says so. */
export function UnnamedNotice({
  run,
  words
}: {
  readonly run: Run
  readonly words: Words
}): JSX.Element | null {
  const { variations, shown } = run
  const count = variations.filter(
    ({ id, state }) => id !== shown && state.kind !== 'cancelled' && isUnnamed(state)
  ).length
  return count === 0 || isUnderWay(run) ? null : (
    <Notice explanation={words.ended.unnamed(count, shown === null)} tone="warning" />
  )
}
