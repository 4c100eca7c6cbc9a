import { Textbox } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { sides } from '../../core/geometry/insets'
import type { Outcome } from '../../core/outcome'
import type { LinkDraft, LinkObstacle } from '../../core/plan/plan-link'
import { LetterField } from '../controls/input-field'
import { Notice } from '../controls/notice'
import type { ViewProps } from '../controls/view-props'
import { expansionDrafts, freeDrafts } from '../draft/expansion-drafts'
import { say } from '../words/say'
import { ExpandForm } from './expand-form'
import form from './expand-form.css'
import styles from './link-form.css'

/** The form without a selection: says what can be selected, with a field for an image link. `plan` is null without a link. */
export function LinkForm({
  plan,
  ...props
}: ViewProps & { readonly plan: Outcome<LinkDraft, LinkObstacle> | null }): JSX.Element {
  const { model, state, words } = props
  const { linkTexts } = state
  const text = words.link
  const isEven = sides.every((side) => linkTexts[side] === linkTexts.top)
  const obstacle = plan?.ok === false ? plan.failure : null
  const wrongSide = obstacle !== null && 'side' in obstacle ? obstacle.side : null
  const isUnderWay = expansionDrafts(state).length > 0 && freeDrafts(state).length === 0
  const linkProblem = wrongSide === null ? obstacle : null
  return (
    <>
      {plan === null ? (
        <Notice
          explanation={words.obstacles['nothing-selected']({ kind: 'nothing-selected' })}
          tone="neutral"
        />
      ) : null}
      <label class={styles['label']}>
        <span class={styles['title']}>{text.label}</span>
        <Textbox
          aria-label={text.label}
          aria-describedby={linkHintId}
          aria-invalid={linkProblem !== null}
          placeholder={text.placeholder}
          value={state.link}
          onValueInput={model.typeLink}
        />
      </label>
      <p id={linkHintId} class={linkProblem === null ? styles['hint'] : styles['problem']} role="status">
        {linkProblem === null ? text.hint : say(text.obstacles, linkProblem)}
      </p>
      {plan === null ? null : (
        <ExpandForm
          {...props}
          hasCanvas={false}
          problem={plan.ok && isUnderWay ? <p class={form['cost']}>{text.underWay}</p> : null}
        >
          <fieldset class={styles['growth']}>
            <legend class={styles['title']}>{text.growth}</legend>
            <div class={styles['fields']}>
              <div class={styles['all']}>
                <span aria-hidden>{text.allSides}</span>
                <LetterField
                  letter={null}
                  placeholder={isEven ? undefined : words.expand.mixed}
                  label={text.allSides}
                  value={isEven ? linkTexts.top : ''}
                  isWrong={isEven && wrongSide !== null}
                  problemId={sideProblemId}
                  onText={(typed) => {
                    model.typeLinkSide('all', typed)
                  }}
                />
              </div>
              {sides.map((side) => (
                <LetterField
                  key={side}
                  letter={words.preview.letters[side]}
                  label={words.sides[side]}
                  value={linkTexts[side]}
                  isWrong={wrongSide === side}
                  problemId={sideProblemId}
                  onText={(typed) => {
                    model.typeLinkSide(side, typed)
                  }}
                />
              ))}
            </div>
            <p id={sideProblemId} class={styles['problem']} role="status">
              {obstacle === null || wrongSide === null ? '' : say(text.obstacles, obstacle)}
            </p>
          </fieldset>
        </ExpandForm>
      )}
    </>
  )
}

const linkHintId = 'link-hint'
const sideProblemId = 'link-side-problem'
