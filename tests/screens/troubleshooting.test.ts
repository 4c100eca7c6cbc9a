import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  faultKinds,
  faultPicture,
  troubleshooting,
  troubleshootingFile
} from '../../playground/testing/screens'
import { english } from '../../src/ui/words/english'

/** All pictures together: they are in every clone. */
const mostPictureBytes = 1_000_000

describe('docs/troubleshooting.md', () => {
  it('says what the window says now (made by `npm run faults`)', async () => {
    expect(readFileSync(troubleshootingFile, 'utf8')).toBe(await troubleshooting(english))
  })

  it('has a picture of every kind of failure, and no other', () => {
    expect(readdirSync('docs/faults').sort()).toEqual(faultKinds.map((kind) => `${kind}.png`).sort())
  })

  it('is small', () => {
    const bytes = faultKinds.map((kind) => statSync(`docs/${faultPicture(kind)}`).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostPictureBytes)
    expect(Math.min(...bytes)).toBeGreaterThan(0)
  })
})
