import { Button, IconButton, IconShuffleSmall24, Textbox } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { readTuning, type TuningField } from '../../core/expansion/tuning'
import { SegmentedChoice } from '../controls/segmented-choice'
import type { ViewProps } from '../controls/view-props'
import { initialState, requestSettingsOf } from '../state/app-state'
import styles from './advanced-fields.css'

const fields = ['strength', 'scale', 'steps', 'seed'] as const satisfies readonly TuningField[]

/** Id of the text that says which field is wrong. */
export const tuningProblemId = 'tuning-problem'

/** Rarely needed settings, collapsed unless one of them is wrong. */
export function AdvancedFields({
  model,
  state,
  words,
  hasCanvas
}: ViewProps & {
  /** Whether pixels are sent: without them there is no mask and no seam. */
  readonly hasCanvas: boolean
}): JSX.Element {
  const { settings, tuningTexts } = state
  const { maskIsInverted, matchSeam } = requestSettingsOf(state)
  const text = words.expand
  const read = readTuning(tuningTexts)
  const isAnyWrong = !read.ok
  const [isOpen, setIsOpen] = useState(() => Object.values(tuningTexts).some((typed) => typed !== ''))
  return (
    <details
      class={styles['advanced']}
      open={isAnyWrong || isOpen}
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open)
      }}
    >
      <summary class={styles['summary']}>{text.advanced}</summary>
      {fields.map((field) => {
        const { label, placeholder, hint } = text.tuning[field]
        const isWrong = !readTuning({ ...initialState.tuningTexts, [field]: tuningTexts[field] }).ok
        return (
          <div key={field} class={styles['group']}>
            <label class={styles['field']}>
              <span>{label}</span>
              <Textbox
                aria-label={label}
                aria-invalid={isWrong}
                aria-describedby={isWrong ? tuningProblemId : `${field}-hint`}
                placeholder={placeholder}
                value={tuningTexts[field]}
                onValueInput={(typed) => {
                  model.typeTuning(field, typed)
                }}
              />
            </label>
            {field === 'seed' ? (
              <IconButton aria-label={text.roll} title={text.roll} onClick={model.rollSeed}>
                <IconShuffleSmall24 />
              </IconButton>
            ) : null}
            <p class={styles['hint']} id={`${field}-hint`}>
              {hint}
            </p>
          </div>
        )
      })}
      <ChoiceOfTwo
        label={text.requestStyle}
        name="request"
        first={text.requestStyles.poll}
        second={text.requestStyles.single}
        hint={text.requestStyleHint}
        isSecond={settings.isSingleRequest}
        onSecond={(isSingleRequest) => void model.saveSettings({ ...settings, isSingleRequest })}
      />
      {hasCanvas ? (
        <>
          <ChoiceOfTwo
            label={words.settings.mask}
            name="mask"
            first={words.settings.maskReadings.standard}
            second={words.settings.maskReadings.inverted}
            hint={words.settings.maskHint}
            isSecond={maskIsInverted}
            onSecond={(isInverted) => void model.saveRequestSettings({ maskIsInverted: isInverted })}
          />
          <ChoiceOfTwo
            label={words.settings.seam}
            name="seam"
            first={words.settings.seamMatching.on}
            second={words.settings.seamMatching.off}
            hint={words.settings.seamHint}
            isSecond={!matchSeam}
            onSecond={(isOff) => void model.saveRequestSettings({ matchSeam: !isOff })}
          />
        </>
      ) : null}
      <Button secondary onClick={model.resetTuning}>
        {text.reset}
      </Button>
    </details>
  )
}

function ChoiceOfTwo({
  label,
  name,
  first,
  second,
  hint,
  isSecond,
  onSecond
}: {
  readonly label: string
  readonly name: string
  readonly first: string
  readonly second: string
  readonly hint: string
  readonly isSecond: boolean
  readonly onSecond: (isSecond: boolean) => void
}): JSX.Element {
  return (
    <fieldset class={styles['choice']}>
      <legend>{label}</legend>
      <SegmentedChoice
        label={label}
        name={name}
        options={[
          { value: 'first', label: first },
          { value: 'second', label: second }
        ]}
        value={isSecond ? 'second' : 'first'}
        onValue={(value) => {
          onSecond(value === 'second')
        }}
      />
      <p class={styles['hint']}>{hint}</p>
    </fieldset>
  )
}
