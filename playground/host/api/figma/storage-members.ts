import { anything, aString } from '../check'
import type { ObjectMethods } from './figma-types'

/** Methods of `figma.clientStorage`. */
export const storageMethods: ObjectMethods<
  ClientStorageAPI,
  'getAsync' | 'setAsync' | 'deleteAsync' | 'keysAsync'
> = {
  getAsync: { parameters: [aString], call: ([key], host) => host.storage.get(key) },
  setAsync: {
    parameters: [aString, anything],
    call: ([key, value], host) => {
      host.storage.set(key, value)
    }
  },
  deleteAsync: {
    parameters: [aString],
    call: ([key], host) => {
      host.storage.delete(key)
    }
  },
  keysAsync: { parameters: [], call: (_values, host) => host.storage.keys() }
}
