/** The part of busboy 1.6 that the stand-in uses (the package ships no types). */
declare module 'busboy' {
  import type { IncomingHttpHeaders } from 'node:http'
  import type { Readable, Writable } from 'node:stream'

  interface FileInfo {
    readonly filename: string | undefined
    readonly encoding: string
    readonly mimeType: string
  }

  interface FieldInfo {
    readonly nameTruncated: boolean
    readonly valueTruncated: boolean
    readonly encoding: string
    readonly mimeType: string
  }

  interface BusboyOptions {
    readonly headers: IncomingHttpHeaders
    readonly limits?: { readonly fieldSize?: number; readonly fileSize?: number }
  }

  interface Busboy extends Writable {
    on(event: 'file', listener: (name: string, stream: Readable, info: FileInfo) => void): this
    on(event: 'field', listener: (name: string, text: string, info: FieldInfo) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(event: string, listener: () => void): this
  }

  /** Throws when the request's Content-Type is not one that it reads. */
  export default function busboy(options: BusboyOptions): Busboy
}
