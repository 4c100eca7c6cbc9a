import { type TransferHandler, transferHandlers } from 'comlink'
import { ownedBuffers } from '../../core/owned-buffers'

/** Bytes in a parameter or a result are handed over instead of being copied, at any depth. */
const handOverBytes: TransferHandler<unknown, unknown> = {
  canHandle: (value): value is unknown => ownedBuffers(value).length > 0,
  serialize: (value) => [value, ownedBuffers(value)],
  deserialize: (value) => value
}

/** Both ends of a channel need it. */
transferHandlers.set('bytes', handOverBytes)
