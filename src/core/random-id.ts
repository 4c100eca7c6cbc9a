/** Makes an id that no other is likely to be: of a file, of a window. */
export function randomId(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2)
}
