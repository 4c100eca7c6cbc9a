/** Makes a random id for a file or a window. */
export function randomId(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2)
}
