import { setTimeout } from 'node:timers/promises'
import type { ScriptEditor } from '../script-editor'
import type { Stage } from '../stage'
import { readWindowState, type WindowState } from './window-state'

/** Between two looks at the window, ms. */
const lookEveryMs = 40

export const awaitedStates = ['idle', 'sending', 'waiting', 'placed'] as const

type AwaitedState = (typeof awaitedStates)[number]

/** Looks until something holds; rejects after `limitMs` with what is missing. */
export async function lookUntil(
  holds: () => Promise<boolean>,
  limitMs: number,
  problem: () => string | Promise<string>
): Promise<void> {
  const endMs = performance.now() + limitMs
  while (!(await holds())) {
    if (performance.now() >= endMs) throw new Error(`${await problem()} (waited ${limitMs} ms)`)
    await setTimeout(lookEveryMs)
  }
}

/** Notes how things stand before something is pressed: what is awaited next is what comes of it. */
export async function markPress({ editor, traffic, words, standIn }: Stage): Promise<void> {
  const frame = await editor.frame()
  const { placed } = await stateOf(editor, words)
  const [creates, queries] = [traffic.sent('create', frame), traffic.sent('query', frame)]
  editor.lastPress = { creates, queries, placed, answers: awaitedAnswers(standIn) }
}

/** Notes that the window is opened anew: all that it sends and places is what comes of that. */
export function markOpening({ editor, standIn }: Stage): void {
  editor.lastPress = { creates: 0, queries: 0, placed: 0, answers: awaitedAnswers(standIn) }
}

/** Waits until a window is in a state: by what it says, and by what goes to the service and comes from it. */
export async function waitFor(state: AwaitedState, stage: Stage, limitMs: number): Promise<void> {
  const { editor } = stage
  let idleLooks = 0
  await lookUntil(
    async () => {
      await editor.openFrame()
      const found = await look(stage)
      // Between two stages nothing may be under way for a moment.
      idleLooks = found.isIdle ? idleLooks + 1 : 0
      switch (state) {
        case 'idle':
          return idleLooks > 2
        case 'sending':
          return found.isSending
        case 'waiting':
          return found.isWaiting
        case 'placed':
          return found.hasPlaced || (found.placed > 0 && idleLooks > 2)
      }
    },
    limitMs,
    async () => `the window is not ${state}; it says: ${(await editor.text()).replaceAll('\n', ' · ')}`
  )
}

async function look({ editor, traffic, words, standIn }: Stage): Promise<{
  readonly isIdle: boolean
  readonly isSending: boolean
  readonly isWaiting: boolean
  readonly hasPlaced: boolean
  readonly placed: number
}> {
  const frame = await editor.frame()
  const says = await stateOf(editor, words)
  const mark = editor.lastPress
  const isAsking = (['create', 'query', 'download'] as const).some((kind) => traffic.isUnderWay(kind, frame))
  return {
    isIdle: !says.isUnderWay && !isAsking,
    // A quick service has answered before anyone looks: what was sent since the press counts too.
    isSending:
      says.isSending || traffic.isUnderWay('create', frame) || traffic.sent('create', frame) > mark.creates,
    isWaiting:
      says.isWaiting || traffic.sent('query', frame) > mark.queries || awaitedAnswers(standIn) > mark.answers,
    hasPlaced: says.placed > mark.placed,
    placed: says.placed
  }
}

/** How many tasks the service has begun whose create is answered with the image itself. */
function awaitedAnswers(standIn: Stage['standIn']): number {
  return standIn?.tasks.filter(({ plan }) => plan.order.sync).length ?? 0
}

async function stateOf(editor: ScriptEditor, words: Stage['words']): Promise<WindowState> {
  const text = await editor.text()
  const frame = await editor.frame()
  const bars = await frame
    ?.evaluate(() => document.querySelectorAll('[role=progressbar]').length)
    .catch(() => 0)
  return readWindowState(text, (bars ?? 0) > 0, words)
}
