import type { Failure } from '../../../core/failures'
import type { Reached } from '../../expansion/expansion-types'
import { type Explanation, say } from '../say'
import type { Words } from '../words'

/**
 * Explains a failure of an expansion that has reached `reached` (null: of no expansion). If its layer is lost, also says what
 * can be done with the image.
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

/** Removes the sentence that the file was not changed. */
export function withoutUnchanged({ title, sentence }: Explanation, { unchanged }: Words): Explanation {
  return { title, sentence: sentence.replace(unchanged, '').replace('  ', ' ').trim() }
}
