import type { Words } from '../../../../src/ui/words/words'

/** What a window says of its expansions, by what a person reads in it. */
export interface WindowState {
  /** Something is queued, sent, awaited or placed. */
  readonly isUnderWay: boolean
  readonly isSending: boolean
  readonly isWaiting: boolean
  /** How many images it says are placed and not decided on. */
  readonly placed: number
}

/** Reads the state from the window's text; `hasProgress` is whether it shows a bar of progress. */
export function readWindowState(text: string, hasProgress: boolean, words: Words): WindowState {
  const lines = text.split('\n').map((line) => line.trim())
  const says = (stage: string): boolean => lines.some((line) => line.startsWith(stage))
  const none = { placed: 0, failed: 0, underWay: 0, undone: 0, ended: 0 }
  const counted = (one: string): number => countIn(lines, one)
  const titles = Object.values(words.ended.placed).map((placed) => placed('').title)
  const placedAlone = lines.filter((line) => titles.includes(line)).length
  return {
    isUnderWay: hasProgress || counted(words.queue.title({ ...none, underWay: 1 })) > 0,
    isSending: says(words.stages.sending),
    isWaiting: says(words.stages.waiting),
    placed: Math.max(placedAlone, counted(words.queue.title({ ...none, placed: 1 })))
  }
}

/** The number that stands in a line where `one` has its 1; 0 where no line says the like. */
function countIn(lines: readonly string[], one: string): number {
  const pattern = new RegExp(`(?:^|\\D)${one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('1', '(\\d+)')}`)
  const found = lines.map((line) => pattern.exec(line)?.[1]).find((count) => count !== undefined)
  return Number(found ?? 0)
}
