/**
 * Numbers the styles of the window's code. The build tool names each after the path of its file on the machine that builds,
 * so that the same code would be other bytes elsewhere.
 */
export function nameStyles(code: string): string {
  const ids = new Set([...code.matchAll(/\.getElementById\("([0-9a-f]{10})"\)/g)].map(([, id = '']) => id))
  return [...ids].reduce((named, id, index) => named.replaceAll(`"${id}"`, `"style-${index}"`), code)
}
