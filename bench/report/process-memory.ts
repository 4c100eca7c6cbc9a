import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory of all processes that this one has started, and theirs, in bytes; null where /proc is not there. */
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

/** Null for a process that has ended meanwhile. */
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

/** How often memory is looked at, ms. */
const lookEveryMs = 25

/** Watches the memory of all processes that this one has started while something is done: by how much it grew, bytes. */
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
