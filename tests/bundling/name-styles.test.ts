import { expect, it } from 'vitest'
import { nameStyles } from '../../bundling/name-styles'

const style = (id: string): string =>
  `if(document.getElementById("${id}")===null){let e=document.createElement("style");e.id="${id}"}`

it('makes the same of code that was built in other places', () => {
  const named = nameStyles(style('d44ae934d9') + style('00000fffff') + style('d44ae934d9'))
  expect(named).toBe(nameStyles(style('8b0a3ec9bd') + style('1234567890') + style('8b0a3ec9bd')))
  expect(named).toBe(style('style-0') + style('style-1') + style('style-0'))
})

it('leaves everything else as it is', () => {
  const code = 'document.getElementById("root");const seed="d44ae934d9"'
  expect(nameStyles(code)).toBe(code)
})
