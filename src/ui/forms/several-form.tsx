import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { GrowthObstacle } from '../../core/growth/growth'
import { fail } from '../../core/outcome'
import type { InsetsObstacle } from '../../core/plan/plan-sides'
import { reachesPast } from '../../core/plan/reaches-past'
import { formatSize } from '../controls/format-size'
import { Notice } from '../controls/notice'
import type { ViewProps } from '../controls/view-props'
import type { Draft, NamedDraft, TargetDraft } from '../draft/read-draft'
import { say } from '../words/say'
import type { Words } from '../words/words'
import { ExpandForm } from './expand-form'
import form from './expand-form.css'
import { GrowthFields } from './growth-fields'
import { doneBy, isNeutral } from './neutral-obstacle'
import styles from './several-form.css'
import { wrongField } from './wrong-field'

/** The form of several layers: the same growth, one expansion each. */
export function SeveralForm({
  draft,
  ...props
}: ViewProps & { readonly draft: Draft & { kind: 'several' } }): JSX.Element {
  const { model, state, words } = props
  const ready = draft.drafts.filter(
    ({ draft: { kind, ...of } }) => kind !== 'obstacle' && 'plan' in of && of.plan.ok
  )
  const shared = sharedProblem(draft)
  const done = sharedDone(draft)
  const clip = draft.drafts.map(clipOf).find((name) => name !== null) ?? null
  if (draft.drafts.every(hasNoFrame)) {
    const count = draft.drafts.length
    return (
      <Notice
        explanation={words.obstacles['several-selected']({ kind: 'several-selected', count })}
        tone="neutral"
      >
        <Button
          secondary
          onClick={() => {
            model.chooseMode('sides')
          }}
        >
          {words.expand.modes.sides}
        </Button>
      </Notice>
    )
  }
  return (
    <ExpandForm
      {...props}
      problem={
        shared === null ? null : (
          <p class={form[isNeutral(shared) ? 'cost' : 'problem']} id="growth-problem">
            {shared.kind === 'nothing-to-add'
              ? words.expand.nothingToAdd
              : say(words.insetsObstacles, shared)}
          </p>
        )
      }
    >
      <p class={styles['title']}>
        {done !== null
          ? words.expand[done](draft.drafts.length)
          : shared === null
            ? words.expand.several(ready.length, draft.drafts.length, draft.mode === 'frame')
            : words.expand.layers(draft.drafts.length)}
      </p>
      <ul class={done === null ? styles['layers'] : `${styles['layers']} ${styles['done']}`} tabIndex={0}>
        {draft.drafts.map(({ nodeId, name, draft: of }) => {
          const { text, isWrong } = summaryOf(of, shared !== null, words)
          return (
            <li key={nodeId} class={styles['layer']}>
              <span class={styles['name']} dir="auto" title={name}>
                {name}
              </span>
              <span class={isWrong ? styles['wrong'] : styles['size']} title={text}>
                {text}
              </span>
            </li>
          )
        })}
      </ul>
      {clip === null ? null : <p class={form['muted']}>{words.expand.clipped(clip)}</p>}
      {draft.mode === 'sides' ? (
        <GrowthFields
          model={model}
          state={state}
          words={words}
          wrong={shared === null ? null : wrongField(fail(shared))}
          problemId="growth-problem"
          isSeveral
        />
      ) : null}
    </ExpandForm>
  )
}

/** Finds the frame that clips a part of a layer's growth; null if none does. */
function clipOf({ draft }: NamedDraft): string | null {
  if (draft.kind !== 'sides' || !draft.plan.ok) {
    return null
  }
  const { target, plan } = draft
  const { clip } = target
  return clip !== null && reachesPast(clip, target, plan.value.placement.insets) ? clip.name : null
}

function hasNoFrame({ draft }: NamedDraft): boolean {
  return draft.kind === 'obstacle' && draft.obstacle.kind === 'no-frame-around'
}

/** Returns in which way nothing is left to do for all layers; null if something is, or if they differ. */
function sharedDone({ drafts }: Draft & { kind: 'several' }): ReturnType<typeof doneBy> {
  const [first = null, ...others] = drafts.map(({ draft }) => {
    const obstacle = obstacleOf(draft)
    return obstacle === null ? null : doneBy(obstacle)
  })
  return others.every((other) => other === first) ? first : null
}

/** Returns why a layer cannot be expanded; null if it can. */
function obstacleOf(draft: TargetDraft): Parameters<typeof doneBy>[0] | null {
  return draft.kind === 'obstacle' ? draft.obstacle : draft.plan.ok ? null : draft.plan.failure
}

/** Finds what is wrong with the typed growth for any layer; null if nothing is. */
function sharedProblem({ drafts }: Draft & { kind: 'several' }): GrowthObstacle | InsetsObstacle | null {
  const problems = drafts.flatMap(({ draft }) =>
    draft.kind === 'sides' ? [draft.plan.ok ? null : draft.plan.failure] : []
  )
  const [first = null] = problems
  const isTyped =
    first !== null && ['not-a-number', 'negative', 'no-size', 'nothing-to-add'].includes(first.kind)
  return isTyped && problems.every((problem) => problem?.kind === first.kind) ? first : null
}

/** Describes what happens to one layer, or why nothing does. */
function summaryOf(
  draft: TargetDraft,
  isToldOnce: boolean,
  words: Words
): { readonly text: string; readonly isWrong: boolean } {
  switch (draft.kind) {
    case 'obstacle':
      return { text: say(words.obstacles, draft.obstacle).title, isWrong: !isNeutral(draft.obstacle) }
    case 'sides':
      return draft.plan.ok
        ? {
            text: words.expand.size(formatSize(draft.target), formatSize(draft.plan.value.plan.canvas)),
            isWrong: false
          }
        : isToldOnce
          ? { text: formatSize(draft.target), isWrong: false }
          : { text: say(words.insetsObstacles, draft.plan.failure), isWrong: !isNeutral(draft.plan.failure) }
    case 'frame':
      return draft.plan.ok
        ? { text: formatSize(draft.target), isWrong: false }
        : {
            text: say(words.frameObstacles, draft.plan.failure).title,
            isWrong: !isNeutral(draft.plan.failure)
          }
  }
}
