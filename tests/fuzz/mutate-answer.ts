import { pick, type Random, whole } from './random'

/** What no schema expects, by what it takes to write it. */
const oddValues: readonly [() => unknown, ...(() => unknown)[]] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => -0,
  () => Number.MAX_SAFE_INTEGER + 1,
  () => '',
  () => 'null',
  () => '\u0000\ud800 ',
  () => 'x'.repeat(100_000),
  () => '%'.repeat(1_000),
  () => [],
  () => [[[[]]]],
  () => ({}),
  () => ({ length: -1 }),
  () => ({ toString: 1, valueOf: 2, then: 3 }),
  () => nested(3_000),
  () => 'data:image/png;base64,',
  () => 'data:,,,',
  () => 'iVBORw0KGgo=',
  () => '====',
  () => 'https://',
  () => 'https://[::1',
  () => 'javascript:alert(1)',
  () => 'file:///',
  () => 'http://0/%zz'
]

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) {
    value = level % 2 === 0 ? [value] : { data: value }
  }
  return value
}

/** Changes an answer in one to four places: other values, missing and unknown fields. */
export function mutateJson(answer: unknown, random: Random): unknown {
  let changed = structuredClone(answer)
  for (let times = whole(random, 1, 4); times > 0; times--) {
    changed = mutateOnce(changed, random)
  }
  return changed
}

function mutateOnce(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.08) {
    return pick(random, oddValues)()
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || random() < 0.1) {
    return {
      ...value,
      [pick(random, ['__proto__', 'constructor', 'data', 'state', 'image_9'])]: pick(random, oddValues)()
    }
  }
  const at = whole(random, 0, entries.length - 1)
  const changed = entries.flatMap(([name, of], index) => {
    if (index !== at) {
      return [[name, of] as const]
    }
    return random() < 0.15 ? [] : [[name, mutateOnce(of, random)] as const]
  })
  return Object.fromEntries(changed)
}

/** Damages the text of an answer, or leaves it as it is. */
export function mutateText(text: string, random: Random): string {
  switch (whole(random, 0, 9)) {
    case 0:
      return text.slice(0, whole(random, 0, text.length))
    case 1: {
      const at = whole(random, 0, text.length)
      return text.slice(0, at) + pick(random, ['"', '}', ']', '\\', '\u0000', ',,', '/*']) + text.slice(at)
    }
    case 2:
      return `<!doctype html><html><body>${text}</body></html>`
    case 3:
      return text + text
    case 4:
      return '[['.repeat(whole(random, 1, 50_000))
    default:
      return text
  }
}
