import { anything, aString } from '../check'
import type { ObjectMethods } from './figma-types'

/** Methods of `figma.clientStorage`. */
export const storageMethods: ObjectMethods<
  ClientStorageAPI,
  'getAsync' | 'setAsync' | 'deleteAsync' | 'keysAsync'
> = {
  getAsync: { parameters: [aString], call: async ([key], host) => host.storage.get(key) },
  setAsync: {
    parameters: [aString, anything],
    call: async ([key, value], host) => host.storage.set(key, value)
  },
  deleteAsync: { parameters: [aString], call: async ([key], host) => host.storage.delete(key) },
  keysAsync: { parameters: [], call: async (_values, host) => host.storage.keys() }
}
