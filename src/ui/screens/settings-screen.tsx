import { Button, IconButton, IconNavigateBack24, Textbox, TextboxNumeric } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { provider } from '../../core/provider'
import { maxRequestCap, type Settings } from '../../core/settings'
import { SegmentedChoice } from '../controls/segmented-choice'
import type { ViewProps } from '../controls/view-props'
import { backId, keyFieldId } from '../focus/use-screen-focus'
import { KeyCheckReport } from '../forms/key-check-report'
import { PlainFailure } from '../runs/plain-failure'
import styles from './settings-screen.css'

/** Address of `npm run relay`, the only one besides the service's own that the manifest allows. */
const relayUrl = 'http://localhost:8787'

const regions = ['global', 'china', 'own'] as const satisfies readonly Settings['region'][]

/** The settings: the key, the region, and what is sent. */
export function SettingsScreen({ model, state, words }: ViewProps): JSX.Element {
  const { settings } = state
  const text = words.settings
  const isUrl = settings.region !== 'own' || /^https?:\/\/./.test(settings.ownUrl)
  const [typedKey, typeKey] = useState('')
  const saveKey = (): void => {
    const key = typedKey.trim()
    if (key !== '') {
      typeKey('')
      void model.saveKey(key)
    }
  }
  const goBack = (): void => {
    // Leaving the field saves a typed key; Esc does not.
    saveKey()
    model.showScreen('expand')
  }
  return (
    <main class={styles['screen']} tabIndex={-1}>
      <header class={styles['header']}>
        <IconButton id={backId} aria-label={text.back} title={text.back} onClick={goBack}>
          <IconNavigateBack24 />
        </IconButton>
        <h1 class={styles['title']}>{text.title}</h1>
      </header>
      {state.settingsFailure === null ? null : (
        <PlainFailure
          model={model}
          failure={state.settingsFailure}
          words={words}
          onDismiss={model.dismissSettingsFailure}
        />
      )}
      <KeyFields
        model={model}
        state={state}
        words={words}
        typed={typedKey}
        onTyped={typeKey}
        onSave={saveKey}
        onGoOn={goBack}
        canGoOn={isUrl}
      />
      <fieldset class={styles['group']}>
        <legend class={styles['legend']}>{text.region}</legend>
        <SegmentedChoice
          label={text.region}
          name="region"
          options={regions.map((region) => ({ value: region, label: text.regions[region] }))}
          value={settings.region}
          onValue={(region) =>
            void model.saveSettings({
              ...settings,
              region,
              ownUrl: region === 'own' && settings.ownUrl === '' ? relayUrl : settings.ownUrl
            })
          }
        />
        {settings.region === 'own' ? null : <p class={styles['muted']}>{text.regionHint}</p>}
      </fieldset>
      {settings.region === 'own' ? (
        <label class={styles['group']}>
          <span class={styles['legend']}>{text.ownUrl}</span>
          <Textbox
            aria-label={text.ownUrl}
            aria-invalid={!isUrl}
            placeholder={relayUrl}
            value={settings.ownUrl}
            onValueInput={(ownUrl) => void model.saveSettings({ ...settings, ownUrl })}
          />
          {isUrl ? null : (
            <p class={styles['problem']} role="alert">
              {text.ownUrlWrong}
            </p>
          )}
          <p class={styles['muted']}>{text.ownUrlHint}</p>
        </label>
      ) : null}
      <fieldset class={styles['group']}>
        <legend class={styles['legend']}>{text.language}</legend>
        <SegmentedChoice
          label={text.language}
          name="language"
          options={[
            { value: 'browser', label: text.languageOfBrowser },
            { value: 'english', label: 'English' },
            { value: 'chinese', label: '简体中文' }
          ]}
          value={settings.language}
          onValue={(language) => void model.saveSettings({ ...settings, language })}
        />
      </fieldset>
      <label class={styles['group']}>
        <span class={styles['legend']}>{text.cap}</span>
        <TextboxNumeric
          aria-label={text.cap}
          integer
          minimum={1}
          maximum={maxRequestCap}
          value={String(settings.requestCap)}
          onNumericValueInput={(requestCap) => {
            if (requestCap !== null && requestCap >= 1) {
              void model.saveSettings({ ...settings, requestCap })
            }
          }}
        />
        <p class={styles['muted']}>{text.capHint}</p>
      </label>
      <p class={styles['muted']}>{text.privacy}</p>
    </main>
  )
}

function KeyFields({
  model,
  state,
  words,
  typed,
  onTyped,
  onSave,
  onGoOn,
  canGoOn
}: ViewProps & {
  readonly typed: string
  readonly onTyped: (text: string) => void
  readonly onSave: () => void
  readonly onGoOn: () => void
  readonly canGoOn: boolean
}): JSX.Element {
  const text = words.settings
  return (
    <div class={styles['group']}>
      <label class={styles['group']}>
        <span class={styles['legend']}>{text.key}</span>
        <Textbox
          id={keyFieldId}
          aria-label={text.key}
          password
          placeholder={state.hasKey ? '••••••••••••' : text.keyHint}
          value={typed}
          onValueInput={onTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              onSave()
            }
          }}
        />
      </label>
      {state.hasKey ? (
        <p class={styles['muted']} role="status">
          {state.keyCheck.kind === 'saved' ? text.keySaved : text.keyKept}
        </p>
      ) : (
        <a class={styles['link']} href={provider.url} target="_blank" rel="noreferrer">
          {words.firstRun.getKey}
        </a>
      )}
      <div class={styles['actions']}>
        <Button disabled={typed.trim() === ''} onClick={onSave}>
          {text.save}
        </Button>
        {state.hasKey ? (
          <>
            <Button
              secondary
              disabled={state.keyCheck.kind === 'checking'}
              onClick={() => void model.checkKey()}
            >
              {state.keyCheck.kind === 'checking' ? text.testing : text.test}
            </Button>
            <Button secondary onClick={() => void model.removeKey()}>
              {text.remove}
            </Button>
          </>
        ) : null}
      </div>
      <KeyCheckReport check={state.keyCheck} words={words} />
      {state.hasKey ? (
        <Button fullWidth secondary={state.keyCheck.kind === 'failed'} disabled={!canGoOn} onClick={onGoOn}>
          {text.goOn}
        </Button>
      ) : null}
    </div>
  )
}
