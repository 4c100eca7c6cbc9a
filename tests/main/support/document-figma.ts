import { History, type PlaygroundDocument } from '../../../playground/testing/document'
import {
  callFigmaMethod,
  callMethod,
  ClientStorage,
  type ExportNode,
  figmaShape,
  getFigmaProperty,
  getProperty,
  ImageReference,
  type MemberNames,
  mixed,
  NodeReference,
  nodeShape,
  PluginError,
  readImageSize,
  Selection,
  setFigmaProperty,
  setProperty,
  VmFunction,
  VmSymbol
} from '../../../playground/testing/host'
import { createSilentHost } from './silent-host'
import { withGlobalFigma } from './with-global-figma'

/** A document behind the platform's API, as plugin code sees it, without a VM between. */
export interface DocumentFigma {
  readonly document: PlaygroundDocument
  readonly history: History
  readonly storage: ClientStorage
  readonly selection: Selection
  /** The layer of that id; throws where there is none. */
  readonly layer: (id: string) => SceneNode
  /** Errors of the host that are none of the platform's: defects of the playground. */
  readonly defects: readonly string[]
  /** Runs code that uses the global `figma`, which is this document's for as long. */
  readonly run: <Result>(action: () => Result) => Result
}

export interface DocumentFigmaOptions {
  readonly storage?: ClientStorage
  readonly exportNode?: ExportNode
  /** By which the plugin was started. */
  readonly command?: string
}

type Get = (values: readonly unknown[]) => unknown

/** Opens a document for plugin code in this very process: the rules and the words of refusals are the playground's. */
export function openFigma(document: PlaygroundDocument, options: DocumentFigmaOptions = {}): DocumentFigma {
  const history = new History(document)
  const selection = new Selection(document)
  const storage = options.storage ?? new ClientStorage()
  const host = createSilentHost(document, history, selection, storage, options.exportNode, options.command)
  const defects: string[] = []
  const guarded =
    (perform: Get): Get =>
    (values) => {
      try {
        return toPlugin(perform(values.map(toHost)))
      } catch (error) {
        if (!(error instanceof PluginError)) {
          defects.push(String(error))
        }
        throw error
      }
    }

  const wrappers = new WeakMap<object, NodeReference | ImageReference>()
  const prototypes = new Map(
    Object.entries(nodeShape()).map(([kind, members]) => [
      kind,
      withMembers({}, members, {
        get: guarded((values) => getProperty(values, host)),
        set: guarded((values) => {
          setProperty(values, host)
        }),
        call: guarded((values) => callMethod(values, host))
      })
    ])
  )

  function toPlugin(value: unknown): unknown {
    if (value instanceof Promise) {
      return value.then(toPlugin)
    }
    if (value instanceof NodeReference) {
      return wrap(value, Object.create(prototypes.get(value.kind) ?? null) as object, { id: value.id })
    }
    if (value instanceof ImageReference) {
      return wrap(value, {}, imageMembers(value))
    }
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
      return value
    }
    // The platform hands out frozen copies.
    return Object.freeze(
      Array.isArray(value)
        ? value.map(toPlugin)
        : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlugin(item)]))
    )
  }

  function wrap(reference: NodeReference | ImageReference, made: object, fields: object): object {
    wrappers.set(made, reference)
    return Object.preventExtensions(Object.assign(made, fields))
  }

  function imageMembers({ hash }: ImageReference): object {
    const bytes = (): Promise<Uint8Array> => {
      const found = document.images.get(hash)
      return found === undefined
        ? Promise.reject(new PluginError('in getBytesAsync: Could not find image data'))
        : Promise.resolve(found)
    }
    return { hash, getBytesAsync: bytes, getSizeAsync: () => bytes().then(readImageSize) }
  }

  function toHost(value: unknown): unknown {
    if (typeof value === 'function') {
      return new VmFunction(0)
    }
    if (typeof value === 'symbol') {
      return value === mixed ? mixed : new VmSymbol()
    }
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Date) {
      return value
    }
    const reference = wrappers.get(value)
    if (reference !== undefined) {
      return reference
    }
    return Array.isArray(value)
      ? value.map(toHost)
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toHost(item)]))
  }

  const api = createApi({
    get: guarded((values) => getFigmaProperty(values, host)),
    set: guarded((values) => {
      setFigmaProperty(values, host)
    }),
    call: guarded((values) => callFigmaMethod(values, host))
  })

  return {
    document,
    history,
    storage,
    selection,
    defects,
    layer: (id) => {
      const node = document.get(id)
      if (node === null) {
        throw new Error(`there is no layer ${id}`)
      }
      // The prototype of each kind has the members that the typings give it.
      return toPlugin(new NodeReference(id, node.type)) as SceneNode
    },
    run: (action) => withGlobalFigma(api, action)
  }
}

interface Access {
  readonly get: Get
  readonly set: Get
  readonly call: Get
}

/** Gives an object getters, setters and methods; each is told the receiver (or `path`) and the member's name. */
function withMembers(target: object, members: MemberNames, access: Access, path?: string): object {
  for (const name of members.read) {
    Object.defineProperty(target, name, {
      enumerable: true,
      get(this: unknown) {
        return access.get([path ?? this, name])
      },
      ...(members.write.includes(name)
        ? {
            set(this: unknown, value: unknown) {
              access.set([path ?? this, name, value])
            }
          }
        : {})
    })
  }
  for (const name of members.methods) {
    Object.defineProperty(target, name, {
      value(this: unknown, ...values: readonly unknown[]) {
        return access.call([path ?? this, name, ...values])
      }
    })
  }
  return target
}

/** `figma` and the objects on it. */
function createApi(access: Access): object {
  const shape = figmaShape()
  const api: Record<string, unknown> = { mixed }
  for (const [path, members] of Object.entries(shape)) {
    if (path === '') {
      withMembers(api, members, access, path)
    } else {
      api[path] = withMembers({}, members, access, path)
    }
  }
  return api
}
