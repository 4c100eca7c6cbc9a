import { PluginError } from '../../plugin-error'
import { VmFunction } from '../../vm/wire'

/** "It is limited to 100 characters. Longer messages will be truncated." (plugin-api.d.ts, `notify`) */
const longestMessage = 100
/** "Defaults to 3 seconds when not specified." (plugin-api.d.ts, `notify`) */
const defaultTimeoutMs = 3000

export interface Notification {
  readonly text: string
  readonly error: boolean
  readonly timeout: number
  readonly buttonText: string | null
  readonly action: VmFunction | null
  readonly onDequeue: VmFunction | null
}

function invalid(text: string): PluginError {
  return new PluginError(`Property 'options' failed validation: ${text}`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuseOthers(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string
): void {
  const unknown = Object.keys(value).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    throw invalid(`Unrecognized key(s) in object: ${unknown.map((key) => `'${key}'`).join(', ')}${path}`)
  }
}

function readButton(value: unknown): { text: string; action: VmFunction } | null {
  if (value === undefined) return null
  if (!isRecord(value)) throw invalid('Expected object at .button')
  refuseOthers(value, ['text', 'action'], ' at .button')
  const { text, action } = value
  if (typeof text !== 'string') throw invalid('Expected string at .button.text')
  if (!(action instanceof VmFunction)) throw invalid('Expected function at .button.action')
  return { text, action }
}

/** Reads the arguments of `figma.notify`, strictly. */
export function readNotification(message: unknown, options: unknown): Notification {
  if (typeof message !== 'string') {
    throw new PluginError(`Expected "message" to have type string but got ${typeof message} instead`)
  }
  const given = options ?? {}
  if (!isRecord(given)) throw invalid('Expected object')
  refuseOthers(given, ['timeout', 'error', 'onDequeue', 'button'], '')
  const { timeout = defaultTimeoutMs, error = false, onDequeue } = given
  if (typeof timeout !== 'number') throw invalid('Expected number at .timeout')
  if (typeof error !== 'boolean') throw invalid('Expected boolean at .error')
  if (onDequeue !== undefined && !(onDequeue instanceof VmFunction))
    throw invalid('Expected function at .onDequeue')
  const button = readButton(given['button'])
  return {
    text: message.slice(0, longestMessage),
    error,
    timeout,
    buttonText: button?.text ?? null,
    action: button?.action ?? null,
    onDequeue: onDequeue ?? null
  }
}
