import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { answerCalls, type Handlers } from '../../src/bridge/answerer'
import { type Caller, createCaller } from '../../src/bridge/caller'
import { gatherPieces, longestPiece } from '../../src/bridge/long-bytes'
import { onEvent } from '../../src/bridge/on-event'
import { calls, type Payload } from '../../src/bridge/protocol'
import { sendEvent } from '../../src/bridge/send-event'
import { fail, succeed } from '../../src/core/outcome'
import { createFakeClock } from '../fake-clock'
import { createChannel } from './channel'
import { nothingSelected, sampleHandlers } from './handlers'

const keyAlone = { name: 'key' } as const
const storedKey = { name: 'key', value: 'k' } as const

function connect(handlers: Partial<Handlers> = {}): {
  call: Caller
  clock: ReturnType<typeof createFakeClock>
  channel: ReturnType<typeof createChannel>
} {
  const channel = createChannel()
  const clock = createFakeClock()
  answerCalls(channel.main, { ...sampleHandlers, ...handlers }, () => Promise.resolve())
  return { call: createCaller(channel.ui, clock), clock, channel }
}

describe('a call', () => {
  it('brings the parameters there and the reply back', async () => {
    const seen: unknown[] = []
    const { call } = connect({
      'export-subject': (params) => {
        seen.push(params)
        return succeed({ png: new Uint8Array([9, 8]) })
      }
    })
    const params = { source: { nodeId: '1:2', content: 'backdrop' }, scale: 2 } as const
    expect(await call('export-subject', params)).toEqual(succeed({ png: new Uint8Array([9, 8]) }))
    expect(seen).toEqual([params])
  })

  it('brings a failure back as data', async () => {
    const { call } = connect({ 'write-stored': () => fail({ kind: 'storage-failed', detail: 'full' }) })
    expect(await call('write-stored', storedKey)).toEqual(fail({ kind: 'storage-failed', detail: 'full' }))
  })

  test.each([
    ['an Error', new Error('boom'), 'read-stored: boom'],
    ['a plain string, as the platform does', 'boom', 'read-stored: boom']
  ])('is answered when its handler throws %s', async (_name, thrown, detail) => {
    const { call } = connect({
      'read-stored': () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform does it
        throw thrown
      }
    })
    expect(await call('read-stored', keyAlone)).toEqual(fail({ kind: 'broken', detail }))
  })

  it('is answered when its handler rejects', async () => {
    const { call } = connect({ 'read-stored': () => Promise.reject(new Error('later')) })
    expect(await call('read-stored', keyAlone)).toEqual(
      fail({ kind: 'broken', detail: 'read-stored: later' })
    )
  })

  it('ends by itself when nobody answers within its time', async () => {
    const { call, clock } = connect({ 'read-stored': () => new Promise(() => undefined) })
    const answer = call('read-stored', keyAlone)
    await clock.advance(calls['read-stored'].timeout)
    expect(await answer).toEqual(fail({ kind: 'no-answer', call: 'read-stored' }))
  })

  it('goes to its own answer when several are under way and the last is answered first', async () => {
    const answers: ((key: string) => void)[] = []
    const { call } = connect({
      'read-stored': () =>
        new Promise((resolve) => {
          answers.push((key) => {
            resolve(succeed(key))
          })
        })
    })
    const first = call('read-stored', keyAlone)
    const second = call('read-stored', keyAlone)
    await Promise.resolve()
    await Promise.resolve()
    answers[1]?.('second')
    answers[0]?.('first')
    expect(await Promise.all([first, second])).toEqual([succeed('first'), succeed('second')])
  })

  it('fails when the channel refuses the message', async () => {
    const { clock } = connect()
    const call = createCaller(
      {
        post: () => {
          throw new Error('Cannot unwrap symbol')
        },
        listen: () => () => undefined
      },
      clock
    )
    expect(await call('read-stored', keyAlone)).toEqual(
      fail({ kind: 'broken', detail: 'read-stored: Error: Cannot unwrap symbol' })
    )
  })
})

describe('long bytes', () => {
  const file = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 251)

  test.each([
    ['none', 0, 0],
    ['as many as go in one message', longestPiece, 0],
    ['one more', longestPiece + 1, 2],
    ['many', 3 * longestPiece + 5, 4]
  ])('come as they went: %s', async (_name, length, pieces) => {
    const png = file(length)
    const { call, channel } = connect({ 'export-subject': () => succeed({ png }) })
    const messages: unknown[] = []
    channel.ui.listen((message) => messages.push(message))
    const params = { source: { nodeId: '1:2', content: 'everything' }, scale: 1 } as const
    const outcome = await call('export-subject', params)
    expect(outcome.ok && Buffer.compare(outcome.value.png, png)).toBe(0)
    expect(messages).toHaveLength(pieces + 1)
  })

  it('are posted a few at a time, in their order, before the answer', async () => {
    const channel = createChannel()
    const posted: string[] = []
    const main = {
      ...channel.main,
      post: (message: unknown) => {
        posted.push(
          message !== null && typeof message === 'object' && 'outcome' in message ? 'answer' : 'piece'
        )
        channel.main.post(message)
      }
    }
    const handlers = {
      ...sampleHandlers,
      'export-subject': () => succeed({ png: file(40 * longestPiece) })
    }
    answerCalls(main, handlers, () => {
      posted.push('rest')
      return Promise.resolve()
    })
    const call = createCaller(channel.ui, createFakeClock())
    await call('export-subject', { source: { nodeId: '1:2', content: 'everything' }, scale: 1 })
    const pieces = (count: number): string[] => Array<string>(count).fill('piece')
    expect(posted).toEqual([...pieces(32), 'rest', ...pieces(8), 'answer'])
  })

  it('of several calls at once are not mixed up', async () => {
    const { call } = connect({
      'export-subject': ({ scale }) => succeed({ png: file(2 * longestPiece + scale) })
    })
    const outcomes = await Promise.all(
      [1, 2].map((scale) =>
        call('export-subject', { source: { nodeId: '1:2', content: 'everything' }, scale })
      )
    )
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.png.at(-1))).toEqual(
      [1, 2].map((scale) => file(2 * longestPiece + scale).at(-1))
    )
  })

  it('whose pieces do not fit leave the answer what it is', () => {
    const pieces = gatherPieces()
    pieces.add({ file: 0, length: 2, at: 0, bytes: new Uint8Array([1, 2]) })
    pieces.add({ file: 0, length: 2, at: 1, bytes: new Uint8Array([3, 4]) })
    expect(pieces.putBack({ ok: true, value: [{ goneAhead: 0 }, { goneAhead: 1 }, 'x'] })).toEqual({
      ok: true,
      value: [new Uint8Array([1, 2]), undefined, 'x']
    })
  })
})

describe('foreign messages', () => {
  it('of any shape are ignored on both sides', async () => {
    const { call, channel } = connect()
    const received: Payload<'selection-changed'>[] = []
    onEvent(channel.ui, 'selection-changed', (payload) => received.push(payload))
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (message) => {
        channel.injectIntoMain(message)
        channel.injectIntoUi(message)
        return (await call('read-stored', keyAlone)).ok
      })
    )
    expect(received).toEqual([])
  })

  test.each([
    [
      'an answer that nobody waits for',
      { plugin: 'full-bleed', type: 'answer', id: 999, outcome: succeed(1) }
    ],
    ['an event that does not exist', { plugin: 'full-bleed', type: 'event', name: 'nothing', payload: 1 }],
    ['an answer for another plugin', { plugin: 'other', type: 'answer', id: 1, outcome: succeed('stolen') }]
  ])('%s does nothing', async (_name, message) => {
    const { call, channel } = connect()
    const received: unknown[] = []
    onEvent(channel.ui, 'selection-changed', (payload) => received.push(payload))
    channel.injectIntoUi(message)
    expect(await call('read-stored', keyAlone)).toEqual(succeed(null))
    expect(received).toEqual([])
  })

  test.each([
    ['a call that does not exist', 'constructor', null],
    ['parameters of another shape', 'export-subject', { nodeId: 1 }],
    ['a name that nothing is stored by', 'read-stored', { name: 'constructor' }],
    ['a stored value of another shape', 'write-stored', { name: 'window-size', value: 'wide' }],
    ['the value of another name', 'write-stored', { name: 'settings', value: 'k' }],
    [
      'a scale that is no number',
      'export-subject',
      { source: { nodeId: '1:2', content: 'backdrop' }, scale: Number.NaN }
    ]
  ])('%s is answered with a failure, not handled', async (_name, name, params) => {
    const { channel } = connect()
    const answers: unknown[] = []
    channel.ui.listen((message) => answers.push(message))
    channel.injectIntoMain({ plugin: 'full-bleed', type: 'call', id: 7, name, params })
    await new Promise((resolve) => setImmediate(resolve))
    expect(answers).toMatchObject([{ id: 7, outcome: { ok: false, failure: { kind: 'broken' } } }])
  })

  test.each([
    ['no outcome at all', undefined],
    ['a value and no word on how it went', { value: 'k' }],
    ['a failure without its kind', fail('full')]
  ])('an answer with %s ends the call as broken', async (_name, outcome) => {
    const channel = createChannel()
    const call = createCaller(channel.ui, createFakeClock())
    const answer = call('read-stored', keyAlone)
    channel.injectIntoUi({ plugin: 'full-bleed', type: 'answer', id: 1, outcome })
    expect(await answer).toMatchObject({ ok: false, failure: { kind: 'broken' } })
  })
})

describe('an event', () => {
  it('arrives with its payload, until it is no longer wanted', async () => {
    const channel = createChannel()
    const received: Payload<'selection-changed'>[] = []
    const stop = onEvent(channel.ui, 'selection-changed', (payload) => received.push(payload))
    sendEvent(channel.main, 'selection-changed', nothingSelected)
    await new Promise((resolve) => setImmediate(resolve))
    stop()
    sendEvent(channel.main, 'selection-changed', nothingSelected)
    await new Promise((resolve) => setImmediate(resolve))
    expect(received).toEqual([nothingSelected])
  })
})
