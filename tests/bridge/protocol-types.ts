/*
 * Compiled with the tests and never run: each marked line must fail to compile, or the type check of the tests fails.
 */
import { answerCalls } from '../../src/bridge/answerer'
import { createCaller } from '../../src/bridge/caller'
import { onEvent } from '../../src/bridge/on-event'
import { readStored } from '../../src/bridge/read-stored'
import { sendEvent } from '../../src/bridge/send-event'
import type { DocumentFailure } from '../../src/core/failures'
import type { Outcome } from '../../src/core/outcome'
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

// @ts-expect-error the settings are no text
void call('write-stored', { name: 'settings', value: 'k' })

// @ts-expect-error the key is a text or null
void readStored(call, 'key').then((key): Outcome<number, DocumentFailure> => key)

const incomplete: Omit<typeof sampleHandlers, 'read-launch'> = sampleHandlers
// @ts-expect-error a handler is missing
answerCalls(main, incomplete, rest)

// @ts-expect-error the reply has another shape
answerCalls(main, { ...sampleHandlers, 'read-launch': () => ({ ok: true, value: 5 }) }, rest)

const unheardOf = { ok: false, failure: { kind: 'unheard-of' } } as const
// @ts-expect-error the protocol does not know the failure
answerCalls(main, { ...sampleHandlers, 'read-launch': () => unheardOf }, rest)

// @ts-expect-error the payload has another shape
sendEvent(main, 'selection-changed', {})
