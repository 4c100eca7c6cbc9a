import * as v from 'valibot'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { aString, matching } from '../check'
import { allKinds } from '../kinds'
import type { NodeMethods } from '../member-types'

type Names =
  | 'getPluginData'
  | 'setPluginData'
  | 'getPluginDataKeys'
  | 'getSharedPluginData'
  | 'setSharedPluginData'
  | 'getSharedPluginDataKeys'
  | 'setRelaunchData'
  | 'getRelaunchData'

/** "The total size of your entry … cannot exceed 100 kB" (plugin-api.d.ts, `setPluginData`); key and value count. */
const pluginDataLimit = 100_000

function setEntry(node: DocumentNode, key: string, value: string): void {
  if (key === '') throw new PluginError('Expected "key" to have length > 0')
  if (new TextEncoder().encode(key + value).length > pluginDataLimit) {
    throw new PluginError('Plugin data entry is too large. The limit is 100 kB per entry')
  }
  const others = Object.fromEntries(Object.entries(node.pluginData).filter(([each]) => each !== key))
  node.pluginData = value === '' ? others : { ...others, [key]: value }
}

function sharedKey(namespace: string, key: string): string {
  if (namespace.length < 3)
    throw new PluginError('The "namespace" argument must be at least 3 characters long')
  return `${namespace} ${key}`
}

/** "This method will throw if description exceeds 1000 characters" (plugin-api.d.ts, `setRelaunchData`). */
const longestDescription = 1000

const relaunchData = matching<Record<string, string>>(v.record(v.string(), v.string()))

/** What plugins keep on a node. Entries with a space in the key are the shared ones. */
export const dataMethods: NodeMethods<Names> = {
  getPluginData: {
    kinds: allKinds,
    parameters: [aString],
    call: (node, [key]) => node.pluginData[key] ?? ''
  },
  setPluginData: {
    kinds: allKinds,
    parameters: [aString, aString],
    call: (node, [key, value]) => {
      setEntry(node, key, value)
    }
  },
  getPluginDataKeys: {
    kinds: allKinds,
    parameters: [],
    call: (node) => Object.keys(node.pluginData).filter((key) => !key.includes(' '))
  },
  getSharedPluginData: {
    kinds: allKinds,
    parameters: [aString, aString],
    call: (node, [namespace, key]) => node.pluginData[sharedKey(namespace, key)] ?? ''
  },
  setSharedPluginData: {
    kinds: allKinds,
    parameters: [aString, aString, aString],
    call: (node, [namespace, key, value]) => {
      setEntry(node, sharedKey(namespace, key), value)
    }
  },
  getSharedPluginDataKeys: {
    kinds: allKinds,
    parameters: [aString],
    call: (node, [namespace]) => {
      const prefix = sharedKey(namespace, '')
      return Object.keys(node.pluginData).flatMap((key) =>
        key.startsWith(prefix) ? [key.slice(prefix.length)] : []
      )
    }
  },
  setRelaunchData: {
    kinds: allKinds,
    parameters: [relaunchData],
    call: (node, [data], host) => {
      for (const [command, description] of Object.entries(data)) {
        if (!host.relaunchCommands.includes(command)) {
          throw new PluginError(`The relaunch command "${command}" is not in the manifest's relaunchButtons`)
        }
        if (description.length > longestDescription) {
          throw new PluginError(`The description of "${command}" exceeds ${longestDescription} characters`)
        }
      }
      node.relaunchData = { ...data }
    }
  },
  getRelaunchData: { kinds: allKinds, parameters: [], call: (node) => ({ ...node.relaunchData }) }
}
