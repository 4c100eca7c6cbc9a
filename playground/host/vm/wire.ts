/**
 * How values cross the boundary between the plugin's VM and the host: JSON in which every object is `{ o: … }` and
 * everything that JSON does not know is tagged `{ t: … }`; bytes travel beside the JSON as whole buffers.
 */
type Encoded = null | boolean | number | string | readonly Encoded[] | EncodedObject | EncodedSpecial
interface EncodedObject {
  readonly o: Readonly<Record<string, Encoded>>
}
type EncodedSpecial =
  | { readonly t: 'undefined' | 'mixed' | 'symbol' }
  | { readonly t: 'number' | 'bigint'; readonly v: string }
  | { readonly t: 'function'; readonly v: number }
  | { readonly t: 'date'; readonly v: number }
  | { readonly t: 'bytes'; readonly v: number }
  | { readonly t: 'node'; readonly v: string; readonly k: string }
  | { readonly t: 'image'; readonly v: string }
  | { readonly t: 'foreign'; readonly v: string }

/** `figma.mixed` on the host's side. */
// The typings declare a unique symbol that no host value can have; the VM has its own.
export const mixed: PluginAPI['mixed'] = Symbol('figma.mixed') as unknown as PluginAPI['mixed']

/** A node as it is named across the boundary. */
export class NodeReference {
  constructor(
    readonly id: string,
    readonly kind: string
  ) {}
}

/** An image as it is named across the boundary: what `createImage` gives. */
export class ImageReference {
  constructor(readonly hash: string) {}
}

/** A function of the plugin, kept in the VM under a number. */
export class VmFunction {
  constructor(readonly index: number) {}
}

/** Any other symbol than `figma.mixed`. */
export class VmSymbol {
  readonly isSymbol = true
}

/** An object whose class may not cross: `ArrayBuffer`, `Map`, a typed array other than `Uint8Array`, … */
export class ForeignObject {
  constructor(readonly className: string) {}
}

export interface WireMessage {
  readonly json: string
  readonly buffers: readonly Uint8Array[]
}

function isSpecial(value: EncodedObject | EncodedSpecial): value is EncodedSpecial {
  return 't' in value
}

function decodeSpecial(value: EncodedSpecial, buffers: readonly Uint8Array[]): unknown {
  switch (value.t) {
    case 'undefined':
      return undefined
    case 'mixed':
      return mixed
    case 'symbol':
      return new VmSymbol()
    case 'number':
      return Number(value.v)
    case 'bigint':
      return BigInt(value.v)
    case 'function':
      return new VmFunction(value.v)
    case 'date':
      return new Date(value.v)
    case 'bytes':
      return buffers[value.v]
    case 'node':
      return new NodeReference(value.v, value.k)
    case 'image':
      return new ImageReference(value.v)
    case 'foreign':
      return new ForeignObject(value.v)
  }
}

function decodeValue(value: Encoded, buffers: readonly Uint8Array[]): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item: Encoded) => decodeValue(item, buffers))
  // `Array.isArray` does not narrow readonly arrays away.
  const tagged = value as EncodedObject | EncodedSpecial
  if (isSpecial(tagged)) return decodeSpecial(tagged, buffers)
  return Object.fromEntries(Object.entries(tagged.o).map(([key, item]) => [key, decodeValue(item, buffers)]))
}

/** Reads what the VM sent. */
export function decode(message: WireMessage): unknown {
  // The VM's prelude is the only writer of this JSON.
  return decodeValue(JSON.parse(message.json) as Encoded, message.buffers)
}

function encodeValue(value: unknown, buffers: Uint8Array[]): Encoded {
  if (value === undefined || typeof value === 'function') return { t: 'undefined' }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { t: 'number', v: value === 0 ? '-0' : String(value) }
  }
  if (typeof value === 'bigint') return { t: 'bigint', v: String(value) }
  if (value === mixed) return { t: 'mixed' }
  if (typeof value === 'symbol') return { t: 'symbol' }
  if (Array.isArray(value)) return value.map((item) => encodeValue(item, buffers))
  if (value instanceof Uint8Array) return { t: 'bytes', v: buffers.push(value) - 1 }
  if (value instanceof Date) return { t: 'date', v: value.getTime() }
  if (value instanceof NodeReference) return { t: 'node', v: value.id, k: value.kind }
  if (value instanceof ImageReference) return { t: 'image', v: value.hash }
  if (value instanceof VmFunction) return { t: 'function', v: value.index }
  return {
    o: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodeValue(item, buffers)]))
  }
}

/** Writes what the VM is to read. */
export function encode(value: unknown): WireMessage {
  const buffers: Uint8Array[] = []
  const json = JSON.stringify(encodeValue(value, buffers))
  return { json, buffers }
}
