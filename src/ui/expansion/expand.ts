import type { Failure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import {
  type ExpandEnd,
  type ExpandSteps,
  type ExpandWatch,
  leftReason,
  type Prepared,
  type Reached,
  type Result,
  type StepWatch
} from './expansion-types'
import { awaitTask, reachedAfter, resultsOf } from './steps/await-task'
import { doubtOf, finishResult } from './steps/finish-result'
import type { SentExpansion, Task } from './task'

/**
 * Makes one variation of an expansion, from wherever it has come to: prepare → begin → submit → accept → await the result →
 * finish each image → place. Tries, retries, resumed tasks and variations all go through these lines; what exists already
 * (`from`) is never made, or paid for, again. Every end is an event: the call never throws by itself.
 */
export async function expand(
  sent: SentExpansion,
  from: Reached,
  steps: ExpandSteps,
  watch: ExpandWatch
): Promise<void> {
  const { emit } = watch
  const end = (failure: Failure, reached: Reached, index = 0): void => {
    emit({ kind: 'ended', index, end: endOf(failure, reached) })
  }
  if (from.kind === 'image') {
    await steps.place(0, from, null)
    return
  }
  let task: Task | null = from.kind === 'task' ? from : null
  let results: readonly Result[] = from.kind === 'result' ? [from] : []

  if (from.kind === 'nothing') {
    const prepared = await steps.prepare(watch)
    if (!prepared.ok) {
      end(prepared.failure, from)
      return
    }
    const submitted = await submit(sent, prepared.value, steps, watch)
    emit({ kind: 'answered', reached: submitted.ok ? { kind: 'task', ...submitted.value.task } : from })
    if (!submitted.ok) {
      end(submitted.failure, from)
      return
    }
    ;({ task, results } = submitted.value)
  }
  if (task !== null && results.length === 0) {
    steps.prepareFinish()
    const awaited = await awaitTask(task, steps, watch)
    if (!awaited.ok) {
      end(awaited.failure, await reachedAfter(task, awaited.failure, steps, watch))
      return
    }
    results = awaited.value
  }
  if (from.kind !== 'result') {
    emit({ kind: 'images', count: results.length })
  }
  for (const [index, result] of results.entries()) {
    const onProgress: StepWatch['onProgress'] = (stage, percent) => {
      watch.onProgress(stage, percent, index)
    }
    // No id can bring the image of an unnamed answer back: it is made, though its run is gone.
    const isKept = result.taskId === null && watch.signal.reason === leftReason
    const signal = isKept ? new AbortController().signal : watch.signal
    const finished = await finishResult(sent, result, steps, { signal, onProgress })
    if (!finished.ok) {
      end(finished.failure, { kind: 'result', ...result }, index)
      continue
    }
    const { image, bytes } = finished.value
    const doubt = doubtOf(image)
    emit({ kind: 'finished', index, image, doubt })
    if (doubt === null) {
      await steps.place(index, image, bytes)
    }
  }
}

/**
 * Sends one create, at most once. From the moment it is handed over it is not stopped: what is handed over is paid for, and
 * only its answer tells how to get the result. The journal has its entry before that moment.
 */
async function submit(
  sent: SentExpansion,
  { request }: Prepared,
  { journal, service, epochMs, tickMs }: ExpandSteps,
  { signal, onProgress }: ExpandWatch
): Promise<Outcome<{ readonly task: Task; readonly results: readonly Result[] }, Failure>> {
  onProgress('queued', null)
  const entryId = journal.newEntryId()
  const begun = new Set<string>()
  const submitted = await service.submit(
    { ...request, seed: sent.expansion.seed },
    {
      turnSignal: signal,
      onTurn: async () => {
        begun.add(entryId)
        await journal.begin(entryId, sent)
        if (!signal.aborted) {
          onProgress('sending', null)
        }
      }
    }
  )
  if (!submitted.ok) {
    // A create that may have made a task, and whose run nobody sees any more, is told of by the next window.
    if (signal.reason !== leftReason || !mayBePaid(submitted.failure)) {
      begun.forEach((id) => void journal.settle(id, null))
    }
    return signal.aborted && !mayBePaid(submitted.failure) ? fail({ kind: 'cancelled' }) : submitted
  }
  const { value } = submitted
  const taskId = value.kind === 'task' ? value.taskId : value.result.taskId
  const task = {
    entryId,
    taskId: taskId === '' ? null : taskId,
    serviceUrl: sent.serviceUrl,
    acceptedAtMs: epochMs(),
    acceptedAtTick: tickMs(),
    createdAtMs: value.createdAtMs,
    isCanceled: signal.aborted,
    done: []
  }
  await journal.accept(task)
  return succeed({ task, results: value.kind === 'task' ? [] : resultsOf(task, value.result.images) })
}

function endOf(failure: Failure, reached: Reached): ExpandEnd {
  return failure.kind === 'cancelled'
    ? {
        kind: 'cancelled',
        reached,
        mayBeCharged: reached.kind !== 'nothing' || failure.taskMayExist === true
      }
    : { kind: 'failed', failure, reached }
}

/** Tells whether a create that failed may have made a task all the same. */
function mayBePaid({ kind }: Failure): boolean {
  return kind === 'answer-lost' || kind === 'unreachable' || kind === 'server-fault'
}
