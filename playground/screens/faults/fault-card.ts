import { actionsFor, type FailureAction } from '../../../src/ui/expansion/failure-actions'
import { explainFailure } from '../../../src/ui/words/failures/explain-failure'
import type { Explanation } from '../../../src/ui/words/say'
import type { Words } from '../../../src/ui/words/words'
import type { Fault } from '../states/samples/sample-failures'

/** What the window says of a fault, and what can be pressed there. */
export interface FaultCard extends Explanation {
  readonly buttons: readonly FaultButton[]
}

export interface FaultButton {
  readonly label: string
  readonly does: Exclude<FailureAction, 'go-on'> | 'back' | 'go-on-anew' | 'go-on-for-free' | 'place'
}

/** Reads from the words what the window's card says of a fault. */
export function faultCard({ failure, reached }: Fault, words: Words): FaultCard {
  const isInDoubt = failure.kind === 'mask-misread' || failure.kind === 'unchanged'
  const button = (action: FailureAction): FaultButton =>
    action === 'go-on'
      ? { label: words.actions.goOn(reached.kind, isInDoubt, 1), does: goingOn[reached.kind] }
      : { label: words.actions[action], does: action }
  const back: FaultButton = { label: words.ended.back, does: 'back' }
  switch (failure.kind) {
    case 'cancelled':
      return {
        title: words.ended.cancelledTitle(1),
        sentence: words.ended.cancelledCharged(1, true),
        buttons: [button('go-on'), back]
      }
    default:
      return {
        ...explainFailure(failure, reached, words),
        buttons: [...actionsFor(failure, reached).map(button), back]
      }
  }
}

/** What going on is, by what exists already. */
const goingOn: Readonly<Record<Fault['reached']['kind'], FaultButton['does']>> = {
  nothing: 'go-on-anew',
  task: 'go-on-for-free',
  result: 'go-on-for-free',
  image: 'place'
}
