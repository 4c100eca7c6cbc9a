import type { FrameObstacle } from '../../../src/core/plan/plan-frame'
import { say } from '../../../src/ui/words/say'
import type { Words } from '../../../src/ui/words/words'
import { sampleObstacles } from '../states/selection-states'

/** One of every kind: a new obstacle without a row does not compile. */
const frameObstacles: {
  readonly [Kind in FrameObstacle['kind']]: Extract<FrameObstacle, { readonly kind: Kind }>
} = {
  'nothing-kept': { kind: 'nothing-kept' },
  'outside-frame': { kind: 'outside-frame' },
  'already-covered': { kind: 'already-covered' },
  'beneath-others': { kind: 'beneath-others', name: 'Colour overlay' },
  'too-long-and-thin': { kind: 'too-long-and-thin' },
  'see-through': { kind: 'see-through', name: 'Photo' },
  masked: { kind: 'masked', name: 'Photo' },
  blended: { kind: 'blended', name: 'Photo' }
}

/** What the window says where nothing can be pressed yet: a title, and a sentence with what to do. */
export function obstacleRows(words: Words): readonly (readonly [string, string])[] {
  const said = [
    ...Object.values(sampleObstacles).map((obstacle) => say(words.obstacles, obstacle)),
    ...Object.values(frameObstacles).map((obstacle) => say(words.frameObstacles, obstacle))
  ]
  return said.map(({ title, sentence }) => [`**${title}.**`, sentence])
}
