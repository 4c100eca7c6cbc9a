import { type JSX } from 'preact'
import { type Side, sides } from '../../core/geometry/insets'
import { ratios } from '../../core/geometry/ratios'
import { commonSizes, type SizeGroup } from '../../core/growth/common-sizes'
import { formatSize } from '../controls/format-size'
import { LetterField } from '../controls/input-field'
import { shownGrowth } from '../draft/shown-growth'
import type { AppModel } from '../model/app-model'
import type { AppState } from '../state/app-state'
import type { Words } from '../words/words'
import { AnchorChoice } from './anchor-choice'
import styles from './growth-fields.css'

/** The fields of a growth: a ratio, a size, or each side. `wrong` is the invalid field. */
export function GrowthFields({
  model,
  state,
  words,
  wrong,
  problemId,
  isSeveral = false
}: {
  readonly model: AppModel
  readonly state: AppState
  readonly words: Words
  readonly wrong: Side | 'width' | 'height' | null
  readonly problemId: string
  /** Whether there are several layers, whose computed values differ. */
  readonly isSeveral?: boolean
}): JSX.Element {
  const text = words.expand
  const shown = shownGrowth(state)
  const field = (
    name: Side | 'width' | 'height',
    label: string,
    value: string,
    onText: (text: string) => void
  ): JSX.Element => (
    <LetterField
      key={name}
      letter={words.preview.letters[name]}
      label={label}
      value={value}
      placeholder={isSeveral ? text.mixed : undefined}
      isWrong={wrong === name}
      problemId={problemId}
      onText={onText}
    />
  )
  return (
    <fieldset class={styles['growth']}>
      <legend class={styles['legend']}>
        {text.growthTitle}
        <span class={styles['hint']}> {text.insetsHint}</span>
      </legend>
      <div class={styles['chips']} role="radiogroup" aria-label={text.ratio}>
        {['original', ...Object.keys(ratios)].map((name) => (
          <label
            key={name}
            class={styles['chip']}
            title={name === 'original' ? text.originalHint : undefined}
          >
            <input
              type="radio"
              name="ratio"
              checked={shown.shape === name}
              onClick={() => {
                model.chooseShape(name)
              }}
            />
            <span>{name === 'original' ? text.original : name}</span>
          </label>
        ))}
      </div>
      <SizeMenu size={shown.sizeTexts} words={words} onSize={model.chooseSize} />
      <div class={styles['numbers']}>
        <div class={styles['fields']}>
          {(['width', 'height'] as const).map((axis) =>
            field(axis, text[axis], shown.sizeTexts[axis], (typed) => {
              model.typeSize(axis, typed)
            })
          )}
          {sides.map((side) =>
            field(side, words.sides[side], shown.insetTexts[side], (typed) => {
              model.typeInset(side, typed)
            })
          )}
        </div>
        <AnchorChoice anchor={shown.anchor} words={words} onAnchor={model.chooseAnchor} />
      </div>
    </fieldset>
  )
}

const groups: readonly SizeGroup[] = ['social', 'advertisements']

/** Lists common sizes by group; choosing one fills the fields. */
function SizeMenu({
  size,
  words,
  onSize
}: {
  /** The size in the fields. */
  readonly size: AppState['sizeTexts']
  readonly words: Words
  readonly onSize: AppModel['chooseSize']
}): JSX.Element {
  const { sizes } = words
  const chosen = commonSizes.find(
    ({ width, height }) => size.width === String(width) && size.height === String(height)
  )
  return (
    <select
      class={styles['sizes']}
      aria-label={sizes.label}
      value={chosen?.name ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const wanted = commonSizes.find(({ name }) => name === value)
        if (wanted !== undefined) {
          onSize(wanted)
        }
      }}
    >
      <option value="">{sizes.label}</option>
      {groups.map((group) => (
        <optgroup key={group} label={sizes.groups[group]}>
          {commonSizes
            .filter((size) => size.group === group)
            .map(({ name, width, height }) => (
              <option key={name} value={name}>
                {words.listed(sizes.names[name], formatSize({ width, height }))}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}
