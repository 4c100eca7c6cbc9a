import { readdirSync, readFileSync } from 'node:fs'

/** Reads the resident memory of all descendant processes, bytes; null without /proc. */
export function memoryOfChildren(): number | null {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readProcess(Number(name)) ?? [])
    const family = new Set([process.pid])
    for (let size = 0; size !== family.size;) {
      size = family.size
      for (const { pid, parent } of processes) {
        if (family.has(parent)) {
          family.add(pid)
        }
      }
    }
    return processes
      .filter(({ pid }) => pid !== process.pid && family.has(pid))
      .reduce((sum, { bytes }) => sum + bytes, 0)
  } catch {
    return null
  }
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly bytes: number
}

/** Reads one process; null if it ended meanwhile. */
function readProcess(pid: number): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string): number =>
      Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    return { pid, parent: field('PPid'), bytes: field('VmRSS') * 1024 }
  } catch {
    return null
  }
}

/** Interval of the measurements, ms. */
const lookEveryMs = 25

/** Measures by how much the memory of all descendant processes grows during some work, bytes. */
export async function memoryGrowth(work: () => Promise<unknown>): Promise<number> {
  const before = memoryOfChildren() ?? NaN
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOfChildren() ?? NaN)
  }, lookEveryMs)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return peak - before
}
