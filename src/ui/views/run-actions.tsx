import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { AppModel } from '../model/app-model'
import type { Run } from '../model/app-state'
import type { Words } from '../words/words'

/** What can be done after an expansion that did not end in the file: first what helps most. */
export function RunActions({
  model,
  run,
  words
}: {
  readonly model: AppModel
  readonly run: Run & { kind: 'failed' | 'cancelled' }
  readonly words: Words
}): JSX.Element {
  const { ended } = words
  const needsSettings =
    run.kind === 'failed' &&
    ['no-key', 'wrong-key', 'invalid-request', 'unreachable', 'unreadable-answer'].includes(run.failure.kind)
  const layerIsLost =
    run.kind === 'failed' && ['node-gone', 'node-changed', 'cannot-write'].includes(run.failure.kind)
  return (
    <>
      {needsSettings ? (
        <Button
          onClick={() => {
            model.show('settings')
          }}
        >
          {ended.openSettings}
        </Button>
      ) : null}
      {isMisread(run) ? (
        <Button onClick={() => void model.tryOtherMaskReading()}>{ended.tryOtherMask}</Button>
      ) : null}
      {run.reached.kind === 'image' && layerIsLost ? (
        <Button onClick={() => void model.placeApart()}>{ended.placeApart}</Button>
      ) : run.order === null || (layerIsLost && run.reached.kind === 'nothing') ? null : (
        <Button secondary={needsSettings || isMisread(run)} onClick={() => void model.goOn()}>
          {goOnLabel(run, words)}
        </Button>
      )}
      <Button secondary onClick={model.dismiss}>
        {ended.back}
      </Button>
    </>
  )
}

function isMisread(run: Run): boolean {
  return run.kind === 'failed' && run.failure.kind === 'mask-misread'
}

function isUnchanged(run: Run): boolean {
  return run.kind === 'failed' && run.failure.kind === 'unchanged'
}

/** What going on means depends on what exists already. */
function goOnLabel(run: Run & { kind: 'failed' | 'cancelled' }, { ended }: Words): string {
  switch (run.reached.kind) {
    case 'nothing':
      return ended.tryAgain
    case 'task':
    case 'result':
      return ended.checkAgain
    case 'image':
      return isMisread(run) || isUnchanged(run) ? ended.placeAnyway : ended.placeAgain
  }
}
