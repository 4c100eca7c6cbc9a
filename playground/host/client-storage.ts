import { PluginError } from './plugin-error'
import { ForeignObject, ImageReference, mixed, NodeReference, VmFunction, VmSymbol } from './vm/wire'

/** 5 MB for the whole plugin, over all keys. (Figma's plugin docs, figma.clientStorage) */
export const clientStorageQuota = 5_000_000

/** Copies what may be stored: plain objects, arrays, primitives, null, undefined, Date and Uint8Array. */
function copyStorable(value: unknown): unknown {
  if (value === mixed || value instanceof VmSymbol) throw new PluginError('Cannot unwrap symbol')
  if (value instanceof VmFunction) throw new PluginError('Cannot unwrap function')
  if (value instanceof ForeignObject) throw new PluginError(`Cannot unwrap ${value.className}`)
  if (value instanceof NodeReference || value instanceof ImageReference) {
    throw new PluginError('Cannot unwrap object with a prototype')
  }
  if (value instanceof Uint8Array) return value.slice()
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map(copyStorable)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyStorable(item)]))
  }
  return value
}

function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length
  if (typeof value === 'string') return new TextEncoder().encode(value).length
  if (value instanceof Date) return 8
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + sizeOf(item), 2)
  }
  return 8
}

/** What a plugin keeps on one user's device, with the platform's quota. */
export class ClientStorage {
  readonly #entries = new Map<string, unknown>()
  /** Set by the playground's switch: every `set` rejects as it does when the quota is used up. */
  full = false

  get(key: string): unknown {
    return copyStorable(this.#entries.get(key))
  }

  set(key: string, value: unknown): void {
    const copy = copyStorable(value)
    const others = [...this.#entries].filter(([each]) => each !== key)
    const size = others.reduce(
      (sum, [name, item]) => sum + name.length + sizeOf(item),
      key.length + sizeOf(copy)
    )
    if (this.full || size > clientStorageQuota)
      throw new PluginError('QuotaExceededError: The quota has been exceeded')
    if (copy === undefined) this.#entries.delete(key)
    else this.#entries.set(key, copy)
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  keys(): string[] {
    return [...this.#entries.keys()]
  }

  entries(): Record<string, unknown> {
    return Object.fromEntries(this.keys().map((key) => [key, this.get(key)]))
  }

  replace(entries: Readonly<Record<string, unknown>>): void {
    this.#entries.clear()
    for (const [key, value] of Object.entries(entries)) this.#entries.set(key, copyStorable(value))
  }
}
