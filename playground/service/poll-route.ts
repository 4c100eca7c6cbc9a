import { type Answer, refusals, refuse, success } from './answer'
import type { ServiceState } from './service-state'
import { tellTask } from './write-result'

/**
 * GET /api/tasks/visual/advanced-image-expand/{task_id}. A pending task is told without `message` (facts, types: it
 * "can be missing on a poll").
 */
export async function pollRoute(
  state: ServiceState,
  key: string,
  taskId: string,
  origin: string
): Promise<Answer> {
  const { switches, clock } = state
  if (switches.use('drop-poll', switches.current['drop-poll'])) return { kind: 'drop' }
  const task = state.tasks.find(taskId, key, clock.nowMs())
  if (task === undefined) return refuse(refusals[404])
  const { pending, data } = await tellTask(state, task, origin)
  return success(data, !pending)
}
