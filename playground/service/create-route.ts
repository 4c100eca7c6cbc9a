import { type Answer, refusals, refuse, success } from './answer'
import type { CreateOrder } from './create-order'
import { readOrder } from './create-rules'
import type { ReceivedForm } from './form'
import { performOrder } from './perform-order'
import type { ServiceState } from './service-state'
import { Task } from './task'
import { wait } from './wait'
import { tellTask } from './write-result'

/** A UUID of version 4 in the form of the facts' example. */
function drawTaskId(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16))
  digits[12] = '4'
  digits[16] = '8'
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function makeTask(state: ServiceState, key: string, order: CreateOrder): Task {
  const { clock, linkRules, random, rewriteImage, switches } = state
  const plan = {
    id: drawTaskId(random),
    key,
    order,
    seed: order.seed === -1 ? Math.floor(random() * 2_147_483_647) : order.seed,
    createdAtMs: clock.nowMs(),
    processingMs: switches.current.processing ?? state.processingMs,
    faults: switches.current
  }
  const task = new Task(plan, clock, performOrder(clock, linkRules, rewriteImage))
  state.tasks.add(task)
  return task
}

/** Waits until there is something other than "pending" to tell; for ever where the fault `stuck` is on. */
async function awaitEnd(state: ServiceState, task: Task): Promise<void> {
  await task.settled
  await wait(state.clock, task.completedAtMs - state.clock.nowMs())
  if (state.switches.current.stuck) await new Promise(() => undefined)
}

/** POST /api/tasks/visual/advanced-image-expand. */
export async function createRoute(
  state: ServiceState,
  key: string,
  form: ReceivedForm,
  origin: string
): Promise<Answer> {
  const { switches } = state
  const dropsBefore = switches.use('drop-create-before', switches.current['drop-create-before'])
  if (dropsBefore) return { kind: 'drop' }
  const order = await readOrder(form, state.strict)
  if (!order.ok) return refuse(order.failure)
  if (switches.current['out-of-credits']) return refuse(refusals.credits)

  const task = makeTask(state, key, order.value)
  const { 'slow-create': slowMs, 'drop-create-after': drops } = switches.current
  await wait(state.clock, slowMs)
  if (switches.use('drop-create-after', drops)) return { kind: 'drop' }
  const tell = ({ task_id, ...data }: Readonly<Record<string, unknown>>) =>
    success(task.plan.faults['no-task-id'] ? data : { task_id, ...data })
  if (!order.value.sync) return tell({ task_id: task.plan.id })
  await awaitEnd(state, task)
  return tell((await tellTask(state, task, origin)).data)
}
