import { Textbox } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { Anchor } from '../../core/growth'
import { sides, type Side } from '../../core/insets'
import { ratios } from '../../core/ratios'
import type { AppModel } from '../model/app-model'
import type { AppState } from '../model/app-state'
import type { Words } from '../words/words'
import styles from './growth-fields.css'
import { SegmentedChoice } from './segmented-choice'

/** How far layers grow: each side, to a shape, or to a size. `wrong` names the fields that come to nothing. */
export function GrowthFields({
  model,
  state,
  words,
  wrong,
  problemId
}: {
  readonly model: AppModel
  readonly state: AppState
  readonly words: Words
  readonly wrong: Side | 'width' | 'height' | null
  readonly problemId: string
}): JSX.Element {
  const text = words.expand
  const field = (
    name: Side | 'width' | 'height',
    label: string,
    value: string,
    onText: (text: string) => void
  ): JSX.Element => (
    <label key={name} class={styles['field']}>
      <span>{label}</span>
      <Textbox
        aria-label={label}
        aria-invalid={wrong === name}
        aria-describedby={wrong === name ? problemId : undefined}
        value={value}
        onValueInput={onText}
      />
    </label>
  )
  return (
    <fieldset class={styles['growth']}>
      <legend class={styles['legend']}>
        {text.growthTitle}
        {state.growthKind === 'sides' ? <span class={styles['hint']}> {text.insetsHint}</span> : null}
      </legend>
      <SegmentedChoice
        label={text.growthTitle}
        name="growth"
        options={(['sides', 'ratio', 'size'] as const).map((kind) => ({
          value: kind,
          label: text.growths[kind]
        }))}
        value={state.growthKind}
        onValue={model.chooseGrowth}
      />
      {state.growthKind === 'sides' ? (
        <>
          <div class={styles['fields']}>
            {sides.map((side) =>
              field(side, words.sides[side], state.insetTexts[side], (typed) => {
                model.typeInset(side, typed)
              })
            )}
          </div>
        </>
      ) : null}
      {state.growthKind === 'ratio' ? (
        <div class={styles['chips']} role="radiogroup" aria-label={text.ratio}>
          {Object.keys(ratios).map((name) => (
            <label key={name} class={styles['chip']}>
              <input
                type="radio"
                name="ratio"
                checked={state.ratio === name}
                onChange={() => {
                  model.chooseRatio(name)
                }}
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      ) : null}
      {state.growthKind === 'size' ? (
        <div class={styles['fields']}>
          {(['width', 'height'] as const).map((axis) =>
            field(axis, text[axis], state.sizeTexts[axis], (typed) => {
              model.typeSize(axis, typed)
            })
          )}
        </div>
      ) : null}
      {state.growthKind === 'sides' ? null : (
        <AnchorChoice anchor={state.anchor} words={words} onAnchor={model.chooseAnchor} />
      )}
    </fieldset>
  )
}

const points = ['start', 'middle', 'end'] as const

/** Where the picture lies on the larger canvas: one of nine places. */
function AnchorChoice({
  anchor,
  words,
  onAnchor
}: {
  readonly anchor: Anchor
  readonly words: Words
  readonly onAnchor: (anchor: Anchor) => void
}): JSX.Element {
  const { anchor: label, anchorNames } = words.expand
  return (
    <div class={styles['anchorRow']}>
      <span>{label}</span>
      <div class={styles['anchor']} role="radiogroup" aria-label={label}>
        {points.map((down) =>
          points.map((across) => (
            <label key={`${down} ${across}`} class={styles['place']} title={anchorNames[down][across]}>
              <input
                type="radio"
                name="anchor"
                aria-label={anchorNames[down][across]}
                checked={anchor.across === across && anchor.down === down}
                onChange={() => {
                  onAnchor({ across, down })
                }}
              />
              <span />
            </label>
          ))
        )}
      </div>
    </div>
  )
}
