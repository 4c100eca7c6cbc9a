import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { english } from '../../../src/ui/words/english'
import { placedTitle } from '../../end-to-end/expected-words'
import { openOn, openPluginSession, type PluginSession } from '../../end-to-end/plugin-session'

let session: PluginSession | null = null
afterEach(() => session?.close())

test('the built window holds the pixel work once', () => {
  const ofCanvas = 'no canvas of '
  expect(readFileSync('src/raster/canvas/canvas.ts', 'utf8')).toContain(ofCanvas)
  expect(readFileSync('build/ui.js', 'utf8').split(ofCanvas)).toHaveLength(2)
})

test.each([
  ['in one worker', false, 1],
  ['in its own thread where workers are refused', true, 0]
])('the plugin expands %s', async (_how, noWorkers, workers) => {
  session = await openPluginSession({ scene: 'banner', switches: { noWorkers } })
  let started = 0
  session.page.on('worker', () => started++)
  await openOn(session, 'Web banner')
  await session.press(english.expand.action)
  await session.says(placedTitle('grown'))
  expect(started).toBe(workers)
})
