import { type JSX } from 'preact'
import { pixelGridOffset } from '../../core/geometry/pixel-grid'
import type { Size } from '../../core/geometry/size'
import { drawnInsets } from '../../core/growth/growth'
import { leastSizeOfShape } from '../../core/growth/least-size-of-shape'
import { maxFillSide } from '../../core/limits'
import { type LayerPlan, toCanvasPlan } from '../../core/plan/plan'
import { reachesPast } from '../../core/plan/reaches-past'
import { formatSize } from '../controls/format-size'
import type { ViewProps } from '../controls/view-props'
import type { Draft } from '../draft/read-draft'
import { canvasOfDraft } from '../preview/canvas-of-draft'
import { GrowthPreview } from '../preview/growth-preview'
import { PreviewLegend } from '../preview/preview-legend'
import { useThumbnail } from '../preview/use-thumbnail'
import { say } from '../words/say'
import { ContentChoice } from './content-choice'
import { ExpandForm } from './expand-form'
import styles from './expand-form.css'
import { GrowthFields } from './growth-fields'
import { isNeutral } from './neutral-obstacle'
import { wrongField } from './wrong-field'

/** Share of new area from which the form warns. */
const mostlyNew = 0.75

/** The form of the sides mode: the growth of one layer. */
export function SidesForm({
  draft,
  ...props
}: ViewProps & { readonly draft: Draft & { kind: 'sides' } }): JSX.Element {
  const { model, state, words } = props
  const { target, content, growth, plan } = draft
  const insets = drawnInsets(growth, target)
  const { width, height, clip } = target
  const { canvas, known, editable, imageBox } = canvasOfDraft(draft)
  const { url, isPictureComing } = useThumbnail(state, target)
  const newPart = 1 - (width * height) / (canvas.width * canvas.height)
  const frame = state.selection?.frame
  const isOwnFill = frame?.kind === 'obstacle' && frame.obstacle.kind === 'picture-is-fill'
  const larger =
    !plan.ok && plan.failure.kind === 'smaller' ? leastSizeOfShape(state.sizeTexts, target) : null
  return (
    <ExpandForm
      {...props}
      problem={
        plan.ok ? null : (
          <>
            <p class={isNeutral(plan.failure) ? styles['cost'] : styles['problem']} id="growth-problem">
              {say(words.insetsObstacles, plan.failure)}
            </p>
            {larger === null ? null : (
              <button
                type="button"
                class={styles['offer']}
                onClick={() => {
                  model.chooseSize(larger)
                }}
              >
                {words.preview.largeEnough(formatSize(larger))}
              </button>
            )}
          </>
        )
      }
    >
      <GrowthPreview
        subject={{ width, height }}
        grid={pixelGridOffset(target.origin.place)}
        insets={insets}
        known={known}
        editable={editable}
        {...(url === null ? {} : { image: { url, ...imageBox } })}
        words={words}
        isPictureComing={isPictureComing}
        onInsets={model.growTo}
        onTakeBack={() => {
          model.takeGrowth(growth)
        }}
      />
      <PreviewLegend hasLive={content.liveShapes.length > 0} words={words} />
      <p class={styles['size']}>
        {plan.ok
          ? words.expand.size(formatSize(target), formatSize(plan.value.plan.canvas))
          : isNeutral(plan.failure)
            ? formatSize(target)
            : words.expand.size(formatSize(target), '?')}
      </p>
      {isOwnFill ? <p class={styles['muted']}>{words.expand.ownFill}</p> : null}
      {target.kind === 'text' ? <p class={styles['warning']}>{words.expand.ofText(target.name)}</p> : null}
      <GrowthFields
        model={model}
        state={state}
        words={words}
        wrong={wrongField(plan)}
        problemId="growth-problem"
      />
      {plan.ok && newPart >= mostlyNew ? (
        <p class={styles['muted']}>{words.expand.mostlyNew(Math.round(newPart * 100))}</p>
      ) : null}
      {plan.ok && Math.max(canvas.width, canvas.height) > maxFillSide ? (
        <p class={styles['muted']}>{words.expand.scaled(formatSize(pixelSizeOf(plan.value.plan)))}</p>
      ) : null}
      {clip !== null && plan.ok && reachesPast(clip, target, insets) ? (
        <p class={styles['muted']}>{words.expand.clipped(clip.name)}</p>
      ) : null}
      <ContentChoice model={model} target={target} content={content} isSent={plan.ok} words={words} />
      {target.placing === 'behind' || (plan.ok && plan.value.placement.kind === 'behind') ? (
        <p class={styles['muted']}>{words.expand.behind(target.name)}</p>
      ) : null}
      {target.kind === 'component' ? <p class={styles['muted']}>{words.expand.component}</p> : null}
    </ExpandForm>
  )
}

function pixelSizeOf(plan: LayerPlan): Size {
  return (plan.kind === 'canvas' ? plan : toCanvasPlan(plan)).pixelSize
}
