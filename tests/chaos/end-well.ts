import { imageState, resultKeptMs } from '../../src/core/expansion/journal-entry'
import { isUnderWay } from '../../src/ui/expansion/run'
import type { AppModel } from '../../src/ui/model/app-model'
import type { Act } from './act'
import type { Fate } from './ledger'
import { handOf } from './play'
import { pressesOf } from './presses'
import type { World } from './world'

/** What a designer presses for who wants every image that is paid for. */
const lastPresses = [
  'place what is remembered',
  'go on from task',
  'go on from result',
  'go on from image',
  'place again',
  'place apart'
]

/** Nothing is pressed for more often. */
const mostPresses = 3

/** Longer than an entry is on its way to the storage, and than an answer is waited for. */
const quietMs = { least: 160_000, most: 600_000 }

/**
 * The faults are over. Everything that was paid for is placed from a new window; then it is counted what has become of
 * every image that the service made. `forgotten` notes of requests that were lost were told of before.
 */
export async function endWell(world: World, forgotten: number): Promise<ReadonlyMap<Fate, number>> {
  const { time, random, faults, service, windows, open, tell, onViolation, documentWatch } = world
  tell(() => 'the faults are over')
  faults.stop()
  // Some windows stay open until what is under way has come to an end.
  if (random.chance(0.5)) {
    await time.runUntil(time.nowMs() + random.spread(1_000, 60_000))
  }
  for (const window of [...windows]) {
    window.close(false)
  }
  const doneMs = Math.max(time.nowMs(), ...service.made.map(({ task }) => task.completedAtMs))
  await time.runUntil(doneMs + random.spread(quietMs.least, quietMs.most))
  const window = open()
  await time.runUntil(time.nowMs() + 5_000)
  const model = window.model()
  if (model === null) {
    onViolation('the last window does not open')
    return new Map()
  }
  await placeEverything(world, model)
  const fates = countFates(world, model)
  checkTold(world, model, forgotten)
  await pressAndWait(world, model, () => void model.keepAll())
  for (const { entry } of model.state.get().remembered) {
    const taskId = entry.accepted?.taskId ?? ''
    const isShown = (index: number): boolean => documentWatch.shows(taskId, index)
    if (entry.images.some((state, index) => state === 'waiting' && isShown(index))) {
      onViolation(`task ${taskId} is placed and kept, and would be offered again`)
    }
  }
  world.keyWatch.onEnd(world.document, model.state.get())
  documentWatch.undoAll()
  return fates
}

async function placeEverything(world: World, model: AppModel): Promise<void> {
  const hand = handOf(world, 'the end')
  if (!model.state.get().hasKey) {
    const press = pressesOf(model, hand).find(({ name }) => name === 'save the key')
    await pressAndWait(world, model, () => press?.act())
  }
  const pressed = new Map<string, number>()
  const timesPressed = ({ name, target }: Act): number => pressed.get(`${name} ${target}`) ?? 0
  for (;;) {
    const [press] = pressesOf(model, hand)
      .filter((act) => lastPresses.includes(act.name) && timesPressed(act) < mostPresses)
      .sort((one, other) => timesPressed(one) - timesPressed(other))
    if (press === undefined && !model.state.get().runs.some(isUnderWay)) {
      return
    }
    if (press !== undefined) {
      world.tell(() => `at the end: ${press.name}`)
      pressed.set(`${press.name} ${press.target}`, timesPressed(press) + 1)
    }
    await pressAndWait(world, model, () => press?.act())
  }
}

/** Presses, and waits until nothing is under way. */
async function pressAndWait({ time }: World, model: AppModel, press: () => void): Promise<void> {
  time.after(0, press)
  await time.runUntil(time.nowMs() + 1_000)
  for (let waited = 0; waited < 100 && model.state.get().runs.some(isUnderWay); waited++) {
    await time.runUntil(time.nowMs() + 3_000)
  }
}

/** Tells whether an image is remembered as of this file, or of another. */
function isRemembered(model: AppModel, isHere: boolean, taskId: string, index: number): boolean {
  return model.state
    .get()
    .remembered.some(
      (task) =>
        task.isHere === isHere &&
        task.entry.accepted?.taskId === taskId &&
        imageState(task.entry, index) === 'waiting'
    )
}

/** Tells whether a press in a run brings an image. */
function isInRuns(model: AppModel, taskId: string, index: number): boolean {
  const states = model.state.get().runs.flatMap(({ variations }) => variations.map(({ state }) => state))
  return states.some((state) => {
    const reached = state.kind === 'ready' ? state.image : 'reached' in state ? state.reached : null
    if (reached === null || !('taskId' in reached) || reached.taskId !== taskId) {
      return false
    }
    return !('index' in reached) || reached.index === index
  })
}

function countFates(
  { service, ledger, tell, onViolation }: World,
  model: AppModel
): ReadonlyMap<Fate, number> {
  const last = {
    isOffered: (taskId: string, index: number) =>
      isRemembered(model, true, taskId, index) || isInRuns(model, taskId, index),
    isElsewhere: (taskId: string, index: number) => isRemembered(model, false, taskId, index)
  }
  const fates = new Map<Fate, number>()
  for (const made of service.made) {
    const { id, createdAtMs } = made.task.plan
    if (made.task.completedAtMs - createdAtMs >= resultKeptMs) {
      continue
    }
    for (const index of made.images.keys()) {
      const fate = ledger.fateOf(made, index, last)
      fates.set(fate, (fates.get(fate) ?? 0) + 1)
      tell(() => `task ${id}, image ${index}: ${fate}`)
      if (fate === 'lost' || fate === 'stranded') {
        onViolation(`image ${index} of task ${id} is ${fate}`)
      }
    }
  }
  return fates
}

/** A storage or an editor that fails may have kept the plugin from taking note of what it sent. */
const excuses = ['storage refuses', 'storage slow', 'storage full', 'editor busy'] as const

/** Of a request that was paid for, and of whose task nobody knows, a window must have told, or this one tells. */
function checkTold({ ledger, faults, onViolation }: World, model: AppModel, forgotten: number): void {
  const untold = ledger.untold()
  const told = model.state.get().lost.length + forgotten
  if (untold.length > told && !excuses.some((name) => faults.counts.has(name))) {
    onViolation(`of these tasks nobody knows, and only ${told} are told of: ${untold.join(', ')}`)
  }
}
