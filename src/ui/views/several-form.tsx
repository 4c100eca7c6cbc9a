import { type JSX } from 'preact'
import type { Draft, TargetDraft } from '../model/read-draft'
import { say, type Words } from '../words/words'
import { ExpandForm } from './expand-form'
import { formatSize } from './format-size'
import { GrowthFields } from './growth-fields'
import styles from './several-form.css'
import type { ViewProps } from './view-props'

/** Several layers at once: the same for all, each on its own. */
export function SeveralForm({
  draft,
  ...props
}: ViewProps & { readonly draft: Draft & { kind: 'several' } }): JSX.Element {
  const { model, state, words } = props
  const ready = draft.drafts.filter(
    ({ draft: { kind, ...of } }) => kind !== 'obstacle' && 'plan' in of && of.plan.ok
  )
  return (
    <ExpandForm {...props}>
      <p class={styles['title']}>{words.expand.several(ready.length, draft.drafts.length)}</p>
      <ul class={styles['layers']} tabIndex={0}>
        {draft.drafts.map(({ nodeId, name, draft: of }) => {
          const { text, isWrong } = summaryOf(of, words)
          return (
            <li key={nodeId} class={styles['layer']}>
              <span class={styles['name']} title={name}>
                {name}
              </span>
              <span class={isWrong ? styles['wrong'] : styles['size']} title={text}>
                {text}
              </span>
            </li>
          )
        })}
      </ul>
      {draft.mode === 'sides' ? (
        <GrowthFields model={model} state={state} words={words} wrong={null} problemId="" />
      ) : null}
    </ExpandForm>
  )
}

/** What becomes of one of the layers, or why nothing does. */
function summaryOf(draft: TargetDraft, words: Words): { readonly text: string; readonly isWrong: boolean } {
  switch (draft.kind) {
    case 'obstacle':
      return { text: say(words.obstacles, draft.obstacle).title, isWrong: true }
    case 'sides':
      return draft.plan.ok
        ? {
            text: words.expand.size(formatSize(draft.target), formatSize(draft.plan.value.plan.canvas)),
            isWrong: false
          }
        : { text: say(words.insetsObstacles, draft.plan.failure), isWrong: true }
    case 'frame':
      return draft.plan.ok
        ? { text: formatSize(draft.target), isWrong: false }
        : { text: say(words.frameObstacles, draft.plan.failure).title, isWrong: true }
  }
}
