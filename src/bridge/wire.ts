import { literal, number, object, string, unknown, variant } from 'valibot'
import { type Piece, pieceSchema } from './long-bytes'

/** Marks the messages of this plugin among all that a window receives. */
const mark = { plugin: literal('full-bleed') }

/** What the main thread receives; the parameters are narrowed by the protocol once the name is known. */
export const callSchema = object({
  ...mark,
  type: literal('call'),
  id: number(),
  name: string(),
  params: unknown()
})

/** What the window receives. */
export const toWindowSchema = variant('type', [
  object({ ...mark, type: literal('answer'), id: number(), outcome: unknown() }),
  pieceSchema,
  object({ ...mark, type: literal('event'), name: string(), payload: unknown() })
])

export type WireMessage =
  | {
      readonly plugin: 'full-bleed'
      readonly type: 'call'
      readonly id: number
      readonly name: string
      readonly params: unknown
    }
  | {
      readonly plugin: 'full-bleed'
      readonly type: 'answer'
      readonly id: number
      readonly outcome: unknown
    }
  | (Piece & { readonly plugin: 'full-bleed'; readonly type: 'piece'; readonly id: number })
  | {
      readonly plugin: 'full-bleed'
      readonly type: 'event'
      readonly name: string
      readonly payload: unknown
    }
