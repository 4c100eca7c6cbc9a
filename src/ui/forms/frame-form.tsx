import { Button, Checkbox } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { maxFillSide } from '../../core/limits'
import type { FrameTarget } from '../../core/plan/frame-target'
import { formatSize } from '../controls/format-size'
import { Notice } from '../controls/notice'
import type { ViewProps } from '../controls/view-props'
import { subjectOf } from '../draft/expansion-drafts'
import type { Draft } from '../draft/read-draft'
import { DraftPreview } from '../preview/draft-preview'
import { PreviewLegend } from '../preview/preview-legend'
import { say } from '../words/say'
import { ExpandForm } from './expand-form'
import styles from './expand-form.css'

/** Layers that are visible at once; the list shows half of one more. */
const shownLayers = 4

/** The form of the frame mode: chooses the layers that form the source image. */
export function FrameForm({
  draft,
  ...props
}: ViewProps & { readonly draft: Draft & { kind: 'frame' } }): JSX.Element | null {
  const { model, state, words } = props
  const { target, subjectIds, plan } = draft
  /** Id of the frame that is to be filled once more. */
  const [filledAgain, setFilledAgain] = useState<string | null>(null)
  const isScaled =
    plan.ok &&
    Math.max(target.width, target.height) > maxFillSide &&
    Math.max(plan.value.pixelSize.width, plan.value.pixelSize.height) >= maxFillSide - 1
  const selected = state.selection?.sides
  const inner =
    selected?.kind === 'target' && selected.target.nodeId !== target.nodeId ? selected.target.name : null
  const toggle = (nodeId: string): void => {
    model.chooseSubjects(
      subjectIds.includes(nodeId) ? subjectIds.filter((id) => id !== nodeId) : [...subjectIds, nodeId]
    )
  }
  if (target.isFilled && plan.ok && !state.isAsked && filledAgain !== target.nodeId) {
    // A card above tells its state until the designer decides.
    const isTold = state.runs.some((run) => run.shown !== null && subjectOf(run.expansion) === target.nodeId)
    return isTold ? (
      <p class={styles['muted']}>{words.expand.decideFirst}</p>
    ) : (
      <Notice explanation={words.expand.filled(target.name)} tone="neutral">
        <Button
          secondary
          onClick={() => {
            setFilledAgain(target.nodeId)
          }}
        >
          {words.expand.fillAgain}
        </Button>
      </Notice>
    )
  }
  return (
    <ExpandForm {...props}>
      <DraftPreview draft={draft} state={state} words={words} />
      <PreviewLegend hasLive={target.layers.length > subjectIds.length} words={words} />
      <p class={styles['size']}>{formatSize(target)}</p>
      {inner === null ? null : <p class={styles['muted']}>{words.expand.around(target.name, inner)}</p>}
      {plan.ok ? null : <Notice explanation={say(words.frameObstacles, plan.failure)} tone="neutral" />}
      {isScaled ? (
        <p class={styles['muted']}>{words.expand.scaled(formatSize(plan.value.pixelSize))}</p>
      ) : null}
      <fieldset class={styles['picture']}>
        <legend class={styles['legend']}>
          {words.expand.pictureTitle}
          {target.layers.length > shownLayers ? (
            <span class={styles['muted']}>
              {' '}
              {words.expand.chosen(subjectIds.length, target.layers.length)}
            </span>
          ) : null}
        </legend>
        <p class={styles['muted']}>{words.expand.pictureHint}</p>
        <div class={styles['layers']}>
          {inOrder(target).map(({ nodeId, name }) => (
            <Checkbox
              key={nodeId}
              value={subjectIds.includes(nodeId)}
              onValueChange={() => {
                toggle(nodeId)
              }}
            >
              <span class={styles['layerName']} dir="auto">
                {name}
              </span>
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </ExpandForm>
  )
}

/** Sorts the layers: the found source image first, then from the top as in the layers panel. */
function inOrder({ layers, subjectIds }: FrameTarget): FrameTarget['layers'] {
  const fromTop = [...layers].reverse()
  const isFound = ({ nodeId }: FrameTarget['layers'][number]): boolean => subjectIds.includes(nodeId)
  return [...fromTop.filter(isFound), ...fromTop.filter((layer) => !isFound(layer))]
}
