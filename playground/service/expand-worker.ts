import { parentPort } from 'node:worker_threads'
import { expand } from './expand'
import type { ExpandJob } from './expand-job'

/** The other side of `expander.ts`: makes one result after another off the server's thread. */
parentPort?.on('message', ({ id, job }: { id: number; job: ExpandJob }) => {
  expand(job).then(
    (image) => parentPort?.postMessage({ id, image }),
    (error: unknown) => parentPort?.postMessage({ id, problem: String(error) })
  )
})
