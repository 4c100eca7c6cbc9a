import {
  type Answer,
  type Faults as StandInFaults,
  FaultSwitches,
  noFaults,
  RateLimit,
  refusals,
  refuse,
  reportTask,
  RequestLog,
  ResultLinks,
  resultsRoute,
  type ServiceState,
  spoil,
  success,
  Task,
  type TaskOutcome,
  TaskStore
} from '../../playground/testing/service'
import type { Clock } from '../../src/core/clock'
import { requestsPerSecond } from '../../src/core/limits'
import { brokenRule, orderOf } from './create-form'
import type { Faults } from './faults'
import { pictureFile } from './picture-file'
import type { SeededRandom } from './seeded-random'

/** A request as it arrives at the service. */
interface Arrival {
  readonly method: string
  readonly url: URL
  readonly key: string | null
  readonly form: FormData | null
  /** The network's own repetition of a request that the plugin sent once. */
  readonly isCopy: boolean
}

/** A create that the service took. */
export interface Made {
  readonly task: Task
  readonly seed: number
  readonly isCopy: boolean
  /** The pictures that it ends with; none where it fails, or ends with something that is no image. */
  readonly images: readonly Uint8Array[]
}

export interface ChaosService {
  readonly answer: (arrival: Arrival) => Promise<Answer>
  readonly made: readonly Made[]
  /** Every create that arrived, taken or refused, without the network's own repetitions. */
  readonly createsSeen: () => number
  /** How often the service's rate was gone over. */
  readonly refusedForRate: () => number
}

export interface ChaosServiceOptions {
  readonly clock: Clock
  readonly random: SeededRandom
  readonly faults: Faults
  readonly key: string
  /** Told of requests that break a documented rule, which the plugin must never send. */
  readonly onBrokenRule: (sentence: string) => void
  readonly onMade: (made: Made) => void
}

const createPath = '/api/tasks/visual/advanced-image-expand'

const pageNotFound: Answer = {
  kind: 'reply',
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html><body><h1>404 Not Found</h1></body></html>')
}

/** The stand-in's tasks, rate, links and answers, without its sockets and its pixels. */
export function createChaosService(options: ChaosServiceOptions): ChaosService {
  const { clock, random, faults, key, onBrokenRule, onMade } = options
  const state: ServiceState = {
    clock,
    random: random.next,
    keys: [key],
    strict: true,
    processingMs: 0,
    rewriteImage: (image) => image,
    switches: new FaultSwitches(),
    limit: new RateLimit(requestsPerSecond),
    log: new RequestLog(),
    tasks: new TaskStore(),
    links: new ResultLinks(),
    linkRules: { resolve: () => Promise.resolve([]), mayConnect: () => false, onRefused: () => undefined }
  }
  const made: Made[] = []
  const habits = new Map<string, StandInFaults>()
  let createsSeen = 0
  let refusedForRate = 0

  const create = async (form: FormData, isCopy: boolean, origin: string): Promise<Answer> => {
    const broken = brokenRule(form)
    if (broken !== null) {
      onBrokenRule(broken)
      return refuse({ status: 400, message: `Invalid params, ${broken}` })
    }
    const id = drawTaskId(random)
    const habit = drawHabit()
    const outcome = drawOutcome(id, habit)
    const order = orderOf(form)
    const plan = {
      id,
      key,
      order,
      seed: order.seed,
      createdAtMs: clock.nowMs(),
      processingMs: faults.strikes('task takes minutes')
        ? random.spread(60_000, 400_000)
        : random.spread(400, 14_000),
      faults: habit
    }
    const task = new Task(plan, clock, (_plan, onDownloaded) => {
      onDownloaded(0)
      return Promise.resolve(outcome)
    })
    await task.settled
    habits.set(id, habit)
    state.tasks.add(task)
    const isImage = outcome.kind === 'done' && !habit['no-image'] && !habit['not-an-image']
    const entry = { task, seed: order.seed, isCopy, images: isImage ? outcome.images : [] }
    made.push(entry)
    onMade(entry)
    if (form.get('sync') !== '1') {
      return success({ task_id: id })
    }
    await new Promise((resolve) => {
      clock.after(task.completedAtMs - clock.nowMs(), () => {
        resolve(null)
      })
    })
    // Some servers' answers name no task.
    const { task_id: taskId, ...data } = report(task, id, origin).data
    return success(random.chance(0.8) ? { task_id: taskId, ...data } : data)
  }

  /** What of this task's answers is out of the ordinary. */
  const drawHabit = (): StandInFaults => {
    if (faults.strikes('answer without an image')) {
      return { ...noFaults, ...random.pick([{ 'no-image': true }, { 'not-an-image': true }] as const) }
    }
    return {
      ...noFaults,
      'several-images': faults.strikes('several images') ? random.pick([2, 3, 4]) : 0,
      'result-field': random.pick(['image', 'image1', 'image_1', 'image_4'] as const),
      'data-prefix': random.chance(0.1)
    }
  }

  const drawOutcome = (id: string, habit: StandInFaults): TaskOutcome => {
    if (faults.strikes('task fails')) {
      return {
        kind: 'failed',
        state: random.pick([-1, -2, -7, -8, -9, -10, -15, -17]),
        message: `no, ${key}!`
      }
    }
    const marks = [
      faults.strikes('image as it was sent') ? 'unchanged' : '',
      faults.strikes('mask misread') ? 'misread' : ''
    ].join(' ')
    const count = Math.max(1, habit['several-images'])
    return {
      kind: 'done',
      images: Array.from({ length: count }, (_, index) =>
        pictureFile({ width: 64, height: 64 }, `${id} ${index} ${marks}`)
      )
    }
  }

  const poll = (taskId: string, origin: string): Answer => {
    const task = state.tasks.find(taskId, key, clock.nowMs())
    if (faults.strikes('page of a 404')) {
      return pageNotFound
    }
    if (task === undefined || faults.strikes('odd 404')) {
      return refuse(refusals[404])
    }
    const { pending, data } = report(task, taskId, origin)
    return success(data, !pending)
  }

  const report = (task: Task, taskId: string, origin: string): ReturnType<typeof reportTask> => {
    const habit = habits.get(taskId) ?? noFaults
    const isLink = !habit['not-an-image'] && faults.strikes('image by a link')
    return reportTask(task, clock.nowMs(), habit, (index, image) => {
      if (isLink) {
        return origin + state.links.sign(taskId, index, task.completedAtMs)
      }
      const bytes = habit['not-an-image'] ? Buffer.from('This is not an image.') : Buffer.from(image)
      return `${habit['data-prefix'] ? 'data:image/png;base64,' : ''}${bytes.toString('base64')}`
    })
  }

  const route = async ({ method, url, form, isCopy }: Arrival): Promise<Answer> => {
    if (method === 'POST' && url.pathname === createPath && form !== null) {
      return create(form, isCopy, url.origin)
    }
    if (method === 'GET' && url.pathname.startsWith(`${createPath}/`)) {
      return poll(url.pathname.slice(createPath.length + 1), url.origin)
    }
    onBrokenRule(`there is no ${method} ${url.pathname}`)
    return refuse(refusals[404])
  }

  const refusal = (arrival: Arrival): Answer | null => {
    if (arrival.key !== key) {
      return refuse({ status: 401, message: `Unauthorized API Key ${arrival.key ?? ''}.` })
    }
    if (!state.limit.admits(key, clock.nowMs())) {
      refusedForRate += 1
      return refuse(refusals[429])
    }
    if (faults.isOn('429 storm')) {
      return refuse(refusals[429])
    }
    return faults.isOn('service down') || faults.strikes('5xx before acting')
      ? refuse(random.pick([refusals[500], refusals[503]]))
      : null
  }

  return {
    made,
    createsSeen: () => createsSeen,
    refusedForRate: () => refusedForRate,
    answer: async (arrival) => {
      const call = arrival.method === 'POST' ? 'create' : 'poll'
      if (arrival.url.pathname.startsWith('/results/')) {
        return resultsRoute(state, arrival.url)
      }
      if (call === 'create' && !arrival.isCopy) {
        createsSeen += 1
      }
      const refused = refusal(arrival)
      if (refused !== null) {
        return refused
      }
      const given = await route(arrival)
      if (faults.strikes('5xx after acting')) {
        return refuse(refusals[500])
      }
      return spoil(
        given,
        {
          ...noFaults,
          'not-json': faults.strikes('not JSON') ? 'both' : 'off',
          'truncated-json': faults.strikes('JSON cut in the middle') ? 'both' : 'off',
          'html-error-page': faults.strikes('error page of a gateway') ? 'both' : 'off'
        },
        call
      )
    }
  }
}

function drawTaskId(random: SeededRandom): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random.next() * 16).toString(16)).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
