import { type Act, drawAct } from './act'
import { editsOf } from './edits'
import { type Hand, pressesOf } from './presses'
import type { World } from './world'

/** What the designer did, how often. */
export type Acts = Map<string, number>

/** The designer presses, edits, opens and closes, until it is enough; at times there is a break. */
export async function play(world: World, acts: Acts): Promise<void> {
  const { time, random, lengthMs, document, documentWatch, windows, open, closeSoon, tell } = world
  const draw = random.fork('designer')
  const hand = handOf(world, 'presses')
  const likesTwo = draw.chance(0.35)
  const count = Math.round(draw.spread(6, 40))
  const pauseMs = lengthMs / count

  const windowActs = (): readonly Act[] => {
    const openAct = (name: string, weight: number): Act => ({
      name,
      target: '',
      weight,
      act: () => void open()
    })
    return windows.length === 0
      ? [openAct('open', 40)]
      : [
          openAct('open another', windows.length > 1 ? 0 : likesTwo ? 4 : 0.2),
          {
            name: 'close',
            target: '',
            weight: 0.4,
            act: () => {
              closeSoon(draw.pick(windows).number)
            }
          }
        ]
  }
  /** The same pressed in both windows, as good as at once. */
  const races = ([here = [], there = []]: readonly (readonly Act[])[]): readonly Act[] =>
    here.flatMap((one) => {
      const other = there.find(
        ({ name, target }) => target !== '' && name === one.name && target === one.target
      )
      const act = (): void => {
        time.after(draw.spread(0.1, 600), one.act)
        time.after(draw.spread(0.1, 600), () => other?.act())
      }
      return other === undefined ? [] : [{ name: `${one.name}, in both windows`, target: '', weight: 4, act }]
    })
  const doSomething = (): void => {
    const presses = windows.flatMap((window) => {
      const model = window.model()
      return model === null ? [] : [pressesOf(model, hand)]
    })
    const here = presses.length === 0 ? [] : draw.pick(presses)
    const edits = editsOf(document, windows, draw, documentWatch)
    const act = drawAct([...windowActs(), ...edits, ...here, ...races(presses)], draw)
    if (act === null) {
      return
    }
    tell(() => `the designer: ${act.name}`)
    acts.set(act.name, (acts.get(act.name) ?? 0) + 1)
    act.act()
    if (here.includes(act) && draw.chance(0.05)) {
      // Pressed twice.
      act.act()
    }
  }

  open()
  for (let done = 0; done < count; done += 1) {
    const isBreak = draw.chance(0.01)
    const waitMs = isBreak ? draw.spread(600_000, 5_400_000) : draw.spread(pauseMs / 8, pauseMs * 4)
    await time.runUntil(time.nowMs() + waitMs)
    time.after(0, doSomething)
  }
  await time.runUntil(time.nowMs() + draw.spread(1, pauseMs * 4))
}

/** A designer's hand on the screen, with draws of its own. */
export function handOf({ random, ledger, time }: World, name: string): Hand {
  return { random: random.fork(name), ledger, after: (delayMs, act) => time.after(delayMs, act) }
}
