import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { readCliOptions } from '../../../playground/service/cli-options'
import { faultNotes, noFaults } from '../../../playground/service/faults'
import { apiPath } from './session'

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const entry = fileURLToPath(new URL('../../../playground/service/cli.ts', import.meta.url))

function run(...options: string[]) {
  return spawn(process.execPath, ['--import', loader, entry, ...options], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
}

test('starts, says what and where it is, takes keys and faults', async () => {
  const child = run('--port', '0', '--key', 'mine', '--fault', 'poll-status=503', '--fault', 'latency=1')
  const line = String(await once(child.stdout, 'data'))
  expect(line).toMatch(/stand-in, no AI.*http:\/\/localhost:\d+, faults: poll-status=503 latency=1\n$/)
  const url = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
  const response = await fetch(`${url}${apiPath}/any`, { headers: { 'X-API-KEY': 'mine' } })
  expect(response.status).toBe(503)
  child.kill()
  await once(child, 'close')
})

test('--help lists every fault', async () => {
  const child = run('--help')
  let out = ''
  child.stdout.on('data', (text) => (out += String(text)))
  expect(await once(child, 'close')).toEqual([0, null])
  for (const name of Object.keys(faultNotes)) expect(out).toContain(`  ${name} `)
})

test('what is not said', () => {
  expect(readCliOptions([])).toEqual({
    kind: 'start',
    service: { port: 8787, processingMs: 1500, keys: ['demo-key'], faults: noFaults },
    faultNames: []
  })
})

test('several keys and faults', () => {
  const args = [
    '--key',
    'a',
    '--key=b',
    '--fault',
    'stuck',
    '--fault=state=-8',
    '--processing',
    '5',
    '--port=0'
  ]
  expect(readCliOptions(args)).toMatchObject({
    service: { port: 0, processingMs: 5, keys: ['a', 'b'], faults: { stuck: true, state: -8, latency: 0 } }
  })
})

test.each([
  [['--port', 'x'], 'no such port'],
  [['--port', '65536'], 'no such port'],
  [['--fault', 'no-such'], 'no fault'],
  [['--fault', 'latency=long'], 'latency'],
  [['--processing', 'x'], 'milliseconds'],
  [['--nonsense'], 'nonsense'],
  [['nonsense'], 'nonsense']
])('%j is refused', (args, words) => {
  expect(() => readCliOptions(args)).toThrow(words)
})
