import { PluginError } from '../../plugin-error'
import type { MemberNames } from '../../vm/api-shape'
import { VmFunction } from '../../vm/wire'
import { inOperation } from '../node-api'
import type { FigmaHost } from './figma-host'
import { figmaMembers } from './figma-members'

/** Which members `figma` and its objects have. */
export function figmaShape(): Record<string, MemberNames> {
  return Object.fromEntries(
    Object.entries(figmaMembers).map(([path, { properties, methods }]) => {
      const read = Object.keys(properties)
      const write = read.filter((name) => properties[name]?.set !== undefined)
      return [path, { read, write, methods: Object.keys(methods) }]
    })
  )
}

/** The names of parameters, for refusals; what is not here is named by its place. */
const parameterNames: Readonly<Record<string, readonly string[]>> = {
  getNodeById: ['id'],
  getNodeByIdAsync: ['id'],
  setCurrentPageAsync: ['page'],
  base64Encode: ['data'],
  base64Decode: ['data'],
  showUI: ['html', 'options'],
  closePlugin: ['message'],
  createImage: ['data'],
  getImageByHash: ['hash'],
  postMessage: ['pluginMessage', 'options'],
  resize: ['width', 'height'],
  reposition: ['x', 'y'],
  getAsync: ['key'],
  setAsync: ['key', 'value'],
  deleteAsync: ['key'],
  group: ['nodes', 'parent', 'index'],
  scrollAndZoomIntoView: ['nodes']
}

export function getFigmaProperty([path, name]: readonly unknown[], host: FigmaHost): unknown {
  const property = figmaMembers[String(path)]?.properties[String(name)]
  return inOperation(`get_${String(name)}`, () => property?.get(host))
}

export function setFigmaProperty([path, name, value]: readonly unknown[], host: FigmaHost): void {
  inOperation(`set_${String(name)}`, () => {
    const setter = figmaMembers[String(path)]?.properties[String(name)]?.set
    if (setter === undefined) throw new PluginError('no setter for property')
    // Each table pairs the check with the type that its setter takes.
    setter.apply(setter.check(value, String(name)) as never, host)
  })
}

export function callFigmaMethod([path, name, ...values]: readonly unknown[], host: FigmaHost): unknown {
  const operation = String(name)
  const run = (): unknown =>
    inOperation(operation, () => {
      const method = figmaMembers[String(path)]?.methods[operation]
      if (method === undefined) throw new PluginError('not a function')
      const names = parameterNames[operation] ?? []
      const checked = method.parameters.map((check, index) =>
        check(values[index], names[index] ?? `argument ${index + 1}`)
      )
      // Each table pairs the method with the checks of its parameters.
      return method.call(checked as never, host)
    })
  return operation.endsWith('Async') ? rejectWhatIsThrown(run) : run()
}

function rejectWhatIsThrown(run: () => unknown): Promise<unknown> {
  return new Promise((resolve) => {
    resolve(run())
  })
}

const eventTypes = [
  'selectionchange',
  'currentpagechange',
  'close',
  'run',
  'drop',
  'documentchange',
  'stylechange'
]

function typesIn(scope: string): readonly string[] {
  if (scope.startsWith('page:')) return ['nodechange']
  return scope === 'ui.' ? ['message'] : eventTypes
}

/** Checks the arguments of `on`, `once` and `off`, of `figma` (scope `''`), `figma.ui` (`ui.`) and a page (`page:<id>.`). */
export function checkEvent([scope, operation, type, callback]: readonly unknown[], host: FigmaHost): void {
  inOperation(String(operation), () => {
    if (typeof type !== 'string' || !typesIn(String(scope)).includes(type)) {
      throw new PluginError(`"${String(type)}" is not a valid event type`)
    }
    const isUnset = operation === 'set_onmessage' && (callback === undefined || callback === null)
    if (!isUnset && !(callback instanceof VmFunction)) {
      throw new PluginError(`Expected "callback" to have type function but got ${typeof callback} instead`)
    }
    if (type === 'nodechange') host.watchedPages.add(String(scope).slice('page:'.length, -1))
    if (type === 'documentchange' && operation !== 'off' && !host.allPagesLoaded) {
      throw new PluginError(
        'Cannot register documentchange handler in incremental mode without calling figma.loadAllPagesAsync first.'
      )
    }
    if (type === 'documentchange' && operation !== 'off') host.watchesDocument = true
  })
}
