import { describe, expect, it, test } from 'vitest'
import type { Params, Payload } from '../../../src/bridge/protocol'
import { fail, succeed } from '../../../src/core/outcome'
import { isPlaced, type Run } from '../../../src/ui/expansion/run'
import { sidesWish } from '../support/sample-drafts'
import { shapesSelected } from '../support/sample-selection'
import { startModel } from '../support/start-model'
import { baseUrl, quiet, startRuns } from '../support/start-runs'

type Found = Payload<'images-changed'>[number]
type Changes = NonNullable<Parameters<typeof startRuns>[0]>

const gone = (runId: string, isBack = true): Found => ({ kind: 'gone', runId, isBack })
const there = (runId: string, variant = 1): Found => ({ kind: 'there', runId, variant, where: 'grown' })

/** Runs with one whose image is placed, and what is asked of it. */
async function placedRun(
  changes: Changes = {},
  variants = 1
): Promise<{ readonly runs: ReturnType<typeof startRuns>; readonly runId: string; readonly run: () => Run }> {
  let tasks = 0
  const runs = startRuns({
    ...changes,
    service: {
      submit: () => Promise.resolve(succeed({ kind: 'task', createdAtMs: null, taskId: `t${++tasks}` })),
      ...changes.service
    }
  })
  runs.start([sidesWish], { variants, baseUrl, seed: null })
  await quiet()
  const run = (): Run => {
    const [first] = runs.list()
    if (first === undefined) {
      throw new Error('there is no run')
    }
    return first
  }
  runs.log.length = 0
  return { runs, runId: run().runId, run }
}

describe('a run whose image is undone', () => {
  test.each([
    ['with all that was changed for it', true, 'whole'],
    ['alone', false, 'image-only']
  ] as const)('is shown as such, and as placed again after redo: %s', async (_name, isBack, undone) => {
    const { runs, runId, run } = await placedRun()
    await runs.follow(gone(runId, isBack))
    expect(run()).toMatchObject({ shown: 1, undone })
    expect(isPlaced(run())).toBe(false)
    await runs.follow(there(runId))
    expect(run()).toMatchObject({ shown: 1, undone: null, where: 'grown' })
    expect(isPlaced(run())).toBe(true)
    expect(runs.log).not.toContain('place-result')
    expect(runs.log).not.toContain('submit')
  })

  it('is placed again from the image that the window holds: no request, and nothing is made', async () => {
    const placed: Params<'place-result'>[] = []
    const { runs, runId, run } = await placedRun({
      answers: {
        'place-result': (params) => {
          placed.push(params)
          return succeed({ where: 'grown' })
        }
      }
    })
    await runs.follow(gone(runId))
    runs.log.length = 0
    await runs.show(runId, 1)
    expect(runs.log).toEqual(['place-result'])
    expect(placed[1]).toEqual(placed[0])
    expect(run()).toMatchObject({ shown: 1, undone: null, where: 'grown' })
  })

  it('is one that was not placed, where it can not be placed again', async () => {
    let isRefused = false
    const { runs, runId, run } = await placedRun({
      answers: {
        'place-result': () =>
          isRefused ? fail({ kind: 'cannot-write', detail: 'locked' }) : succeed({ where: 'grown' })
      }
    })
    await runs.follow(gone(runId))
    isRefused = true
    await runs.show(runId, 1)
    expect(run()).toMatchObject({
      shown: null,
      undone: null,
      variations: [{ state: { kind: 'failed', reached: { kind: 'image' } } }]
    })
    await runs.follow(gone(runId))
    expect(run()).toMatchObject({ shown: null, undone: null })
    await runs.follow(there(runId))
    expect(run()).toMatchObject({ shown: 1, undone: null, variations: [{ state: { kind: 'ready' } }] })
  })

  it('is left by Dismiss, with its task, and the main thread is told', async () => {
    const { runs, runId } = await placedRun()
    await runs.follow(gone(runId))
    expect(runs.tasks()).toEqual(['t1'])
    await runs.dismissUndone(runId)
    expect([runs.list(), runs.tasks()]).toEqual([[], []])
    expect(runs.log).toContain('forget-image')
    expect(runs.log).not.toContain('take-back')
  })

  it('is not left by a Dismiss that a redo came before', async () => {
    const { runs, runId, run } = await placedRun()
    await runs.follow(gone(runId))
    void runs.follow(there(runId))
    await runs.dismissUndone(runId)
    expect(isPlaced(run())).toBe(true)
    expect(runs.log).not.toContain('forget-image')
  })

  it('does not place by itself what comes later', async () => {
    const { runs, runId, run } = await placedRun()
    runs.more(runId, 1)
    void runs.follow(gone(runId))
    await quiet()
    expect(run()).toMatchObject({ shown: 1, undone: 'whole', variations: [{}, { state: { kind: 'ready' } }] })
    expect(runs.log).not.toContain('place-result')
  })

  it('is told of after the placing that is under way', async () => {
    let answer = (): void => undefined
    let count = 0
    const { runs, runId, run } = await placedRun(
      {
        answers: {
          'place-result': () =>
            ++count === 1
              ? succeed({ where: 'grown' })
              : new Promise((resolve) => {
                  answer = () => {
                    resolve(succeed({ where: 'replaced' }))
                  }
                })
        }
      },
      2
    )
    void runs.show(runId, 2)
    await quiet()
    void runs.follow(gone(runId))
    await quiet()
    expect(run().undone).toBeNull()
    answer()
    await quiet()
    expect(run()).toMatchObject({ shown: 2, undone: 'whole' })
  })

  it('is shown by the variation that is there', async () => {
    const { runs, runId, run } = await placedRun({}, 2)
    await runs.show(runId, 2)
    await runs.follow(there(runId, 1))
    expect(run()).toMatchObject({ shown: 1, undone: null })
    await runs.follow(there(runId, 2))
    expect(run()).toMatchObject({ shown: 2, undone: null })
  })
})

describe('Keep on an image that is gone', () => {
  const notThere: Changes = { answers: { 'keep-result': () => succeed({ isKept: false }) } }

  it('keeps the run and its tasks', async () => {
    const { runs, runId, run } = await placedRun(notThere, 2)
    const before = runs.tasks()
    expect(await runs.keep(runId)).toBe(false)
    expect(run().shown).toBe(1)
    expect(runs.tasks()).toEqual(before)
  })

  it('leaves all as it is where the main thread does not answer, and shows why', async () => {
    const { runs, runId, run } = await placedRun({
      answers: { 'keep-result': () => fail({ kind: 'no-answer', call: 'keep-result' }) }
    })
    expect(await runs.keep(runId)).toBeNull()
    expect(run()).toMatchObject({ shown: 1, problem: { kind: 'no-answer' } })
  })

  async function placedModel(
    isKept: (runId: string) => boolean,
    ids: readonly [string, ...string[]] = ['1:2']
  ): ReturnType<typeof startModel> {
    const model = await startModel({
      answers: {
        'describe-selection': () => succeed(shapesSelected(...ids)),
        'keep-result': ({ runId }) => succeed({ isKept: isKept(runId) })
      }
    })
    await model.expand()
    await quiet()
    return model
  }

  it('says so, until the image is there again', async () => {
    const model = await placedModel(() => false)
    const [run] = model.state.get().runs
    const runId = run?.runId ?? ''
    await model.keep(runId)
    model.changeImages([gone(runId)])
    await quiet()
    expect(model.state.get()).toMatchObject({
      news: { kind: 'not-kept' },
      runs: [{ undone: 'whole' }],
      past: [{ isKept: false }]
    })
    model.changeImages([there(runId)])
    await quiet()
    expect(model.state.get()).toMatchObject({ news: null, runs: [{ undone: null }] })
  })

  it('is not counted by Keep all, and its run stays', async () => {
    const missing: string[] = []
    const model = await placedModel((runId) => !missing.includes(runId), ['1:2', '1:3'])
    const [, second] = model.state.get().runs
    missing.push(second?.runId ?? '')
    await model.keepAll()
    expect(model.state.get()).toMatchObject({
      news: { kind: 'all-kept', count: 1 },
      runs: [{ runId: second?.runId }]
    })
    await model.keepAll()
    expect(model.state.get().news).toMatchObject({ kind: 'not-kept', name: '1:3' })
  })

  it('is not asked for by Keep all and Discard all, once it is known to be gone', async () => {
    const model = await placedModel(() => true, ['1:2', '1:3'])
    const [first] = model.state.get().runs
    model.changeImages([gone(first?.runId ?? '')])
    await quiet()
    model.log.length = 0
    await model.discardAll()
    expect(model.log.filter((name) => name === 'take-back')).toHaveLength(1)
    expect(model.state.get().runs).toMatchObject([{ undone: 'whole' }])
    await model.keepAll()
    expect(model.log).not.toContain('keep-result')
  })
})

it('a run that is left while its image is there is not looked for any more', async () => {
  const { runs, runId } = await placedRun()
  runs.dismiss(runId)
  expect(runs.log).toContain('forget-image')
})
