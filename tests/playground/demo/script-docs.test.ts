import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { stepKinds } from '../../../playground/demo/script/steps/step-kinds'
import { defaultSwitches } from '../../../playground/host/switches'
import { faultNotes, noFaults } from '../../../playground/service/faults'

describe('docs/demo-script.md', () => {
  it('lists every step and every switch with what it is at first', async () => {
    const lines = (await readFile('docs/demo-script.md', 'utf8'))
      .split('\n')
      .map((line) => line.replace(/ +/g, ' '))
    const missing = (beginning: string): boolean => !lines.some((line) => line.startsWith(beginning))
    const steps = [...stepKinds.keys()].map((name) => `| \`{ "${name}": `)
    const switches = Object.entries({ ...noFaults, ...defaultSwitches }).map(
      ([name, value]) => `| \`${name}\` | \`${JSON.stringify(value)}\` |`
    )
    expect([...steps, ...switches].filter(missing)).toEqual([])
  })

  it('says of each switch of the service what `npm run service` says of it', async () => {
    const text = await readFile('docs/demo-script.md', 'utf8')
    expect(Object.values(faultNotes).filter(({ about }) => !text.includes(about))).toEqual([])
  })
})
