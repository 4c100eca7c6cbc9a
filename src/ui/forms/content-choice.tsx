import { type JSX } from 'preact'
import type { SidesTarget, SubjectContent } from '../../core/plan/target'
import { SegmentedChoice } from '../controls/segmented-choice'
import type { AppModel } from '../model/app-model'
import type { Words } from '../words/words'
import styles from './expand-form.css'

/** Chooses the part of the layer that is sent, if there is a choice, and explains it. */
export function ContentChoice({
  model,
  target,
  content,
  isSent,
  words
}: {
  readonly model: AppModel
  readonly target: SidesTarget
  readonly content: SubjectContent
  /** Whether the layer can be sent with the present growth. */
  readonly isSent: boolean
  readonly words: Words
}): JSX.Element {
  const isDoubled = target.placing === 'grow' && content.liveLayers > 0
  return (
    <>
      {target.contents.length > 1 ? (
        <SegmentedChoice
          label={words.expand.content}
          name="content"
          options={target.contents.map(({ kind }) => ({ value: kind, label: words.expand.contents[kind] }))}
          value={content.kind}
          onValue={model.chooseContent}
        />
      ) : null}
      {isSent && content.kind === 'background' && content.liveLayers > 0 ? (
        <p class={styles['muted']}>{words.expand.background(content.liveLayers)}</p>
      ) : null}
      {isSent && content.kind === 'everything' ? (
        isDoubled ? (
          <p class={styles['warning']}>{words.expand.doubled}</p>
        ) : (
          <p class={styles['muted']}>{words.expand.everything}</p>
        )
      ) : null}
      {isSent && content.seenTwice !== null ? (
        <p class={styles['warning']}>{words.expand.seenTwice(content.seenTwice)}</p>
      ) : null}
    </>
  )
}
