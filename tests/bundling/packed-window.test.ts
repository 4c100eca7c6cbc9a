import { expect, it } from 'vitest'
import { isPacked, packWindow, unpackWindow } from '../../bundling/packed-window'

const code = 'console.log("扩展 </script> ’“");'.repeat(500)

it('packs code into a far shorter script, and unpacks it again', () => {
  const script = packWindow(code)
  expect(script.length).toBeLessThan(code.length / 4)
  expect(unpackWindow(script)).toBe(code)
})

it('has nothing in it that would end the script that it stands in', () => {
  expect(packWindow(code)).not.toContain('</')
})

it('tells what is packed from what is not, which is its own code', () => {
  expect([isPacked(packWindow(code)), isPacked(code)]).toEqual([true, false])
  expect(unpackWindow(code)).toBe(code)
})
