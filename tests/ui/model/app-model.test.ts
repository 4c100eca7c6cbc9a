import { describe, expect, it, test } from 'vitest'
import type { LostUpload } from '../../../src/core/expansion/lost-upload'
import { fail, succeed } from '../../../src/core/outcome'
import type { Selection } from '../../../src/core/plan/target'
import { defaultSettings } from '../../../src/core/settings'
import { expansionDrafts } from '../../../src/ui/draft/expansion-drafts'
import { readDraft } from '../../../src/ui/draft/read-draft'
import { actionsFor, type FailureAction } from '../../../src/ui/expansion/failure-actions'
import { nothingSelected } from '../../bridge/handlers'
import { png } from '../support/fake-ports'
import { sidesWish } from '../support/sample-drafts'
import { listedOf, sampleEntry } from '../support/sample-entry'
import { framesSelected, shapesSelected, withoutImage } from '../support/sample-selection'
import { key, startedAtMs, startModel } from '../support/start-model'
import { quiet } from '../support/start-runs'

const selecting = (selection: Selection) => ({
  answers: { 'describe-selection': () => succeed(selection) }
})
const count = (log: readonly string[], name: string): number => log.filter((called) => called === name).length

describe('a press', () => {
  it('sends a request for each variant of each target, and keeps the prompt', async () => {
    const written: unknown[] = []
    const model = await startModel({
      answers: {
        ...selecting(shapesSelected('1:2', '1:3')).answers,
        'write-stored': (pair) => {
          written.push(pair)
          return succeed(null)
        }
      }
    })
    await model.saveSettings({ ...defaultSettings, variants: 3 })
    model.typePrompt(' a beach ')
    await model.expand()
    await quiet()
    expect(count(model.log, 'submit')).toBe(6)
    expect(model.state.get().runs).toHaveLength(2)
    expect(model.state.get().prompts).toEqual(['a beach'])
    expect(written).toContainEqual({ name: 'prompts', value: ['a beach'] })
  })

  it('keeps the latest 50 prompts, of those of an earlier session too', async () => {
    const prompts = Array.from({ length: 60 }, (_, index) => `prompt ${index}`)
    const written: unknown[] = []
    const model = await startModel({
      stored: { prompts },
      answers: {
        ...selecting(shapesSelected('1:2')).answers,
        'write-stored': (pair) => {
          written.push(pair)
          return succeed(null)
        }
      }
    })
    expect(model.state.get().prompts).toEqual(prompts.slice(0, 50))
    model.typePrompt('a beach')
    await model.expand()
    await quiet()
    const kept = ['a beach', ...prompts.slice(0, 49)]
    expect(model.state.get().prompts).toEqual(kept)
    expect(written).toContainEqual({ name: 'prompts', value: kept })
  })

  it('over the cap sends nothing', async () => {
    const model = await startModel(selecting(shapesSelected('1:2', '1:3')))
    await model.saveSettings({ ...defaultSettings, variants: 2, requestCap: 3 })
    await model.expand()
    await quiet()
    expect(count(model.log, 'submit')).toBe(0)
  })

  it('that comes again while the first is under way sends nothing more', async () => {
    const model = await startModel({
      ...selecting(shapesSelected('1:2')),
      service: { awaitResult: () => new Promise(() => undefined) }
    })
    await Promise.all([model.expand(), model.expand()])
    await model.expand()
    await quiet()
    expect(count(model.log, 'submit')).toBe(1)
  })

  it('for another layer than is selected by now sends nothing, and shows what is selected', async () => {
    let selection = shapesSelected('1:2')
    const model = await startModel({ answers: { 'describe-selection': () => succeed(selection) } })
    selection = shapesSelected('1:3')
    await model.expand()
    await quiet()
    expect(count(model.log, 'submit')).toBe(0)
    expect(readDraft(model.state.get())).toMatchObject({ kind: 'sides', target: { nodeId: '1:3' } })
  })

  it('for a layer that was only moved meanwhile is as good', async () => {
    let selection = shapesSelected('1:2')
    const model = await startModel({ answers: { 'describe-selection': () => succeed(selection) } })
    const { sides } = selection
    if (sides.kind !== 'target') throw new Error('no target')
    const origin = { ...sides.target.origin, pageId: '0:9' }
    selection = { ...selection, sides: { kind: 'target', target: { ...sides.target, origin } } }
    await model.expand()
    await quiet()
    expect(model.state.get().runs).toMatchObject([{ expansion: { placement: { origin } } }])
  })
})

describe('a window that was opened to fill a frame', () => {
  const open = async (selection: Selection = shapesSelected('1:2')) =>
    startModel({
      answers: {
        'describe-selection': () => succeed(selection),
        'read-launch': () => succeed({ command: 'fill' as const, recipe: null })
      }
    })

  it('stays so with a new description of the same layer', async () => {
    const model = await open()
    const { sides, ...others } = shapesSelected('1:2')
    model.changeSelection({ ...others, sides })
    model.changeSelection({ ...others, sides: { kind: 'obstacle', obstacle: { kind: 'hidden', name: 'x' } } })
    expect(model.state.get().isAsked).toBe(true)
  })

  it.each([
    ['another layer is selected', shapesSelected('1:3')],
    ['another layer is selected too', shapesSelected('1:2', '1:3')],
    ['nothing is selected', nothingSelected]
  ])('is not any more once %s, nor when the first is selected again', async (_, selection) => {
    const model = await open()
    expect(model.state.get().isAsked).toBe(true)
    model.changeSelection(selection)
    expect(model.state.get().isAsked).toBe(false)
    model.changeSelection(shapesSelected('1:2'))
    expect(model.state.get().isAsked).toBe(false)
  })

  it('is not any more once Expand was pressed', async () => {
    const model = await open(framesSelected('1:2', '1:3'))
    await model.expand()
    await quiet()
    expect(count(model.log, 'submit')).toBe(2)
    expect(model.state.get().isAsked).toBe(false)
  })
})

describe('everything that waits for a decision', () => {
  const placedTwo = async (answers: Parameters<typeof startModel>[0] = {}) => {
    const selected = selecting(shapesSelected('1:2', '1:3')).answers
    const model = await startModel({ ...answers, answers: { ...selected, ...answers.answers } })
    await model.expand()
    await quiet()
    expect(model.state.get().runs).toMatchObject([{ shown: 1 }, { shown: 1 }])
    return model
  }

  it('is discarded by one press', async () => {
    const model = await placedTwo()
    await model.discardAll()
    expect(count(model.log, 'take-back')).toBe(2)
    expect(model.state.get()).toMatchObject({ runs: [], news: { kind: 'all-discarded', count: 2 } })
  })

  it('is marked among the images of the session once it is kept', async () => {
    const model = await placedTwo()
    const [first] = model.state.get().runs
    await model.keep(first?.runId ?? '')
    expect(model.state.get().past.filter(({ isKept }) => isKept)).toMatchObject([
      { expansion: { runId: first?.runId } }
    ])
  })

  it('is told of where a layer could not be made what it was', async () => {
    const model = await placedTwo({
      answers: { 'take-back': () => succeed({ back: 'image-only' as const }) }
    })
    await model.discardAll()
    expect(model.state.get().news).toMatchObject({ kind: 'image-only' })
  })

  it('stays where it could not be taken back', async () => {
    const model = await placedTwo({ answers: { 'take-back': () => fail({ kind: 'node-gone' as const }) } })
    await model.discardAll()
    expect(model.state.get().runs).toMatchObject([
      { problem: { kind: 'node-gone' } },
      { problem: { kind: 'node-gone' } }
    ])
  })
})

describe('a key that is saved', () => {
  const wrongKey = { kind: 'wrong-key', message: '' } as const
  it('ends what another was refused for: that has cost nothing', async () => {
    const model = await startModel({
      ...selecting(shapesSelected('1:2')),
      service: { submit: () => Promise.resolve(fail(wrongKey)) }
    })
    await model.expand()
    await quiet()
    expect(model.state.get().runs).toMatchObject([{ variations: [{ state: { failure: wrongKey } }] }])
    await model.saveKey('sk-another')
    expect(model.state.get().runs).toEqual([])
  })

  it('leaves what is paid for', async () => {
    const model = await startModel({
      ...selecting(shapesSelected('1:2')),
      service: { awaitResult: () => Promise.resolve(fail(wrongKey)) }
    })
    await model.expand()
    await quiet()
    await model.saveKey('sk-another')
    expect(model.state.get().runs).toMatchObject([{ variations: [{ state: { reached: { kind: 'task' } } }] }])
  })
})

describe('several selected layers', () => {
  const draftFor = async (selection: Selection) =>
    readDraft((await startModel(selecting(selection))).state.get())
  test('grow each on its own', async () => {
    expect(await draftFor(shapesSelected('1:2', '1:3'))).toMatchObject({
      kind: 'several',
      mode: 'sides',
      drafts: [
        { draft: { kind: 'sides', plan: { ok: true } } },
        { draft: { kind: 'sides', plan: { ok: true } } }
      ]
    })
  })
  test('without an image are left out beside those with one, and not where none has any', async () => {
    const selection = shapesSelected('1:2', '1:3')
    const draftsFor = async (...areWithout: readonly string[]) => {
      const each = selection.each.map((layer) => ({
        ...layer,
        sides: areWithout.includes(layer.nodeId) ? withoutImage(layer.nodeId) : layer.sides
      }))
      const draft = await draftFor({ ...selection, each })
      return draft.kind === 'several' ? draft.drafts.map(({ draft: { kind } }) => kind) : []
    }
    expect(await draftsFor('1:3')).toEqual(['sides', 'obstacle'])
    expect(await draftsFor('1:2', '1:3')).toEqual(['sides', 'sides'])
  })
  test('that mean enlarged frames fill these, each once', async () => {
    expect(await draftFor(framesSelected('2:1', '2:2', '2:1'))).toMatchObject({
      kind: 'several',
      mode: 'frame',
      drafts: [{ draft: { target: { nodeId: '2:1' } } }, { draft: { target: { nodeId: '2:2' } } }]
    })
  })
})

describe('opened by the button on a layer', () => {
  it('everything is as it was, but for the seed: it would make the same image again', async () => {
    const model = await startModel({
      answers: {
        ...selecting(shapesSelected('1:2')).answers,
        'read-launch': () =>
          succeed({
            command: 'again',
            recipe: {
              version: 1,
              growth: {
                kind: 'ratio',
                ratio: { width: 21, height: 9 },
                anchor: { across: 'end', down: 'middle' }
              },
              content: 'background',
              prompt: 'dunes',
              seed: 7,
              tuning: { strength: 0.5, scale: null, steps: 40 },
              maskIsInverted: true,
              matchSeam: false,
              seam: null
            }
          })
      }
    })
    expect(model.state.get()).toMatchObject({
      growthKind: 'ratio',
      ratio: '21:9',
      anchor: { across: 'end' },
      chosenMode: 'sides',
      prompt: 'dunes',
      tuningTexts: { strength: '0.5', scale: '', steps: '40', seed: '' }
    })
    expect(expansionDrafts(model.state.get())).toMatchObject([{ maskIsInverted: true, matchSeam: false }])
  })
})

describe('what is remembered', () => {
  const remembering = { answers: { 'list-entries': () => succeed(listedOf([sampleEntry])) } }
  it('and discarded can be had back as long as that is told', async () => {
    const model = await startModel(remembering)
    await model.discardRemembered(['e9'])
    expect(model.state.get().news).toMatchObject({ kind: 'let-go', entries: [sampleEntry] })
    await model.rememberAgain()
    expect([count(model.log, 'settle-entry'), count(model.log, 'restore-entry')]).toEqual([1, 1])
    expect(model.state.get().news).toBeNull()
  })

  test.each([
    ['finished', {}],
    [
      'working',
      {
        query: () =>
          Promise.resolve(
            succeed({
              kind: 'pending' as const,
              taskId: 't9',
              state: 4,
              progress: 10,
              stateDetail: '',
              createdAtMs: null,
              details: {
                createdAt: null,
                processedAt: null,
                completedAt: null,
                downloadTime: null,
                timeElapsed: null,
                returnType: null
              }
            })
          )
      }
    ],
    [
      'over',
      {
        query: () =>
          Promise.resolve(
            fail({
              kind: 'task-failed' as const,
              taskId: 't9',
              state: -1,
              reason: 'failed' as const,
              message: ''
            })
          )
      }
    ],
    [null, { query: () => Promise.resolve(fail({ kind: 'unknown-task' as const, message: '' })) }],
    [null, { query: () => Promise.resolve(fail({ kind: 'unreachable' as const, sent: 'no' as const })) }]
  ] as const)('is asked for at the start: %s', async (found, service) => {
    const model = await startModel({ ...remembering, service })
    await quiet()
    expect(model.state.get().remembered).toMatchObject([{ isHere: true, found }])
    expect(model.log).not.toContain('submit')
  })

  const china = 'https://techsz.aoscdn.com'
  const elsewhere = (serviceUrl: string) => ({
    answers: {
      'list-entries': () =>
        succeed(
          listedOf([
            { ...sampleEntry, id: 'e8', serviceUrl },
            sampleEntry,
            { ...sampleEntry, id: 'e7', serviceUrl }
          ])
        )
    }
  })

  it('is asked for at the start only at the address in the settings', async () => {
    const model = await startModel(elsewhere(china))
    await quiet()
    expect(model.asked).toEqual([sampleEntry.serviceUrl])
    expect(model.state.get().remembered.map(({ found }) => found)).toEqual([null, 'finished', null])
  })

  it('is asked for at the address that it was sent to after a press', async () => {
    const model = await startModel(elsewhere(china))
    await quiet()
    model.asked.length = 0
    model.placeRemembered(['e8'])
    await quiet()
    expect(model.asked).toEqual([china])
    expect(model.state.get().runs).toMatchObject([{ shown: 1 }])
  })

  it('is not asked for at an address that the manifest does not allow, whatever is pressed', async () => {
    const model = await startModel(elsewhere('https://elsewhere.example'))
    await quiet()
    model.placeRemembered(['e8'])
    await quiet()
    expect(model.asked).toEqual([sampleEntry.serviceUrl])
    expect(model.state.get().runs).toEqual([])
  })

  it('has a thumbnail of its image once the service has it', async () => {
    const model = await startModel(remembering)
    await quiet()
    expect(model.state.get().remembered).toMatchObject([{ found: 'finished', thumbnails: [png] }])
  })

  test.each([
    ['within its hour it may be new to the service', 0, null],
    ['once its hour is over, it is gone', 3_600_001, 'gone']
  ] as const)('unknown to the service: %s', async (_name, agoMs, found) => {
    const accepted = { taskId: 't9', atMs: startedAtMs - agoMs, createdAtMs: null, isCanceled: false }
    const model = await startModel({
      answers: { 'list-entries': () => succeed(listedOf([{ ...sampleEntry, accepted }])) },
      service: { query: () => Promise.resolve(fail({ kind: 'unknown-task', message: '' })) }
    })
    await quiet()
    expect(model.state.get().remembered).toMatchObject([{ isPastHour: agoMs > 0, found }])
  })

  it('is offered past its hour where the service still has it: a clock that jumps decides nothing', async () => {
    const accepted = { taskId: 't9', atMs: 0, createdAtMs: null, isCanceled: false }
    const model = await startModel({
      answers: { 'list-entries': () => succeed(listedOf([{ ...sampleEntry, accepted }])) }
    })
    await quiet()
    expect(model.state.get().remembered).toMatchObject([{ isPastHour: true, found: 'finished' }])
  })

  it('is one run for all variations of one expansion, the first of which is shown', async () => {
    const model = await startModel({
      answers: {
        'list-entries': () => succeed(listedOf([sampleEntry, { ...sampleEntry, id: 'e10' }]))
      }
    })
    await quiet()
    model.placeRemembered(['e9', 'e10'])
    await quiet()
    expect(model.state.get().runs).toMatchObject([
      { shown: 1, variations: [{ state: { kind: 'ready' } }, { state: { kind: 'ready' } }] }
    ])
    expect(count(model.log, 'place-result')).toBe(1)
  })

  it('is part of a run once it is placed, and not offered beside it', async () => {
    const model = await startModel(remembering)
    await quiet()
    model.placeRemembered(['e9'])
    await quiet()
    expect(model.state.get()).toMatchObject({ remembered: [], runs: [{ runId: 'r', shown: 1 }] })
  })
})

describe('an upload of a window that was closed', () => {
  const lost: LostUpload = {
    entryId: 'e1',
    name: 'Photo',
    file: { id: 'f1', name: 'Sample' },
    phase: 'recent'
  }

  it('is told of at once, and looked at again when the journal says so', async () => {
    const answers = [
      { ...listedOf([]), lost: [lost], againInMs: 20_000 },
      { ...listedOf([]), lost: [{ ...lost, phase: 'final' as const }] }
    ]
    const model = await startModel({
      answers: { 'list-entries': () => succeed(answers.shift() ?? listedOf([])) }
    })
    expect(model.state.get().lost).toEqual([lost])
    await model.clock.advance(20_000)
    expect(model.state.get().lost).toMatchObject([{ phase: 'final' }])
    expect(model.clock.waiting()).toBe(0)
  })

  it('is settled once that is taken note of', async () => {
    const settled: unknown[] = []
    const model = await startModel({
      answers: {
        'settle-entry': (params) => {
          settled.push(params)
          return succeed(null)
        }
      }
    })
    await model.forgetLost('e1')
    expect(settled).toEqual([{ id: 'e1', image: null }])
  })
})

describe('the size of the window', () => {
  it('is kept as the editor allowed it, and only once it is final', async () => {
    const written: unknown[] = []
    const allowed = { width: 300, height: 400 }
    const model = await startModel({
      answers: {
        'resize-window': () => succeed(allowed),
        'write-stored': (pair) => {
          written.push(pair)
          return succeed(null)
        }
      }
    })
    model.resizeWindow({ width: 1, height: 1 }, false)
    await quiet()
    expect(written).toEqual([])
    model.resizeWindow({ width: 1, height: 1 }, true)
    await quiet()
    expect(written).toEqual([{ name: 'window-size', value: allowed }])
  })

  it('is not kept where the window could not be resized', async () => {
    const model = await startModel({
      answers: { 'resize-window': () => fail({ kind: 'broken', detail: 'x' }) }
    })
    model.resizeWindow({ width: 1, height: 1 }, true)
    await quiet()
    expect(model.log).not.toContain('write-stored')
  })
})

describe('a failure', () => {
  it('is copied without the key, the layer’s name and the prompt', async () => {
    const model = await startModel()
    const order = { ...sidesWish, name: 'Secret project', prompt: 'secret prompt', runId: 'r', seed: 1 }
    model.copyFailure({ kind: 'refused', status: 400, message: `no ${key} here` }, order)
    expect(model.copied[0]).toContain('"status": 400')
    expect(model.copied[0]).toContain('Full Bleed 1.2.3')
    expect(model.copied[0]).not.toContain(key)
    expect(model.copied[0]).not.toMatch(/secret p/i)
  })

  it('offers to place an image elsewhere only where there is one', () => {
    const withImage: readonly FailureAction[] = actionsFor(
      { kind: 'node-changed' },
      {
        kind: 'image',
        task: {
          entryId: 'e1',
          taskId: null,
          serviceUrl: '',
          acceptedAtMs: 0,
          acceptedAtTick: null,
          createdAtMs: null,
          isCanceled: false,
          done: []
        },
        taskId: null,
        index: 0,
        count: 1,
        image: new Blob(),
        thumbnail: null,
        seam: null,
        isUnchanged: false,
        verdict: null
      }
    )
    expect(withImage).toContain('place-apart')
    expect(actionsFor({ kind: 'node-changed' }, { kind: 'nothing' })).not.toContain('place-apart')
  })
})
