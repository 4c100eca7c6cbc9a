import { isPastHour } from '../../../core/expansion/journal-entry'
import type { Failure } from '../../../core/failures'
import { fail, type Outcome, succeed } from '../../../core/outcome'
import type { ExpandSteps, Reached, Result, StepWatch } from '../expansion-types'
import type { Task } from '../task'

/** Polls until the task's images are there. Nothing is paid for. */
export async function awaitTask(
  task: Task,
  { service, journal }: ExpandSteps,
  { signal, onProgress }: StepWatch
): Promise<Outcome<readonly Result[], Failure>> {
  if (task.taskId === null || signal.aborted) {
    return fail({ kind: 'cancelled' })
  }
  onProgress('waiting', 0)
  if (task.isCanceled) {
    void journal.accept({ ...task, isCanceled: false })
  }
  const awaited = await service.awaitResult(task.taskId, {
    signal,
    onProgress: ({ percent }) => {
      onProgress('waiting', percent)
    }
  })
  return awaited.ok ? succeed(resultsOf(task, awaited.value.images)) : awaited
}

/**
 * Tells what is left of a task that could not be awaited: nothing of one that failed, or that the service does not know
 * once its hour is over. Within the hour, a task that the service does not know may be new to it.
 */
export async function reachedAfter(
  task: Task,
  { kind }: Failure,
  { journal, epochMs, tickMs }: ExpandSteps,
  { signal }: StepWatch
): Promise<Reached> {
  // Clocks jump: of a task of this window, its own clock has to say so too.
  const { acceptedAtMs, acceptedAtTick } = task
  const isOver =
    isPastHour({ atMs: acceptedAtMs }, epochMs()) &&
    (acceptedAtTick === null || isPastHour({ atMs: acceptedAtTick }, tickMs()))
  if (kind === 'task-failed' || (kind === 'unknown-task' && isOver)) {
    await journal.settle(task.entryId, null)
    return { kind: 'nothing' }
  }
  const isCanceled = signal.aborted
  if (isCanceled !== task.isCanceled) {
    await journal.accept({ ...task, isCanceled })
  }
  return { kind: 'task', ...task, isCanceled }
}

/** The images of a task that are neither in the document nor decided about; all of them where all are. */
export function resultsOf(task: Task, images: readonly Result['image'][]): readonly Result[] {
  const { length: count } = images
  const all = images.map((image, index) => ({ task, taskId: task.taskId, index, count, image }))
  const waiting = all.filter(({ index }) => !task.done.includes(index))
  return waiting.length === 0 ? all : waiting
}
