import { build } from 'esbuild'
import { getQuickJS, type QuickJSContext } from 'quickjs-emscripten'
import { median } from '../report/median'
import type { Row } from '../report/row'

/** Side of the largest mask, px. */
const side = 4096

const cases = [
  { name: 'rectangle', degrees: 0, radius: 0, limitMs: 40 },
  { name: 'rounded box', degrees: 0, radius: 300, limitMs: 300 },
  { name: 'rounded box, turned by 1°', degrees: 1, radius: 300, limitMs: 300 },
  { name: 'rounded box, turned by 30°', degrees: 30, radius: 300, limitMs: 300 },
  { name: 'rounded box, turned by 89°', degrees: 89, radius: 300, limitMs: 300 }
] as const

/** Script that runs in the VM: makes each mask by our writer and by fast-png. */
const source = `
import { buildMask } from './src/core/mask/build-mask'
import { encode } from 'fast-png'
const shape = (side, degrees, radius) => {
  const angle = (degrees / 180) * Math.PI
  const cos = degrees === 0 ? 1 : Math.cos(angle)
  const sin = degrees === 0 ? 0 : Math.sin(angle)
  const s = side / 4096
  return { width: 1800 * s, height: 1500 * s, radii: [radius * s, radius * s, radius * s, radius * s],
    place: [[cos, -sin, 1900 * s], [sin, cos, 500 * s]] }
}
globalThis.ours = (side, degrees, radius) =>
  buildMask({ width: side, height: side }, { kept: [shape(side, degrees, radius)], clip: null }, false).length
globalThis.writing = (length) => {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    bytes[at] = at & 255
  }
  return bytes.length
}
globalThis.peers = (side) => {
  const { width, height, place: [[, , x], [, , y]] } = shape(side, 0, 0)
  const data = new Uint8Array(side * side * 3)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const keep = column + 0.5 >= x && column + 0.5 < x + width && row + 0.5 >= y && row + 0.5 < y + height
      if (!keep) {
        const at = (row * side + column) * 3
        data[at] = 255
        data[at + 1] = 255
        data[at + 2] = 255
      }
    }
  }
  return encode({ width: side, height: side, data, channels: 3, depth: 8 }).length
}
`

/**
 * Measures the mask in QuickJS, where the plugin makes it. Each row gives the median time of a 4096 × 4096 mask and its ratios to
 * writing as many bytes in the same VM and to the same mask by fast-png, which visits every pixel.
 */
export async function measureMasks(): Promise<readonly Row[]> {
  const context = await openVm()
  console.error('fast-png in the same VM takes some minutes …')
  const peer = run(context, `peers(${side})`)
  const rows: Row[] = cases.map(({ name, degrees, radius, limitMs }) => {
    const runs = Array.from({ length: 9 }, () => run(context, `ours(${side}, ${degrees}, ${radius})`))
    const ms = median(runs.map((each) => each.ms))
    const length = runs[0]?.value ?? 0
    const floor = median(Array.from({ length: 9 }, () => run(context, `writing(${length})`).ms))
    return {
      what: `mask ${side} × ${side} in QuickJS: ${name}`,
      measured: `${ms.toFixed(1)} ms, ${((runs[0]?.value ?? 0) / 1000).toFixed(1)} kB`,
      beside: `writing as many bytes one by one: ${floor.toFixed(1)} ms; fast-png, rectangle: ${(peer.ms / 1000).toFixed(1)} s, ${(peer.value / 1000).toFixed(1)} kB`,
      ratio: `${(ms / floor).toFixed(1)} of the floor; 1 : ${Math.round(peer.ms / ms)}`,
      goal: `≤ ${limitMs} ms, ≤ 100 kB`,
      isMet: ms <= limitMs && (runs[0]?.value ?? Infinity) <= 100_000
    }
  })
  const small = memoryOf(context, 'ours(1024, 30, 300)')
  const large = memoryOf(context, 'ours(4096, 30, 300)')
  context.dispose()
  return [
    ...rows,
    {
      what: 'buffers of a turned mask, 4096 px a side',
      measured: `${(large / 1000).toFixed(0)} kB`,
      beside: `1024 px a side: ${(small / 1000).toFixed(0)} kB (1/16 of the pixels, 1/4 of the rows)`,
      ratio: (large / small).toFixed(1),
      goal: 'grows with the rows, not with the pixels (ratio under 16)',
      isMet: large / small < 16
    }
  ]
}

/** The VM with our writer. */
export interface MaskVm {
  /** Times, ms, of a mask of a rotated, rounded box, `side` px, repeatedly. */
  readonly timeMask: (side: number, turns: number) => readonly number[]
  readonly close: () => void
}

export async function openMaskVm(): Promise<MaskVm> {
  const context = await openVm()
  return {
    timeMask: (size, turns) => Array.from({ length: turns }, () => run(context, `ours(${size}, 30, 300)`).ms),
    close: () => {
      context.dispose()
    }
  }
}

async function openVm(): Promise<QuickJSContext> {
  const bundle = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2017'
  })
  const context = (await getQuickJS()).newContext()
  // fast-png creates both when it is loaded, and uses neither for pixels.
  context
    .unwrapResult(context.evalCode('globalThis.TextDecoder = class {}; globalThis.TextEncoder = class {}'))
    .dispose()
  context.unwrapResult(context.evalCode(bundle.outputFiles[0]?.text ?? '')).dispose()
  return context
}

function run(context: QuickJSContext, code: string): { readonly ms: number; readonly value: number } {
  const start = performance.now()
  const result = context.unwrapResult(context.evalCode(code))
  const ms = performance.now() - start
  const value = context.getNumber(result)
  result.dispose()
  return { ms, value }
}

/** Counts the bytes of all buffers that a mask allocates. */
function memoryOf(context: QuickJSContext, code: string): number {
  return run(
    context,
    `(() => {
      const Native = Uint8Array
      let bytes = 0
      globalThis.Uint8Array = class extends Native {
        constructor(...args) {
          super(...args)
          if (typeof args[0] === 'number') bytes += args[0]
        }
      }
      ${code}
      globalThis.Uint8Array = Native
      return bytes
    })()`
  ).value
}
