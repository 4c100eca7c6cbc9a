import { longestMatch, matchLengths, symbolCount } from '../../core/png/deflate-codes'
import { filterRow, filters, type Filter } from './filter-row'
import { zerosFrom } from './zeros-from'

/** Every so many rows one is looked at. */
const sampled = 16

/** A filter, and how often each symbol comes with it: a sample, of which no symbol is missing. */
interface ChosenFilter {
  readonly filter: Filter
  readonly frequencies: Uint32Array
}

/** Chooses the filter with which rows of pixels (RGBA in one number), below the row `above`, take about the fewest bits. */
export function chooseFilter(rows: readonly Uint32Array[], above: Uint32Array): ChosenFilter {
  const tried = Object.values(filters).map((filter) => {
    const frequencies = frequenciesOf(filter, rows, above)
    return { filter, frequencies, bits: bitsOf(frequencies) }
  })
  return tried.reduce((best, other) => (other.bits < best.bits ? other : best))
}

function frequenciesOf(filter: Filter, rows: readonly Uint32Array[], above: Uint32Array): Uint32Array {
  const frequencies = new Uint32Array(symbolCount).fill(1)
  const filtered = new Uint8Array(1 + 3 * (rows[0]?.length ?? 0))
  for (let y = Math.min(1, rows.length - 1); y < rows.length; y += sampled) {
    const row = rows[y]
    if (row !== undefined) {
      filterRow(filter, row, rows[y - 1] ?? above, filtered)
      count(filtered, frequencies)
    }
  }
  return frequencies
}

/** Counts about the symbols that the writer of blocks writes for these bytes. */
function count(bytes: Uint8Array, frequencies: Uint32Array): void {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    frequencies[byte] = (frequencies[byte] ?? 0) + 1
    at++
    const zeros = byte === 0 ? zerosFrom(bytes, at, longestMatch) : 0
    if (zeros >= 3) {
      const symbol = matchLengths.symbols[zeros] ?? 0
      frequencies[symbol] = (frequencies[symbol] ?? 0) + 1
      at += zeros
    }
  }
}

/** The fewest bits that codes of their own can bring these symbols to (Shannon 1948). */
function bitsOf(frequencies: Uint32Array): number {
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0)
  return frequencies.reduce((sum, frequency) => sum + frequency * Math.log2(total / frequency), 0)
}
