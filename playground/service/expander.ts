import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import type { ExpandJob } from './expand-job'

interface WorkerAnswer {
  readonly id: number
  readonly image?: Uint8Array
  readonly problem?: string
}

interface Waiting {
  readonly worker: Worker
  readonly resolve: (image: Uint8Array) => void
  readonly reject: (error: Error) => void
}

const waiting = new Map<number, Waiting>()
let nextId = 1
let starting: Promise<Worker> | undefined

function receive({ id, image, problem }: WorkerAnswer): void {
  const one = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) one?.worker.unref()
  if (image === undefined) one?.reject(new Error(problem ?? 'no image was made'))
  else one?.resolve(image)
}

/**
 * The worker's side as one script. Bundled here, because no loader of TypeScript reaches into workers under every
 * runner and every Node that the project is for; sharp stays outside, at the place where it is installed.
 */
async function bundleWorker(): Promise<string> {
  const sharp = createRequire(import.meta.url).resolve('sharp')
  const { outputFiles } = await build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'expand-worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { sharp },
    external: [sharp]
  })
  return outputFiles[0]?.text ?? ''
}

async function startWorker(): Promise<Worker> {
  const started = new Worker(await bundleWorker(), { eval: true, execArgv: [] })
  started.on('message', receive)
  started.on('error', (error) => {
    starting = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  return started
}

/**
 * Makes one result in the process's one worker, jobs in the order they came. Off the server's own thread, because a
 * second of arithmetic there would bunch the arrival times of requests and make the rate limit unjust.
 */
export async function expandInWorker(job: ExpandJob): Promise<Uint8Array> {
  starting ??= startWorker()
  const worker = await starting
  worker.ref()
  const id = nextId++
  return new Promise((resolve, reject) => {
    waiting.set(id, { worker, resolve, reject })
    worker.postMessage({ id, job })
  })
}
