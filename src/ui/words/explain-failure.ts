import type { Failure } from '../../core/failures'
import type { Reached } from '../expansion/obtain-result'
import { type Explanation, say } from './say'
import type { Words } from './words'

/**
 * Says what a failure means for an expansion that has come as far as `reached`, null for no expansion: where its layer is
 * lost, also what can be done with what is made.
 */
export function explainFailure(failure: Failure, reached: Reached | null, words: Words): Explanation {
  const explanation = say(words.failures, failure, reached?.kind ?? null)
  if (reached === null) {
    return explanation
  }
  const { title, sentence } = explanation
  const isLayerLost = failure.kind === 'node-gone' || failure.kind === 'node-changed'
  const next = words.ended.layerLost[reached.kind === 'image' ? 'made' : 'nothing']
  return { title, sentence: isLayerLost ? words.sentences(sentence, next) : sentence }
}

/** The same without saying that no file was changed: where that is beside the point. */
export function withoutUnchanged({ title, sentence }: Explanation, { unchanged }: Words): Explanation {
  return { title, sentence: sentence.replace(unchanged, '').replace('  ', ' ').trim() }
}
