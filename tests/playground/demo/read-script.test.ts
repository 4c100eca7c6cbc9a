import { readdir, readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { readScript } from '../../../playground/demo/script/read-script'

const kinds = [
  'select',
  'resize',
  'move',
  'open',
  'press',
  'type',
  'choose',
  'key',
  'hold',
  'dragEdge',
  'wait',
  'closePlugin',
  'undo',
  'fault',
  'clock',
  'storage',
  'expect',
  'snapshot'
]

describe('readScript', () => {
  test.each([
    { select: 'Photo' },
    { select: ['Photo', 'Other'] },
    { resize: { layer: 'Frame', right: 300 } },
    { resize: { layer: 'Frame', left: 1, top: 2, right: -3, bottom: 4.5 } },
    { move: { layer: 'Photo', x: 10, y: 0 } },
    { open: 'expand' },
    { open: 'fillFrame' },
    { open: 'expandAgain' },
    { press: 'Expand' },
    { type: { field: 'Prompt', text: '' } },
    { choose: { group: 'Variants', option: '2' } },
    { key: 'Control+Enter' },
    { hold: { button: 'Hold for original', ms: 500 } },
    { dragEdge: { side: 'right', by: -300 } },
    { wait: 'idle' },
    { wait: 'sending' },
    { wait: 'waiting', timeoutMs: 90_000 },
    { wait: 'placed', window: 2 },
    { closePlugin: true },
    { undo: true },
    { fault: { 'poll-status': 404, 'several-images': 4, exportDelayMs: 100 } },
    { clock: 61 },
    { clock: 0.5 },
    { storage: { key: null } },
    { storage: { settings: { maskIsInverted: true }, 'task:1': { any: 'thing' } } },
    { expect: 'Expanded' },
    { snapshot: 'an hour later' }
  ])('reads %j', (step) => {
    const read = readScript(JSON.stringify([step]))
    expect(read.ok ? read.value : read.failure).toEqual([
      expect.objectContaining({
        source: step,
        window: 'window' in step ? 2 : 1,
        timeoutMs: 'timeoutMs' in step ? 90_000 : null
      })
    ])
  })

  it('reads an empty list', () => {
    expect(readScript(' [ ]\n')).toEqual({ ok: true, value: [] })
  })

  test.each([
    ['', 1, 'the file ends too early'],
    ['\n{ "press": "Expand" }', 2, 'a script is a list of steps'],
    ['[\n  { "press": "Expand" },\n', 2, 'the file ends too early'],
    ['[\n  { "press": "Expand" }\n  { "wait": "idle" }\n]', 3, '“,” or “]” is wanted and not {'],
    ['[\n  { "press": "Expand" },\n]', 3, '] is no JSON'],
    ['[\n  { "press": \'Expand\' }\n]', 2, "'Expand' } is no JSON"],
    ['[\n  {\n    "press": Expand\n  }\n]', 3, 'Expand is no JSON'],
    ['[\n  {\n    press: "Expand"\n  }\n]', 3, 'a name is wanted and not press'],
    ['[\n  { "press" "Expand" }\n]', 2, '“:” is wanted and not "Expand"'],
    ['[{ "undo": true }]\n\n[]', 3, 'after the list comes ['],
    ['[\n\n  "Expand"\n]', 3, '"Expand" is no step'],
    ['[\n  { "undo": true },\n  { "click": "Expand" }\n]', 3, 'there is no step “click”; there are select,'],
    ['[\n  {}\n]', 2, 'this step has no name'],
    ['[\n  { "window": 2 }]', 2, 'this step has no name'],
    ['[{ "undo": true, "press": "Keep" }]', 1, '“undo” and “press” are steps of their own'],
    ['[{ "undo": true, "window": 3 }]', 1, 'undo: "window" is 1 or 2'],
    ['[{ "wait": "idle", "timeoutMs": "long" }]', 1, 'wait: "timeoutMs" is a number'],
    ['[\n  { "wait": "ready" }]', 2, 'wait: Invalid type'],
    ['[\n  { "open": "Expand…" }]', 2, 'open: Invalid type'],
    ['[\n  { "resize": { "layer": "Photo", "width": 3 } }]', 2, 'resize: width:'],
    ['[\n  { "dragEdge": { "side": "right" } }]', 2, 'dragEdge: by:'],
    ['[\n  { "closePlugin": false }]', 2, 'closePlugin: Invalid type'],
    ['[\n  { "fault": { "no-such": 1 } }]', 2, 'fault: there is no switch “no-such”'],
    ['[\n  { "fault": { "poll-status": 405 } }]', 2, 'fault: fault poll-status: Invalid type'],
    ['[\n  { "fault": { "exportDelayMs": -1 } }]', 2, 'fault: switch exportDelayMs: Invalid value'],
    ['[\n  { "clock": -5 }]', 2, 'clock: Invalid value'],
    ['[\n  { "snapshot": "../elsewhere" }]', 2, 'snapshot: Invalid value']
  ])('refuses %j in line %i: %s', (text, line, message) => {
    const read = readScript(text)
    expect(read.ok ? 'read' : `${read.failure.line}: ${read.failure.message}`).toContain(
      `${line}: ${message}`
    )
  })

  it('reads the scripts that come with the project, which show every kind of step between them', async () => {
    const names = await readdir('playground/demo/scripts')
    const used = new Set<string>()
    for (const name of names) {
      const read = readScript(await readFile(`playground/demo/scripts/${name}`, 'utf8'))
      expect(read.ok ? null : `${name}:${read.failure.line}: ${read.failure.message}`).toBeNull()
      for (const { source } of read.ok ? read.value : []) {
        for (const kind of Object.keys(v.parse(v.looseObject({}), source))) used.add(kind)
      }
    }
    expect(kinds.filter((kind) => !used.has(kind))).toEqual([])
  })
})
