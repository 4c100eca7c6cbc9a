import { sniffFormat } from './image-check'
import type { ServiceState } from './service-state'
import type { Task } from './task'
import { reportTask, type TaskReport } from './task-report'
import { hourMs } from './task-store'

const notAnImage = Buffer.from('This is not an image.')

/** The bytes that are handed out for a result: itself, or with the fault `not-an-image` a text. */
export function resultBytes(state: ServiceState, image: Uint8Array): Uint8Array {
  return state.switches.current['not-an-image'] ? notAnImage : image
}

/**
 * What there is to tell about a task now, its results as links below `origin` (return_type 1) or as bare base64 (2).
 * Waits for the worker where only that is still missing, so that what a clock says is done is done.
 */
export async function tellTask(state: ServiceState, task: Task, origin: string): Promise<TaskReport> {
  const due = state.clock.nowMs() >= task.plan.createdAtMs + task.plan.processingMs
  if (due && task.work === 'expanding') await task.settled
  const faults = state.switches.current
  return reportTask(task, state.clock.nowMs(), faults, (index, image) => {
    const bytes = resultBytes(state, image)
    if (task.plan.order.returnType === 1) {
      const fromMs = faults['expired-links'] ? state.clock.nowMs() - hourMs : task.completedAtMs
      return origin + state.links.sign(task.plan.id, index, fromMs)
    }
    const prefix = faults['data-prefix'] ? `data:image/${sniffFormat(image) ?? 'webp'};base64,` : ''
    return prefix + Buffer.from(bytes).toString('base64')
  })
}
