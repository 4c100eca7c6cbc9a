import { unbind } from '../../document/bound-variables'
import type { DocumentNode, NodeKind } from '../../document/node'
import { PluginError } from '../plugin-error'
import type { MemberNames } from '../vm/api-shape'
import { NodeReference } from '../vm/wire'
import { type ApiHost, descendantsOf, enclosingInstance, needLoaded, referTo, resolve } from './api-host'
import { aFunction } from './check'
import { allKinds, parentKinds } from './kinds'
import type { AnyNodeMethod, AnyNodeProperty } from './member-types'
import { asynchronousSetters } from './methods/asynchronous-setters'
import { dataMethods } from './methods/data'
import { exportMethod } from './methods/export'
import { gridMethods } from './methods/grid'
import { resizingMethods } from './methods/resizing'
import { treeMethods } from './methods/tree'
import { appearanceProperties } from './properties/appearance'
import { autoLayoutProperties } from './properties/auto-layout'
import { geometryProperties } from './properties/geometry'
import { gridProperties } from './properties/grid'
import { identityProperties } from './properties/identity'
import { linkProperties } from './properties/links'
import { strokeProperties } from './properties/strokes'
import { textProperties } from './properties/text'

const properties: Readonly<Record<string, AnyNodeProperty>> = {
  ...identityProperties,
  ...appearanceProperties,
  ...geometryProperties,
  ...autoLayoutProperties,
  ...gridProperties,
  ...strokeProperties,
  ...linkProperties,
  ...textProperties
}

const methods: Readonly<Record<string, AnyNodeMethod>> = {
  ...treeMethods,
  ...gridMethods,
  ...resizingMethods,
  ...dataMethods,
  ...asynchronousSetters,
  ...exportMethod
}

const searches = ['findAll', 'findOne', 'findChildren', 'findChild'] as const

function namesFor(
  kind: NodeKind,
  table: Readonly<Record<string, { readonly kinds: readonly NodeKind[] }>>
): string[] {
  return Object.entries(table).flatMap(([name, member]) => (member.kinds.includes(kind) ? [name] : []))
}

/** Which members each kind of node has: no more than the typings give it. */
export function nodeShape(): Record<string, MemberNames & { finds: readonly string[] }> {
  return Object.fromEntries(
    allKinds.map((kind) => {
      const read = namesFor(kind, properties)
      return [
        kind,
        {
          read: [...read, 'removed'],
          write: read.filter((name) => properties[name]?.set !== undefined),
          methods: namesFor(kind, methods).filter((name) => name !== 'toString'),
          finds: [...parentKinds, 'DOCUMENT'].includes(kind) ? searches : []
        }
      ]
    })
  )
}

/** Runs one operation and puts `in <operation>: ` before what it refuses. */
export function inOperation<T>(operation: string, action: () => T): T {
  const name = (error: unknown): unknown =>
    error instanceof PluginError && !error.message.startsWith('in ')
      ? new PluginError(`in ${operation}: ${error.message}`)
      : error
  try {
    const result = action()
    // A promise of the host stays one of the host; only its refusal is put in the platform's words.
    if (result instanceof Promise) {
      return result.catch((error: unknown) => {
        throw name(error)
      }) as T
    }
    return result
  } catch (error) {
    throw name(error)
  }
}

function target(value: unknown): NodeReference {
  if (value instanceof NodeReference) return value
  throw new PluginError('Illegal invocation: the receiver is not a node')
}

export function getProperty([receiver, name]: readonly unknown[], host: ApiHost): unknown {
  const reference = target(receiver)
  if (name === 'removed') return host.document.get(reference.id) === null
  return inOperation(`get_${String(name)}`, () => {
    const property = properties[String(name)]
    return property?.get(resolve(reference, host), host)
  })
}

export function setProperty([receiver, name, value]: readonly unknown[], host: ApiHost): void {
  inOperation(`set_${String(name)}`, () => {
    const node = resolve(target(receiver), host)
    const setter = properties[String(name)]?.set
    if (setter === undefined) throw new PluginError('no setter for property')
    const checked = setter.check(value, String(name))
    if (setter.fixedInInstance !== undefined && enclosingInstance(node) !== null) {
      throw new PluginError(`This property cannot be overridden in an instance: ${setter.fixedInInstance}`)
    }
    // The tables in `properties/` pair each check with the type that its setter takes.
    setter.apply(node, checked as never, host)
    unbind(node, String(name))
    host.document.changed()
  })
}

/** The names of a method's parameters, for its refusals. */
const parameterNames: Readonly<Record<string, readonly string[]>> = {
  resize: ['width', 'height'],
  resizeWithoutConstraints: ['width', 'height'],
  rescale: ['scale'],
  appendChild: ['child'],
  insertChild: ['index', 'child'],
  exportAsync: ['settings'],
  setPluginData: ['key', 'value'],
  getPluginData: ['key'],
  setRelaunchData: ['data'],
  findAllWithCriteria: ['criteria'],
  setFillsAsync: ['paints'],
  setStrokesAsync: ['strokes']
}

const readOnlyMethods = new Set([
  'toString',
  'getPluginData',
  'getPluginDataKeys',
  'findAllWithCriteria',
  'exportAsync'
])

export function callMethod([receiver, name, ...values]: readonly unknown[], host: ApiHost): unknown {
  const operation = String(name)
  const run = (): unknown =>
    inOperation(operation, () => {
      const node = resolve(target(receiver), host)
      const method = methods[operation]
      if (method === undefined) throw new PluginError('not a function')
      const names = parameterNames[operation] ?? []
      const checked = method.parameters.map((check, index) =>
        check(values[index], names[index] ?? `argument ${index + 1}`)
      )
      // The tables in `methods/` pair each method with the checks of its parameters.
      return method.call(node, checked as never, host)
    })
  const isAsynchronous = operation.endsWith('Async')
  const result = isAsynchronous ? startAsynchronously(run) : run()
  if (result instanceof Promise) return result.then((value: unknown) => settled(value, operation, host))
  return settled(result, operation, host)
}

/** What is wrong with the call of an asynchronous method rejects, it does not throw. */
function startAsynchronously(run: () => unknown): Promise<unknown> {
  return new Promise((resolve) => {
    resolve(run())
  })
}

function settled(value: unknown, operation: string, host: ApiHost): unknown {
  if (!readOnlyMethods.has(operation) && !operation.startsWith('get')) host.document.changed()
  return value
}

/** The nodes that a search with a callback goes through, in document order. */
export function searchNodes(
  [receiver, operation, callback]: readonly unknown[],
  host: ApiHost
): NodeReference[] {
  return inOperation(String(operation), () => {
    const node: DocumentNode = resolve(target(receiver), host)
    const isOptional = operation === 'findAll' || operation === 'findChildren'
    if (!isOptional || callback !== undefined) aFunction(callback, 'callback')
    needLoaded(node, host)
    const deep = operation === 'findAll' || operation === 'findOne'
    return (deep ? descendantsOf(node) : node.children).map(referTo)
  })
}
