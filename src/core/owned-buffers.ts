/** Finds the buffers of all byte arrays in plain data, each once: the transferables of a message. */
export function ownedBuffers(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  collect(value, found)
  return [...found]
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) {
    return
  }
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) {
      found.add(value.buffer)
    }
    return
  }
  for (const part of Object.values(value)) {
    collect(part, found)
  }
}
