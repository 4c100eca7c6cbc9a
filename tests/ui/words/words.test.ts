import { describe, expect, it } from 'vitest'
import {
  faultsAtOtherTimes,
  sampleFaults,
  taskFailure,
  wordyFaults
} from '../../../playground/testing/screens'
import type { Failure, TaskFailureReason } from '../../../src/core/failures'
import { checkRequest } from '../../../src/service/wire/expansion-request'
import { chinese } from '../../../src/ui/words/chinese'
import { english } from '../../../src/ui/words/english'
import type { HowFar } from '../../../src/ui/words/failures/of-credits'
import { say } from '../../../src/ui/words/say'
import type { Words } from '../../../src/ui/words/words'
import { samplePng } from '../../service/support/sample-images'
import { canvasRequest, sidesRequest } from '../../service/support/sample-request'
import { createTestClient } from '../../service/support/test-client'
import { sampleEntry } from '../support/sample-entry'

type Call = (...args: never[]) => unknown

/** Whether anything in it has to be called before it says something. */
type HasCalls<Said> = Said extends string
  ? false
  : Said extends Call
    ? true
    : true extends { [Key in keyof Said]: HasCalls<Said[Key]> }[keyof Said]
      ? true
      : false

/** Arguments for everything that is called, some times over: a new function without samples does not compile. */
type Samples<Said> = Said extends (...args: infer Args) => unknown
  ? readonly Args[]
  : { readonly [Key in keyof Said as HasCalls<Said[Key]> extends true ? Key : never]: Samples<Said[Key]> }

/** Words that somebody else made begin with `@`. */
/** A layer in a file that has a name, and in one that has none. */
const layersInFiles: readonly [string, string][] = [
  ['@layer', '@file'],
  ['@layer', '']
]

const named: readonly [string][] = [['@layer']]

const samples: Samples<Omit<Words, 'tag' | 'failures'>> = {
  sentences: [['@first', '@second']],
  listed: [['@name', '@about']],
  preview: { inset: [['@side', 120, 0.15]], largeEnough: [['1920 × 1920']] },
  link: {
    obstacles: {
      'not-a-link': [[{ kind: 'not-a-link' }]],
      'link-too-long': [[{ kind: 'link-too-long', limit: 512 }]],
      'private-host': [[{ kind: 'private-host', host: '@host' }]],
      'not-a-percentage': [[{ kind: 'not-a-percentage', side: 'top' }]],
      'out-of-range': [[{ kind: 'out-of-range', side: 'left' }]]
    }
  },
  expectedTime: {
    usual: [[{ kind: 'usual', seconds: 25 }], [{ kind: 'usual', seconds: 120 }]],
    left: [[{ kind: 'left', seconds: 20 }]],
    longer: [[{ kind: 'longer', seconds: 25 }]]
  },
  obstacles: {
    'nothing-selected': [[{ kind: 'nothing-selected' }]],
    'several-selected': [[{ kind: 'several-selected', count: 5 }]],
    'no-image': [[{ kind: 'no-image', name: '@name' }]],
    'not-expandable': [
      'GROUP',
      'TEXT',
      'VECTOR',
      'LINE',
      'INSTANCE',
      'SECTION',
      'COMPONENT_SET',
      'BOOLEAN_OPERATION',
      'SLICE',
      'STICKY'
    ].map((nodeType) => [{ kind: 'not-expandable', name: '@layer', nodeType }]),
    hidden: [[{ kind: 'hidden', name: '@layer' }]],
    empty: [[{ kind: 'empty', name: '@layer' }]],
    masked: [[{ kind: 'masked', name: '@layer' }]],
    'see-through': [[{ kind: 'see-through', name: '@layer' }]],
    blended: [[{ kind: 'blended', name: '@layer' }]],
    'inside-instance': [[{ kind: 'inside-instance', name: '@layer', instanceName: '@instance' }]],
    'inside-boolean': [[{ kind: 'inside-boolean', name: '@layer' }]],
    'fixed-variant': [[{ kind: 'fixed-variant', name: '@layer' }]],
    'no-frame-around': ['PAGE', 'SECTION', 'GROUP', 'BOOLEAN_OPERATION', 'COMPONENT_SET', 'STICKY'].map(
      (parentType) => [{ kind: 'no-frame-around', name: '@layer', parentType }]
    ),
    'pattern-fill': [[{ kind: 'pattern-fill', name: '@layer' }]],
    'styled-instance': [[{ kind: 'styled-instance', name: '@layer' }]],
    'different-parents': [[{ kind: 'different-parents' }]],
    'no-picture-inside': [[{ kind: 'no-picture-inside', name: '@layer' }]],
    'picture-is-fill': [[{ kind: 'picture-is-fill', name: '@layer' }]]
  },
  frameObstacles: {
    'nothing-kept': [[{ kind: 'nothing-kept' }]],
    'outside-frame': [[{ kind: 'outside-frame' }]],
    'already-covered': [[{ kind: 'already-covered' }]],
    'beneath-others': [[{ kind: 'beneath-others', name: '@layer' }]],
    'too-long-and-thin': [[{ kind: 'too-long-and-thin' }]],
    'see-through': [[{ kind: 'see-through', name: '@layer' }]],
    blended: [[{ kind: 'blended', name: '@layer' }]],
    masked: [[{ kind: 'masked', name: '@layer' }]]
  },
  insetsObstacles: {
    'not-a-number': (['top', 'right', 'bottom', 'left'] as const).map((side) => [
      { kind: 'not-a-number', side }
    ]),
    negative: (['top', 'right', 'bottom', 'left'] as const).map((side) => [{ kind: 'negative', side }]),
    'nothing-to-add': [[{ kind: 'nothing-to-add' }]],
    'too-long-and-thin': [[{ kind: 'too-long-and-thin' }]],
    'subject-too-small': [[{ kind: 'subject-too-small' }]],
    'no-size': (['width', 'height'] as const).map((axis) => [{ kind: 'no-size', axis }]),
    'no-larger': [[{ kind: 'no-larger' }]],
    smaller: (['width', 'height'] as const).map((axis) => [{ kind: 'smaller', axis, least: 320.4 }])
  },
  expand: {
    filled: named,
    scaled: [['4096 × 2304']],
    size: [['300 × 100', '360 × 120']],
    requests: [[1], [6]],
    overCap: [[24, 20]],
    several: [
      [3, 3, false],
      [2, 3, true]
    ],
    layers: [[3]],
    sameSize: [[3]],
    noEmptySpace: [[3]],
    chosen: [[2, 12]],
    outOfRange: [['@label', 0, 20]],
    promptLength: [[201, 200]],
    background: [[1], [4]],
    ofText: named,
    mostlyNew: [[92]],
    seenTwice: named,
    behind: named,
    clipped: named,
    around: [['@frame', '@layer']]
  },
  running: { percent: [[42.4]], elapsed: [[83.2]], variant: [[2]], made: [[1, 4]] },
  ended: {
    placed: {
      grown: named,
      filled: named,
      behind: named,
      'changed-meanwhile': named,
      replaced: named,
      beside: named,
      apart: named,
      'in-view': named
    },
    undone: { whole: named, 'image-only': named },
    seam: [['unseen'], ['hardly-seen'], ['seen']],
    seamHint: [[3.47, 0.82]],
    cancelledCharged: [
      [1, true],
      [2, false]
    ],
    cancelledUnnamed: [
      [1, true],
      [2, false]
    ],
    unnamed: [
      [1, true],
      [3, false]
    ],
    cancelledTitle: [[1], [2]],
    failedVariant: [[3, { title: '@title', sentence: '@sentence。' }]],
    failedVariants: [[3, { title: '@title', sentence: '@sentence。' }]],
    problem: [true, false].map((isKnown) => [{ title: '@title', sentence: '@sentence' }, isKnown]),
    variant: [[2]],
    shownVariant: [[2]],
    discard: [[1], [3]],
    more: [[1], [4]]
  },
  actions: {
    goOn: [
      ['nothing', false, 1],
      ['nothing', false, 3],
      ['task', false, 3],
      ['result', false, 1],
      ['image', false, 1],
      ['image', true, 1]
    ]
  },
  news: {
    'image-only': [[{ kind: 'image-only', name: '@layer' }]],
    'nothing-to-take-back': [[{ kind: 'nothing-to-take-back', name: '@layer' }]],
    kept: [[{ kind: 'kept', name: '@layer' }]],
    'not-kept': [[{ kind: 'not-kept', name: '@layer' }]],
    discarded: [[{ kind: 'discarded', name: '@layer' }]],
    'all-kept': [[{ kind: 'all-kept', count: 1 }], [{ kind: 'all-kept', count: 3 }]],
    'all-discarded': [[{ kind: 'all-discarded', count: 1 }], [{ kind: 'all-discarded', count: 3 }]],
    'no-recipe': [[{ kind: 'no-recipe' }]],
    'let-go': [[{ kind: 'let-go', name: '@layer', entries: [sampleEntry] }]]
  },
  queue: {
    title: [
      [{ placed: 2, failed: 3, underWay: 4, undone: 5, ended: 1 }],
      [{ placed: 2, failed: 0, underWay: 0, undone: 0, ended: 0 }],
      [{ placed: 0, failed: 3, underWay: 0, undone: 0, ended: 0 }]
    ],
    cancel: named,
    retry: [
      ['@layer', 0],
      ['@layer', 1],
      ['@layer', 2]
    ]
  },
  remembered: {
    here: [
      [{ finished: 1, underWay: 0, over: 0 }],
      [{ finished: 2, underWay: 1, over: 1 }],
      [{ finished: 0, underWay: 1, over: 0 }],
      [{ finished: 0, underWay: 3, over: 2 }],
      [{ finished: 0, underWay: 0, over: 1 }],
      [{ finished: 0, underWay: 0, over: 4 }]
    ],
    otherAddress: [['@host']],
    elsewhere: { 'other-file': [['@layer', '@file']], gone: [['@layer', '@file']] },
    lost: { recent: layersInFiles, final: layersInFiles, unnamed: layersInFiles },
    images: [[1], [4]],
    imageNumber: [[2]],
    ago: [[0], [12]],
    placeOf: named,
    discardOf: named
  },
  history: { seed: [[1234567]] }
}

const reasons: Readonly<Record<TaskFailureReason, null>> = {
  failed: null,
  'result-not-stored': null,
  'url-unreachable': null,
  'too-large': null,
  'invalid-image': null,
  'timed-out': null,
  internal: null,
  'content-refused': null,
  'cancelled-abnormally': null,
  'short-of-resources': null,
  'prompt-refused': null,
  undocumented: null
}

const png = { kind: 'file', bytes: samplePng(100, 80), mime: 'image/png' } as const
const link = (url: string) => ({ ...sidesRequest, image: { kind: 'url', url } }) as const

/** Requests that break each of the service's rules, so that its own words for them are read. */
const brokenRequests = [
  link('ftp://a.example/b.png'),
  link(`https://a.example/${'x'.repeat(512)}`),
  { ...sidesRequest, image: { ...png, bytes: samplePng(9, 9) } },
  { ...sidesRequest, image: { ...png, bytes: new Uint8Array(9) } },
  { ...sidesRequest, image: { ...png, bytes: new Uint8Array(5_000_001) } },
  { ...canvasRequest, mask: { ...png, bytes: samplePng(100, 90) } },
  { ...sidesRequest, ratios: { top: 2, right: 1, bottom: 1, left: 1 } },
  { ...sidesRequest, prompt: 'x'.repeat(201) },
  { ...sidesRequest, strength: 2 },
  { ...sidesRequest, scale: 21 },
  { ...sidesRequest, steps: 0 },
  { ...sidesRequest, seed: -2 }
] as const

const brokenClients = [
  createTestClient({ url: 'ftp://a.example' }).checkKey(),
  createTestClient({ url: 'https://a.example' }, { key: 'two words' }).checkKey(),
  createTestClient({ url: 'https://a.example' }).query('')
]

/** What the service's own rules come to, found before anything is sent. */
const brokenRules: readonly Failure[] = [
  ...brokenRequests.map(checkRequest),
  ...(await Promise.all(brokenClients)).map((outcome) => (outcome.ok ? null : outcome.failure))
].filter((failure) => failure?.kind === 'invalid-request')

const failures: readonly Failure[] = [
  ...[...Object.values(sampleFaults), ...faultsAtOtherTimes, ...Object.values(wordyFaults)].map(
    ({ failure }) => failure
  ),
  ...Object.values(sampleFaults)
    .map(({ failure }) => failure)
    .flatMap((failure) => ('message' in failure ? [{ ...failure, message: '' }] : [])),
  // `Object.keys` forgets what the keys of a record are.
  ...(Object.keys(reasons) as TaskFailureReason[]).map(taskFailure),
  ...brokenRules,
  { kind: 'invalid-request', field: '@field', rule: '@rule' },
  { kind: 'unknown-state', taskId: 'task-1', state: null },
  { kind: 'still-running', taskId: 'task-1', waitedMs: 47_000 },
  { kind: 'broken', detail: '' }
]

const howFars: readonly HowFar[] = [null, 'nothing', 'task', 'result', 'image']

/** One thing that the window says, and the words of others that it was given to say it with. */
interface Said {
  readonly where: string
  readonly text: string
  readonly given: readonly string[]
}

const said = { english: everythingSaid(english), chinese: everythingSaid(chinese) } as const

function everythingSaid(words: Words): readonly Said[] {
  const others = entriesOf(words).filter(([part]) => part !== 'tag' && part !== 'failures')
  return [
    ...read(Object.fromEntries(others), samples, []),
    ...failures.flatMap((failure, index) =>
      howFars.flatMap((howFar) =>
        read(
          say(words.failures, failure, howFar),
          null,
          ['failures', failure.kind, String(index), String(howFar)],
          othersWords(failure)
        )
      )
    )
  ]
}

/** Walks everything that there is, and calls what can be called with each of its samples. */
function read(
  what: unknown,
  samplesOfIt: unknown,
  path: readonly string[],
  given: readonly string[] = []
): readonly Said[] {
  const where = path.join(' ')
  if (typeof what === 'string') {
    return [{ where, text: what, given }]
  }
  if (typeof what === 'function') {
    if (!Array.isArray(samplesOfIt) || samplesOfIt.length === 0) {
      throw new Error(`${where} has no samples`)
    }
    return samplesOfIt.flatMap((args: readonly unknown[], index) =>
      read(Reflect.apply(what, undefined, args), null, [...path, String(index)], othersWords(args))
    )
  }
  return entriesOf(what).flatMap(([key, inner]) =>
    read(inner, new Map(entriesOf(samplesOfIt)).get(key), [...path, key], given)
  )
}

function entriesOf(what: unknown): readonly (readonly [string, unknown])[] {
  return typeof what === 'object' && what !== null ? Object.entries(what) : []
}

/** Names, and what the service or Figma said: neither is ours to translate. */
function othersWords(args: unknown, key = ''): readonly string[] {
  if (typeof args === 'string') {
    const isTheirs = args.startsWith('@') || ['message', 'detail'].includes(key)
    return isTheirs && args !== '' ? [args] : []
  }
  return entriesOf(args).flatMap(([inner, value]) => othersWords(value, inner))
}

/** What is ours of a text, with 8 in the place of each word that is somebody else's. */
function ours({ text, given }: Said): string {
  return [...given]
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, '8'), text)
}

const texts = (those: readonly Said[]) => those.map(({ where, text }) => `${where}: ${text}`)

/** A title and its sentence are one: what stands in one may stand in the other in another language. */
function mentions(
  those: readonly Said[],
  found: (said: Said) => readonly string[]
): Record<string, string[]> {
  const all: Record<string, string[]> = {}
  for (const one of those) {
    const where = one.where.replace(/ (?:title|sentence)$/, '')
    all[where] = [...new Set([...(all[where] ?? []), ...found(one)])].sort()
  }
  return all
}

it('has samples of what breaks each of the service’s rules', () => {
  expect(brokenRules).toHaveLength(brokenRequests.length + brokenClients.length)
})

describe.each(Object.entries(said))('%s', (_, all) => {
  it('says something everywhere, and nothing that is none', () => {
    const empty = all.filter(({ text }) => text.trim() === '')
    const broken = all.filter((one) => /undefined|null|NaN|\[object|function|=>/.test(ours(one)))
    expect(texts([...empty, ...broken])).toEqual([])
  })

  it('has no space too many, and no straight quotation marks', () => {
    expect(texts(all.filter((one) => /^\s|\s$|\s\s|["']/.test(ours(one))))).toEqual([])
  })
})

describe('both languages', () => {
  it('say the same things', () => {
    expect(said.chinese.map(({ where }) => where)).toEqual(said.english.map(({ where }) => where))
  })

  it('mention the same names and words of others', () => {
    const found = ({ text, given }: Said) => given.filter((word) => text.includes(word.trim()))
    expect(mentions(said.chinese, found)).toEqual(mentions(said.english, found))
  })

  it('mention the same numbers; 1 may be a word', () => {
    const found = (one: Said) => (one.text.match(/\d+(?:[.:]\d+)?/g) ?? []).filter((number) => number !== '1')
    expect(mentions(said.chinese, found)).toEqual(mentions(said.english, found))
  })
})

/** They go by these names in Chinese too. */
const networks = ['Facebook', 'Instagram', 'LinkedIn', 'PicWish', 'X', 'YouTube']

describe('Chinese', () => {
  const all = said.chinese
  const wrong = (pattern: RegExp) => texts(all.filter((one) => pattern.test(ours(one))))

  it('holds no Latin words but units and names', () => {
    const known = ['API', 'Alt', 'E', 'Figma', 'JPEG', 'MB', 'PNG', 'Shift', 'px', ...networks]
    const latin = all.filter((one) =>
      (
        ours(one)
          .replace(/https?:\/\/\S*|npm run relay/g, '')
          .match(/\p{Script=Latin}+/gu) ?? []
      ).some((word) => !known.includes(word))
    )
    expect(texts(latin)).toEqual([])
  })

  it('takes full-width punctuation', () => {
    expect(wrong(/\p{Script=Han}[,.:;!?()]|[,:;!?()]\p{Script=Han}/u)).toEqual([])
  })

  it('has a space between Chinese and Latin characters or digits', () => {
    expect(wrong(/\p{Script=Han}[\p{Script=Latin}\d]|[\p{Script=Latin}\d%]\p{Script=Han}/u)).toEqual([])
  })

  it('has no space between Chinese characters, or beside full-width punctuation', () => {
    expect(wrong(/\p{Script=Han} \p{Script=Han}|\s[，。：；！？、（）“”]|[，。：；！？、（）“”]\s/u)).toEqual(
      []
    )
  })

  it('ends sentences with a stop, and titles without one', () => {
    const titles = all.filter(({ where, text }) => where.endsWith(' title') && /[，。：；！？.]$/.test(text))
    const sentences = all.filter(({ where, text }) => where.endsWith(' sentence') && !/[。”]$/.test(text))
    expect(texts([...titles, ...sentences])).toEqual([])
  })

  it('takes hardly more room than the English, which fits into the window', () => {
    const wide = all.filter((one, index) => {
      const other = said.english[index]
      return other === undefined || columns(ours(one)) > columns(ours(other)) + 4
    })
    expect(texts(wide)).toEqual([])
  })
})

/** About how wide a text is, in Latin characters: a Chinese one takes the room of two. */
function columns(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}，。：；！？、（）]/gu) ?? []).length
}
