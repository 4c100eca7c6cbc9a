import type { Port } from '../../bridge/port'
import type { Params, Reply } from '../../bridge/protocol'
import { sendEvent } from '../../bridge/send-event'
import { imageKey, type ImageRef } from '../../core/expansion/journal-entry'
import { type Outcome, succeed } from '../../core/outcome'
import { isSameSize } from '../nodes/same-geometry'
import { isSameValue } from './is-same-value'
import { shows } from './placed-records'
import type { Card, ImageFound, Placing, Session } from './session'

/** Notes an image that the window has a card of from now on. */
export function notePlacing({ cards }: Session, runId: string, placing: Placing): void {
  const others = (cards.get(runId)?.placings ?? []).filter(
    ({ layerId, imageHash }) => layerId !== placing.layerId || imageHash !== placing.imageHash
  )
  // What was told before may reach the window after the answer to the placing: it is told anew.
  cards.set(runId, { placings: [...others, placing], told: null })
}

/** Returns the image of a run that is in the document, as far as the window was told; null where none is. */
export function placedImageOf({ cards }: Session, runId: string): ImageRef | null {
  const card = cards.get(runId)
  const told = card?.told ?? null
  if (card === undefined || told?.kind === 'gone') {
    return null
  }
  const shown =
    told === null ? card.placings.slice(-1)[0] : card.placings.find(({ variant }) => variant === told.variant)
  return shown?.image ?? null
}

/** The card of a run is closed. */
export function forgetImage(
  { runId }: Params<'forget-image'>,
  { cards }: Session
): Outcome<Reply<'forget-image'>, never> {
  cards.delete(runId)
  return succeed(null)
}

/**
 * Tells the window which images of its open cards have come or gone since it was told last. Each is looked up by the ids of
 * its layers: the main thread is too slow to search a page after every change.
 */
export async function tellImages(port: Port, session: Session): Promise<void> {
  const { cards } = session
  if (cards.size === 0) {
    return
  }
  const nodes = await lookUp([...cards.values()])
  // Read at once: each answer is of the same moment.
  const changes = [...cards].flatMap(([runId, card]) => {
    const found = find(runId, card, nodes, session)
    if (found === null || isSameValue(found, card.told)) {
      return []
    }
    cards.set(runId, { ...card, told: found })
    return [found]
  })
  if (changes.length > 0) {
    sendEvent(port, 'images-changed', changes)
    await markChanges(changes, session)
  }
}

/** Notes in the journal what undo, redo or a hand has put into the document, or taken away. */
async function markChanges(changes: readonly ImageFound[], { cards, journal }: Session): Promise<void> {
  // All in line before any is waited for: a later look must not come between them.
  await Promise.all(
    changes.flatMap((change) => {
      const shown = change.kind === 'there' ? change.variant : null
      return latestOfEach(cards.get(change.runId)?.placings ?? []).map(({ image, variant }) =>
        journal.mark(image, variant === shown ? 'placed' : 'waiting')
      )
    })
  )
}

/** An image may have been placed several times. */
function latestOfEach(placings: readonly Placing[]): readonly Placing[] {
  return [...new Map(placings.map((placing) => [imageKey(placing.image), placing])).values()]
}

type Nodes = ReadonlyMap<string, BaseNode | null>

async function lookUp(cards: readonly Card[]): Promise<Nodes> {
  const ids = cards
    .flatMap(({ placings }) => placings)
    .flatMap(({ layerId, subjectId }) => (subjectId === null ? [layerId] : [layerId, subjectId]))
  return new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await nodeOf(id)] as const)))
}

async function nodeOf(id: string): Promise<BaseNode | null> {
  try {
    return await figma.getNodeByIdAsync(id)
  } catch {
    // What cannot be looked up shows nothing.
    return null
  }
}

/** Null where the card has a placing that was not looked up: the change that it made is looked at next. */
function find(runId: string, { placings }: Card, nodes: Nodes, session: Session): ImageFound | null {
  const there = (id: string): BaseNode | null => {
    const node = nodes.get(id) ?? null
    return node === null || node.removed ? null : node
  }
  const [last] = placings.slice(-1)
  if (last === undefined || placings.some(({ layerId }) => !nodes.has(layerId))) {
    return null
  }
  const shown = [...placings].reverse().find(({ layerId, imageHash }) => {
    const layer = there(layerId)
    return layer !== null && shows(layer, imageHash)
  })
  if (shown === undefined) {
    const subject = last.subjectId === null ? null : there(last.subjectId)
    return { kind: 'gone', runId, isBack: isBack(last, there(last.layerId), subject) }
  }
  followPlacing(runId, shown, session)
  return { kind: 'there', runId, variant: shown.variant, where: shown.where }
}

/** Where undo or redo has led to another image of the run, it is that one that is hidden or taken back. */
function followPlacing(runId: string, { run }: Placing, { runs }: Session): void {
  const known = runs.get(runId)
  const isOther = known?.imageHash !== run?.imageHash || known?.layer.id !== run?.layer.id
  if (run !== null && known !== undefined && isOther) {
    runs.set(runId, { ...run, tasks: known.tasks })
  }
}

/** Tells whether what was changed for an image that is gone is as it was before. */
function isBack({ run }: Placing, layer: BaseNode | null, subject: BaseNode | null): boolean {
  switch (run?.change.kind) {
    case undefined:
      return false
    case 'new-layer':
      return layer === null && subject !== null
    case 'new-image':
      return layer !== null && shows(layer, run.change.replacedHash)
    case 'new-paint': {
      const { grown } = run.change
      return layer !== null && 'width' in layer && (grown === null || !isSameSize(layer, grown.size))
    }
  }
}
