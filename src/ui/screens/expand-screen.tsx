import { Button, IconAdjust24, IconButton, IconRecentSmall24 } from '@create-figma-plugin/ui'
import type { JSX } from 'preact'
import { Notice } from '../controls/notice'
import { SegmentedChoice } from '../controls/segmented-choice'
import type { ViewProps } from '../controls/view-props'
import { expansionDrafts, freeDrafts } from '../draft/expansion-drafts'
import { type Draft, modeOf, readDraft } from '../draft/read-draft'
import { FallbackFocusButton } from '../focus/fallback-focus-button'
import { openerIds } from '../focus/use-screen-focus'
import { FrameForm } from '../forms/frame-form'
import { LinkForm } from '../forms/link-form'
import { SeveralForm } from '../forms/several-form'
import { SidesForm } from '../forms/sides-form'
import { DraftPreview } from '../preview/draft-preview'
import { PlainFailure } from '../runs/plain-failure'
import { RememberedTasks } from '../runs/remembered-tasks'
import { RunQueue } from '../runs/run-queue'
import { isFirstRun, type News, passes } from '../state/app-state'
import { say } from '../words/say'
import type { Words } from '../words/words'
import styles from './expand-screen.css'
import { FirstRun } from './first-run'

/** The main screen: the selection, its growth, and the expansions. */
export function ExpandScreen(props: ViewProps): JSX.Element {
  const { model, state, words } = props
  const draft = readDraft(state)
  const isFirst = isFirstRun(state)
  const isUnderWay =
    draft.kind !== 'link' && expansionDrafts(state).length > 0 && freeDrafts(state).length === 0
  const title = isFirst || isUnderWay ? { before: words.expand.action } : titleOf(draft, words)
  return (
    <main class={styles['screen']} tabIndex={-1}>
      <header class={styles['header']}>
        <Title {...title} />
        <div class={styles['tools']}>
          <IconButton
            id={openerIds.history}
            aria-label={words.expand.history}
            title={words.expand.history}
            onClick={() => {
              model.showScreen('history')
            }}
          >
            <IconRecentSmall24 />
          </IconButton>
          <IconButton
            id={openerIds.settings}
            aria-label={words.expand.settings}
            title={words.expand.settings}
            onClick={() => {
              model.showScreen('settings')
            }}
          >
            <IconAdjust24 />
          </IconButton>
        </div>
      </header>
      {state.settingsFailure === null ? null : (
        <PlainFailure
          model={model}
          failure={state.settingsFailure}
          words={words}
          onDismiss={model.dismissSettingsFailure}
        />
      )}
      {state.news === null ? null : <NewsNotice {...props} news={state.news} />}
      <RunQueue {...props} />
      <RememberedTasks {...props} />
      {isFirst ? <FirstRun {...props} /> : null}
      {isFirst ? null : isUnderWay ? (
        <>
          {draft.kind === 'sides' || draft.kind === 'frame' ? (
            <DraftPreview draft={draft} state={state} words={words} />
          ) : null}
          <p class={styles['muted']}>{words.expand.underWay}</p>
        </>
      ) : (
        <>
          {hasChoice(draft) ? (
            <SegmentedChoice
              label={words.expand.mode}
              name="mode"
              options={(['frame', 'sides'] as const).map((mode) => ({
                value: mode,
                label: words.expand.modes[mode]
              }))}
              value={modeOf(state)}
              onValue={model.chooseMode}
            />
          ) : null}
          <DraftView {...props} draft={draft} />
        </>
      )}
    </main>
  )
}

interface TitleParts {
  readonly before: string
  /** The layer's name, the only part that may be cut. */
  readonly name?: string
  readonly after?: string
}

/** Names the layer that would be expanded. */
function titleOf(draft: Draft, { expand }: Words): TitleParts {
  if (draft.kind === 'several') {
    return { before: expand.layers(draft.drafts.length) }
  }
  return 'target' in draft
    ? { ...expand.titles[draft.kind], name: draft.target.name }
    : { before: expand.action }
}

function Title({ before, name = '', after = '' }: TitleParts): JSX.Element {
  const whole = before + name + after
  return (
    <h1 class={styles['title']} title={whole} aria-label={whole}>
      <span>{before}</span>
      <bdi>{name}</bdi>
      <span>{after}</span>
    </h1>
  )
}

function NewsNotice({ model, words, news }: ViewProps & { readonly news: News }): JSX.Element {
  return news.kind === 'failed' ? (
    <PlainFailure
      model={model}
      failure={news.failure}
      words={words}
      onAgain={() => void model.lookAgain()}
      onDismiss={model.dismissNews}
    />
  ) : (
    <Notice
      explanation={say(words.news, news)}
      tone="neutral"
      close={passes(news) ? null : { label: words.ended.back, onClose: model.dismissNews, takesFocus: true }}
    >
      {news.kind === 'let-go' ? (
        <FallbackFocusButton secondary onClick={() => void model.rememberAgain()}>
          {words.remembered.back}
        </FallbackFocusButton>
      ) : null}
    </Notice>
  )
}

/** Tells whether a mode can be chosen, which needs a selection. */
function hasChoice(draft: Draft): boolean {
  return (
    draft.kind !== 'looking' &&
    draft.kind !== 'link' &&
    !(draft.kind === 'obstacle' && draft.obstacle.kind === 'nothing-selected')
  )
}

function DraftView({ draft, ...props }: ViewProps & { readonly draft: Draft }): JSX.Element {
  const { words } = props
  switch (draft.kind) {
    case 'looking':
      return <p class={styles['muted']}>{props.state.news?.kind === 'failed' ? '' : words.expand.looking}</p>
    case 'link':
      return <LinkForm {...props} plan={draft.plan} />
    case 'obstacle':
      return draft.obstacle.kind === 'nothing-selected' ? (
        <LinkForm {...props} plan={null} />
      ) : (
        <Notice explanation={say(words.obstacles, draft.obstacle)} tone="neutral">
          {modeOf(props.state) === 'frame' && props.state.selection?.sides.kind === 'target' ? (
            <Button
              secondary
              onClick={() => {
                props.model.chooseMode('sides')
              }}
            >
              {words.expand.modes.sides}
            </Button>
          ) : null}
        </Notice>
      )
    case 'several':
      return <SeveralForm {...props} draft={draft} />
    case 'sides':
      return <SidesForm {...props} draft={draft} />
    case 'frame':
      return <FrameForm {...props} draft={draft} />
  }
}
