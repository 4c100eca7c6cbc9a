import type { Port } from '../../bridge/port'
import type { Params, Reply } from '../../bridge/protocol'
import { sendEvent } from '../../bridge/send-event'
import { type Outcome, succeed } from '../../core/outcome'
import { isSameSize } from '../nodes/same-geometry'
import { isSameValue } from './is-same-value'
import { shows } from './placed-records'
import type { Card, ImageFound, Placing, Session } from './session'

/** Remembers that the window has a card for an image. */
export function notePlacing({ cards }: Session, runId: string, placing: Placing): void {
  const others = (cards.get(runId)?.placings ?? []).filter(
    ({ layerId, imageHash }) => layerId !== placing.layerId || imageHash !== placing.imageHash
  )
  // A state that was sent before may arrive after the placing's answer, so the state is sent again.
  cards.set(runId, { placings: [...others, placing], told: null })
}

/** Forgets an expansion's card that was closed. */
export function forgetImage(
  { runId }: Params<'forget-image'>,
  { cards }: Session
): Outcome<Reply<'forget-image'>, never> {
  cards.delete(runId)
  return succeed(null)
}

/**
 * Sends the window which images of its open cards came or went since the last message. Looks each up by the ids of its layers:
 * the main thread is too slow to search a page after every change.
 */
export async function tellImages(port: Port, session: Session): Promise<void> {
  const { cards } = session
  if (cards.size === 0) {
    return
  }
  const nodes = await lookUp([...cards.values()])
  // Read synchronously, so that all states are of the same moment.
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
  }
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
    // A layer that cannot be looked up shows no image.
    return null
  }
}

/** Finds a card's state; null if a placing was not looked up yet, whose change is checked next. */
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

/** After an undo or redo to another image of the expansion, remembers that image as the one to hide or discard. */
function followPlacing(runId: string, { run }: Placing, { runs }: Session): void {
  const known = runs.get(runId)
  const isOther = known?.imageHash !== run?.imageHash || known?.layer.id !== run?.layer.id
  if (run !== null && known !== undefined && isOther) {
    runs.set(runId, { ...run, tasks: known.tasks })
  }
}

/** Tells whether the change for a removed image is undone too. */
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
