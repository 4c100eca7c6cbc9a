import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Expansion } from '../../../src/core/expansion/expansion'
import type { Failure } from '../../../src/core/failures'
import { succeed } from '../../../src/core/outcome'
import { failureReport } from '../../../src/ui/report/failure-report'
import { type PrivateTexts, privateTextsIn } from '../../../src/ui/report/private-texts'
import { redact } from '../../../src/ui/report/redact-report'
import { sidesWish } from '../support/sample-drafts'
import { listedOf, sampleEntry } from '../support/sample-entry'
import { shapesSelected } from '../support/sample-selection'
import { key, startModel } from '../support/start-model'

const nothing: PrivateTexts = { key: null, texts: [], names: [] }
const said = (message: string): Failure => ({ kind: 'refused', status: 400, message })
const signed =
  'https://wxtechhk.oss-cn-hongkong.aliyuncs.com/tasks/9f/result.png?Expires=1700000000&OSSAccessKeyId=LTAI5t&Signature=aGVsbG8%3D'

/** What a report with these secrets says of a failure. */
function toldOf(failure: Failure, secrets: Partial<PrivateTexts>): Readonly<Record<string, unknown>> {
  const report = failureReport(failure, null, {
    version: '1.2.3',
    atMs: 0,
    secrets: { ...nothing, ...secrets }
  })
  const { failure: told } = JSON.parse(report) as { readonly failure: Readonly<Record<string, unknown>> }
  return told
}

/** The ways in which a service or the platform may repeat a text. */
const repeats: Readonly<Record<string, (text: string) => string>> = {
  plainly: (text) => text,
  'in one line': (text) => text.replace(/\s+/g, ' '),
  'in capitals': (text) => text.toUpperCase(),
  'as JSON': (text) => JSON.stringify(text),
  'as JSON in JSON': (text) => JSON.stringify(JSON.stringify({ prompt: text })),
  'as JSON of ASCII': (text) =>
    JSON.stringify(text).replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
    ),
  'as an address': (text) => encodeURIComponent(text),
  'as an address in an address': (text) => encodeURIComponent(encodeURIComponent(text)),
  'as a form': (text) => new URLSearchParams({ prompt: text }).toString(),
  'as HTML': (text) =>
    text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>'),
  'in quotes of Python': (text) => `'${text.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'`
}

const prompts = {
  'a sentence': 'a wooden jetty at dawn, long exposure',
  quotes: 'a sign that says "Closed", and the baker’s \'Open\'',
  'line breaks': 'first the sea\nthen the dunes\r\n\tthen nothing',
  backslashes: 'C:\\new\\table \\ north',
  HTML: '<b>bold & "brave"</b>',
  Chinese: '黄昏的海滩，远处有灯塔',
  'a short Chinese word': '海滩',
  'emoji and letters beyond ASCII': '🌊 Ölände över Fjörð',
  'an escape': '100%25 of the %20 sky'
} as const

describe('a prompt', () => {
  for (const [name, prompt] of Object.entries(prompts)) {
    test.each(Object.entries(repeats))(
      `with ${name} is cut out of a message that repeats it %s`,
      (_way, repeat) => {
        const { message } = toldOf(said(`Request <${repeat(prompt)}> was refused: 7`), { texts: [prompt] })
        const [, told = prompt] = /^Request <(.*)> was refused: 7$/s.exec(String(message)) ?? []
        expect(told).toContain('•••')
        expect(lettersLeft(told)).toBe('')
      }
    )
  }

  it('is cut out of a longer message each time', () => {
    const { message } = toldOf(said('red barn? No red barn here: "Red  Barn".'), { texts: ['red barn'] })
    expect(message).toBe('•••? No ••• here: "•••".')
  })

  it('is cut out where a message repeats its longer parts alone', () => {
    const texts = ['a portrait of my neighbour in the garden']
    const { message } = toldOf(said('forbidden: "my neighbour in the" (rule 7)'), { texts })
    expect(message).toBe('forbidden: "•••" (rule 7)')
  })

  test.each([1, 2, 3, 5, 9, 20])(
    'is cut out where a message was cut off after %i of its letters',
    (length) => {
      const prompt = 'zebras on a frozen lake'
      const { message } = toldOf(said(`unknown words: ${prompt.slice(0, length)}…`), { texts: [prompt] })
      expect(message).toMatch(/^unknown words: •••\s?…$/)
    }
  )

  test.each([
    ['a', 'a prompt "a" is bad', '••• prompt "•••" is bad'],
    ['sea', 'Sea: research is overseas', '•••: research is overseas'],
    ['no', 'no such task, not now', '••• such task, not now'],
    ['x', 'prompt=x&size=6x', 'prompt=•••&size=6x'],
    ['7', 'step 7 of 17', 'step ••• of 17'],
    ['海', '提示词海无效', '提示词•••无效'],
    ['🌊', 'bad:🌊!', 'bad:•••!'],
    ['lake', 'lakeside', '•••side']
  ])('of few letters, %j, is cut out as a word: %s', (prompt, message, told) => {
    // Not by way of a report, which takes `prompt=x&size=6x` for a part of a link.
    expect(redact(message.replace('&', ' '), { ...nothing, texts: [prompt] })).toBe(told.replace('&', ' '))
  })

  test.each(['', '  \n', '...', '?!', '"\\"'])('without letters, %j, cuts nothing', (prompt) => {
    expect(toldOf(said('a "b" ... c?!'), { texts: [prompt] })).toMatchObject({ message: 'a "b" ... c?!' })
  })

  it('leaves our own words of the failure as they are', () => {
    const failure: Failure = { kind: 'unreachable', sent: 'no' }
    expect(toldOf(failure, { texts: ['no', 'unreachable'] })).toEqual(failure)
    const refused: Failure = {
      kind: 'task-failed',
      taskId: 't',
      state: -1,
      reason: 'failed',
      message: 'failed'
    }
    expect(toldOf(refused, { texts: ['failed'] })).toEqual({ ...refused, message: '•••' })
  })

  it('whatever it is, is not in a message that repeats it', () => {
    const repeatsInAnyWay = fc.constantFrom(...Object.values(repeats))
    const words = fc.array(
      fc.constantFrom('sea', 'barn', '"', '\\', '\n', '\\n', '海', 'Ö', '🌊', '&', "'"),
      {
        minLength: 4,
        maxLength: 12
      }
    )
    fc.assert(
      fc.property(words, repeatsInAnyWay, (parts, repeat) => {
        const prompt = `lighthouse ${parts.join(' ')} keeper`
        const told = redact(`0 ${repeat(prompt)} 0`, { ...nothing, texts: [prompt] })
        return !/lighthouse|keeper|barn|海/i.test(told)
      })
    )
  })
})

/** What is left of a repeated prompt, without what the way of repeating added and without escaped punctuation. */
function lettersLeft(told: string): string {
  return told
    .replace(/prompt|<br>|%(?:25)*(?:0[ad]|[23][0-9a-f]|5[b-e]|7[b-e])|\\+[nrt]|&#\d\d;/gi, '')
    .replace(/[^\p{L}\p{N}\p{So}]/gu, '')
}

describe('a link', () => {
  it('to a result is told by its origin alone', () => {
    const failure: Failure = { kind: 'download-failed', taskId: 't1', url: signed, status: 403 }
    expect(toldOf(failure, {})).toEqual({
      ...failure,
      url: 'https://wxtechhk.oss-cn-hongkong.aliyuncs.com'
    })
  })

  test.each([
    ['of no server', 'data:image/png;base64,iVBORw0KGgo='],
    ['without a host', '/results/secret.png?Signature=secret'],
    ['that is none', 'secret']
  ])('%s is not told', (_name, url) => {
    expect(toldOf({ kind: 'download-failed', taskId: 't', url, status: 0 }, {})).toMatchObject({ url: '•••' })
  })

  test.each([
    ['alone', signed, /^https:\/\/wxtechhk\.oss-cn-hongkong\.aliyuncs\.com•••$/],
    ['in a sentence', `fetching ${signed} failed`, /^fetching https:\/\/wxtechhk\.\S+\.com••• failed$/],
    ['twice', `${signed} ${signed}`, /^https:\S+\.com••• https:\S+\.com•••$/],
    ['as JSON', JSON.stringify({ url: signed }), /^\{"url":"https:\/\/wxtechhk\.\S+\.com•••$/],
    ['with escaped slashes', signed.replaceAll('/', '\\/'), /^https:\\\/\\\/wxtechhk\.\S+\.com•••$/],
    ['as JSON in JSON of PHP', signed.replaceAll('/', '\\\\\\/'), /wxtechhk/],
    ['as an address', encodeURIComponent(signed), /^•••$/],
    ['as an address in an address', encodeURIComponent(encodeURIComponent(signed)), /^•••$/],
    ['without its scheme', signed.replace('https://', ''), /^wxtechhk\.\S+\.com•••$/],
    ['without its scheme, after slashes', signed.replace('https:', ''), /^\/\/wxtechhk\.\S+\.com•••$/],
    ['without its host', `GET ${signed.replace(/^https:\/\/[^/]+/, '')} 403`, /^GET ••• 403$/],
    ['with a name and a password', signed.replace('://', '://LTAI5t:Signature@'), /^https:\/\/•••wxtechhk/],
    ['in capitals', signed.toUpperCase(), /^HTTPS:\/\/WXTECHHK/],
    ['with a port', 'at http://localhost:8787/tasks/9f/result.png', /^at http:\/\/localhost:8787•••$/],
    ['at a number', 'at 10.0.0.7:80/tasks/9f/result.png now', /^at 10\.0\.0\.7:80••• now$/],
    ['with nothing but a query', 'https://a.example?Signature=1', /^https:\/\/a\.example•••$/],
    ['of pixels', 'bad image data:image/png;base64,LTAI5tLTAI5t= here', /^bad image ••• here$/]
  ])('is cut down to its origin in a message: %s', (_name, message, told) => {
    const { message: kept } = toldOf(said(message), {})
    expect(kept).toMatch(told)
    expect(kept).not.toMatch(/result|signature|expires|LTAI5t|aGVsbG8|9f/i)
  })

  it('that was typed is cut out of a message without its host, and without its query', () => {
    const { texts } = privateTextsIn({ link: 'cdn.example/clients/acme/launch.jpg?v=2' })
    const { message } = toldOf(said('cannot read clients/acme/launch.jpg'), { texts })
    expect(message).toBe('cannot read •••')
  })

  it('leaves numbers, sentences and versions as they are', () => {
    const message = 'HTTP/1.1 400: 3.5 of 4 MB. Use image/png, e.g. and/or v1.2 (10:30).'
    expect(toldOf(said(message), {})).toMatchObject({ message })
  })
})

describe('the key', () => {
  test.each([
    ['plain', key],
    ['with what JSON escapes', 'sk-"quo\\ted"\\n-key'],
    ['with nothing but what JSON escapes', '"\\"\\'],
    ['with a line break', 'sk-1234\n5678'],
    ['with what addresses escape', 'sk/+= &?#key']
  ])('%s is cut out however it is spelled', (_name, secret) => {
    for (const spelled of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
      const { message } = toldOf(said(`bad key <${spelled}> `), { key: secret })
      expect(message).toBe('bad key <•••> ')
    }
  })

  it('is cut out of every field', () => {
    for (const failure of [
      { kind: 'broken', detail: key },
      { kind: 'no-image', taskId: key, detail: key },
      { kind: 'download-failed', taskId: key, url: `https://${key}.example/`, status: 0 }
    ] as const) {
      expect(JSON.stringify(toldOf(failure, { key }))).not.toContain(key)
    }
  })
})

describe('a name', () => {
  it('of a layer or a file is cut out of what the platform says', () => {
    const failure: Failure = {
      kind: 'cannot-write',
      detail: 'in set_fills: "Hero (ACME)" of Launch.fig is locked'
    }
    expect(toldOf(failure, { names: ['Hero (ACME)', 'Launch.fig'] })).toEqual({
      ...failure,
      detail: 'in set_fills: "•••)" of ••• is locked'
    })
  })

  it('is not taken to be repeated by a part of it', () => {
    const failure: Failure = { kind: 'cannot-write', detail: 'in createRectangle: failed' }
    expect(toldOf(failure, { names: ['Rectangle 12'] })).toEqual(failure)
  })
})

describe('Copy details', () => {
  const order: Expansion = {
    ...sidesWish,
    name: 'Secret layer',
    prompt: 'secret prompt',
    runId: 'r',
    seed: 1
  }
  const entry = { ...sampleEntry, file: { id: 'f', name: 'Secret file' } }

  it('cuts out all that the window knows, of this order and of all others', async () => {
    const model = await startModel({
      answers: {
        'describe-selection': () => succeed(shapesSelected('Chosen layer')),
        'list-entries': () => succeed({ ...listedOf([entry]), here: { id: 'g', name: 'This document' } })
      },
      stored: { prompts: ['earlier prompt'] }
    })
    model.typePrompt('present prompt')
    model.typeLink('https://cdn.example/private/picture.jpg')
    const all = [
      key,
      'Secret layer',
      'secret prompt',
      'Secret file',
      'Chosen layer',
      'earlier prompt',
      'This document',
      'present prompt',
      'private/picture.jpg'
    ]
    model.copyFailure(said(all.map((text) => `<${text}>`).join(' ')), order)
    const { failure } = JSON.parse(model.copied[0] ?? '') as { readonly failure: unknown }
    expect(failure).toEqual(said(all.map(() => '<•••>').join(' ')))
  })

  it('tells the sizes, the seed and the version', async () => {
    const model = await startModel()
    model.copyFailure({ kind: 'node-gone' }, order)
    expect(JSON.parse(model.copied[0] ?? '')).toMatchObject({
      plugin: 'Full Bleed 1.2.3',
      failure: { kind: 'node-gone' },
      request: order.plan.kind,
      placing: 'grow',
      canvas: order.plan.canvas,
      seed: 1
    })
  })
})
