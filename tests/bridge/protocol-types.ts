/*
 * Compiled with the tests and never run: each marked line must fail to compile, or the type check of the tests fails.
 */
import { answerCalls } from '../../src/bridge/answerer'
import { createCaller } from '../../src/bridge/caller'
import { onEvent } from '../../src/bridge/on-event'
import { createFakeClock } from '../fake-clock'
import { createChannel } from './channel'
import { sampleHandlers } from './handlers'

const { ui, main } = createChannel()
const call = createCaller(ui, createFakeClock())
const rest = (): Promise<void> => Promise.resolve()

// @ts-expect-error there is no call of this name
void call('describe-selektion', null)

// @ts-expect-error the scale is missing
void call('export-subject', { source: { nodeId: '1:2', content: 'backdrop' } })

// @ts-expect-error the content is one of two
void call('export-subject', { source: { nodeId: '1:2', content: 'all' }, scale: 1 })

// @ts-expect-error there is no event of this name
onEvent(ui, 'selection-change', () => undefined)

const incomplete: Omit<typeof sampleHandlers, 'read-key'> = sampleHandlers
// @ts-expect-error a handler is missing
answerCalls(main, incomplete, rest)

// @ts-expect-error the reply has another shape
answerCalls(main, { ...sampleHandlers, 'read-key': () => ({ ok: true, value: 5 }) }, rest)
