/** Random draws that a seed repeats. */
export interface SeededRandom {
  /** A number from 0 up to 1. */
  readonly next: () => number
  readonly chance: (probability: number) => boolean
  /** A number from `least` up to `most`. */
  readonly between: (least: number, most: number) => number
  /** The same with every order of magnitude as likely as the other: many short ones, few long ones. */
  readonly spread: (least: number, most: number) => number
  /** One of them; throws where there is none. */
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** Draws of its own, that other draws neither disturb nor are disturbed by. */
  readonly fork: (name: string) => SeededRandom
}

/** Makes the draws of a seed (a whole number): the generator sfc32, seeded by FNV-1a. */
export function createRandom(seed: number, name = ''): SeededRandom {
  const words = [0, 1, 2].map((word) => hash(`${seed}/${name}/${word}`))
  let [a = 0, b = 0, c = 0] = words
  let count = 1
  const next = (): number => {
    const sum = (a + b + count++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) {
    next()
  }
  const between = (least: number, most: number): number => least + next() * (most - least)
  return {
    next,
    chance: (probability) => next() < probability,
    between,
    spread: (least, most) => Math.exp(between(Math.log(least), Math.log(most))),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) {
        throw new Error('there is nothing to pick from')
      }
      return item
    },
    fork: (branch) => createRandom(seed, `${name}/${branch}`)
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value | 0
}
