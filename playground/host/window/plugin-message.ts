import { PluginError } from '../plugin-error'
import { ForeignObject, ImageReference, mixed, NodeReference, VmFunction, VmSymbol } from '../vm/wire'

/**
 * Copies a message from main to UI. Only plain objects, arrays, primitives, null, undefined, Date and Uint8Array go
 * across; functions are not sent; prototypes are lost (plugin-api.d.ts, `UIAPI.postMessage`).
 */
export function copyFromMain(value: unknown): unknown {
  if (value === mixed || value instanceof VmSymbol) throw new PluginError('Cannot unwrap symbol')
  if (value instanceof ForeignObject) throw new PluginError(`Cannot unwrap ${value.className}`)
  if (value instanceof VmFunction) return undefined
  if (value instanceof NodeReference) return { id: value.id }
  if (value instanceof ImageReference) return { hash: value.hash }
  if (value instanceof Uint8Array) return value.slice()
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map(copyFromMain)
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, item]) => !(item instanceof VmFunction))
    return Object.fromEntries(fields.map(([key, item]) => [key, copyFromMain(item)]))
  }
  return value
}

/** A message that the UI sent and that cannot go to main. */
export class UnsendableMessage extends Error {
  override readonly name = 'UnsendableMessage'
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  // A message of another frame was cloned into this realm by the browser, so that its objects are this realm's.
  return prototype === Object.prototype || prototype === null
}

/**
 * Copies a message from UI to main by the same rule; throws `UnsendableMessage` for Blob, ArrayBuffer, Map and
 * typed arrays other than Uint8Array. An Error arrives as `{}`.
 */
export function copyFromUi(value: unknown): unknown {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new UnsendableMessage(`a ${typeof value}`)
    return value
  }
  if (value instanceof Uint8Array) return value.slice()
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map(copyFromUi)
  if (value instanceof Error) return {}
  if (!isPlain(value)) throw new UnsendableMessage(Object.prototype.toString.call(value).slice(8, -1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyFromUi(item)]))
}

/** A message as it is shown and recorded: bytes replaced by their length. */
export function describeMessage(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: value.length }
  if (Array.isArray(value)) return value.map(describeMessage)
  if (value instanceof Date || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, describeMessage(item)]))
}
