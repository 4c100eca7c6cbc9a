import { describe, expect, it, test } from 'vitest'
import { switchedExport } from '../../../playground/host/switched-export'
import { defaultSwitches, type Switches } from '../../../playground/host/switches'
import { outcome } from './start-plugin'

const made = `const frame = figma.createFrame(); `

describe('exportAsync', () => {
  const invalid = "throws in exportAsync: Property 'settings' failed validation: "
  const cases: readonly (readonly [string, string])[] = [
    ['return (await frame.exportAsync()).length', '3'],
    [
      `return (await frame.exportAsync({ format: 'PNG', constraint: { type: 'WIDTH', value: 20 }, useAbsoluteBounds: true, contentsOnly: true, colorProfile: 'SRGB' })).length`,
      '3'
    ],
    [
      `await frame.exportAsync({ format: 'PNG', constraints: { type: 'SCALE', value: 2 } })`,
      `${invalid}Unrecognized key(s) in object: 'constraints'`
    ],
    [
      `await frame.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: 2, x: 1 } })`,
      `${invalid}Unrecognized key(s) in object: 'x' at .constraint`
    ],
    [
      `await frame.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: '2' } })`,
      `${invalid}Expected number, received string at .constraint.value`
    ],
    [
      `await frame.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: 0 } })`,
      `${invalid}Number must be greater than 0 at .constraint.value`
    ],
    [
      `await frame.exportAsync({ format: 'WEBP' })`,
      `${invalid}Invalid enum value. Expected 'PNG' | 'JPG', received 'WEBP' at .format`
    ],
    ['await frame.exportAsync({})', `${invalid}Required at .format`],
    [
      `frame.visible = false; await frame.exportAsync()`,
      'throws in exportAsync: Failed to export node. This node may not have any visible layers.'
    ]
  ]
  test.each(cases)('%s', async (statements, expected) => {
    expect(await outcome(made + statements)).toBe(expected)
  })

  it('rejects, it does not throw', async () => {
    expect(
      await outcome(`${made} const promise = frame.exportAsync({}); return promise.catch(() => 'rejected')`)
    ).toBe('"rejected"')
  })
})

describe('the switches', () => {
  const run = (switches: Partial<Switches>, statements: string): Promise<string> =>
    outcome(made + statements, {
      exportNode: switchedExport(
        () => Promise.resolve(new Uint8Array(1)),
        () => ({ ...defaultSwitches, ...switches })
      )
    })

  it('an export can fail with an error', async () => {
    expect(await run({ exportFailure: 'error' }, 'await frame.exportAsync()')).toMatch(
      /^throws in exportAsync: Failed to export node/
    )
  })

  it('an export can fail with a plain string', async () => {
    const result = await run(
      { exportFailure: 'string' },
      'await frame.exportAsync().catch((error) => { throw new Error(typeof error) })'
    )
    expect(result).toBe('throws string')
  })

  it('a node that is removed while its export is late rejects', async () => {
    const result = await run(
      { exportDelayMs: 5 },
      'const promise = frame.exportAsync(); frame.remove(); await promise'
    )
    expect(result).toMatch(/^throws in exportAsync: The node with id ".*" does not exist$/)
  })
})
