interface Knot {
  readonly weight: number
  readonly symbols: readonly number[]
}

/**
 * Computes the lengths of Huffman codes for symbols that come this often, none longer than `longest` bits; 0 where a symbol
 * never comes. Where a code would be too long, how often each symbol comes is levelled until none is.
 */
export function codeLengths(frequencies: Uint32Array, longest: number): Uint8Array {
  let weights = frequencies
  for (;;) {
    const lengths = huffmanLengths(weights)
    if (Math.max(...lengths) <= longest) {
      return lengths
    }
    weights = weights.map((weight) => (weight === 0 ? 0 : (weight >> 1) + 1))
  }
}

/** Huffman's method (1952) with two queues: the rarest two are joined until one is left. */
function huffmanLengths(weights: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(weights.length)
  const leaves: Knot[] = []
  weights.forEach((weight, symbol) => {
    if (weight > 0) leaves.push({ weight, symbols: [symbol] })
  })
  leaves.sort((one, other) => one.weight - other.weight)
  const joined: Knot[] = []
  let leaf = 0
  let join = 0
  const rarest = (): Knot => {
    const [one, other] = [leaves[leaf], joined[join]]
    if (one !== undefined && (other === undefined || one.weight <= other.weight)) {
      leaf++
      return one
    }
    join++
    return other ?? { weight: 0, symbols: [] }
  }
  for (let count = 1; count < leaves.length; count++) {
    const one = rarest()
    const other = rarest()
    const symbols = [...one.symbols, ...other.symbols]
    for (const symbol of symbols) {
      lengths[symbol] = (lengths[symbol] ?? 0) + 1
    }
    joined.push({ weight: one.weight + other.weight, symbols })
  }
  return lengths
}
