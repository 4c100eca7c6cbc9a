import { sha1 as hash } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Returns the SHA-1 of a file as 40 hexadecimal digits: the hash by which Figma names an image. */
export function sha1(bytes: Uint8Array): string {
  return bytesToHex(hash(bytes))
}
