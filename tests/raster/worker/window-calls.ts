import { longestText } from '../../../src/raster/answer/parse-json'
import type { FinishHandle } from '../../../src/raster/finish/finishing-tasks'
import type { RasterClient } from '../../../src/raster/worker/raster-client'
import { rasterTasks } from '../../../src/raster/worker/raster-tasks'
import { createRasterPort } from '../../../src/ui/raster-port'
import { canvasPlan, type SampleCalls, sampleCalls } from './sample-calls'

/** What the tests have a window do. What it returns goes to the test as JSON. */
export interface WindowCalls {
  /** Does each sample through the port and directly; says which came out the same, and which failed. */
  readonly doBothWays: (source: string) => Promise<readonly string[]>
  /** Has a worker brought down with calls under way: what became of them, and of the calls before and after. */
  readonly crash: (source: string) => Promise<readonly unknown[]>
  /**
   * A result finished by the worker that prepared it, and by one that was started after; says for each whether it came out as
   * without anything prepared.
   */
  readonly finishPrepared: (source: string) => Promise<readonly boolean[]>
  /** What a worker prepares that goes down with it, and the number of the next one's first call after something was released. */
  readonly prepareInVain: (source: string) => Promise<readonly unknown[]>
  /** Sizes of the blobs in which long texts come, and whether the same text comes as the same blob. */
  readonly readLongTexts: (source: string) => Promise<unknown>
  /** An error that a task throws. */
  readonly fail: (source: string) => Promise<unknown>
}

async function doAll(
  tasks: RasterClient | typeof rasterTasks,
  samples: SampleCalls
): Promise<readonly string[]> {
  const results: readonly unknown[] = await Promise.all([
    tasks.parseJson(...samples.parseJson),
    tasks.decodeBase64(...samples.decodeBase64),
    tasks.prepareUpload(...samples.prepareUpload),
    tasks.composeCanvas(...samples.composeCanvas),
    tasks.writeRefinedMask(...samples.writeRefinedMask),
    Promise.resolve(tasks.prepareFinish(...samples.prepareFinish)).then((handle) => typeof handle),
    tasks.releaseFinish(...samples.releaseFinish),
    tasks.finishReceived(...samples.finishReceived),
    tasks.makeThumbnail(...samples.makeThumbnail),
    tasks.thumbnailOfFile(...samples.thumbnailOfFile)
  ])
  return Promise.all(results.map(textOf))
}

/** A result as text, with the bytes of its files. */
async function textOf(result: unknown): Promise<string> {
  const files: Promise<ArrayBuffer>[] = []
  const text = JSON.stringify(result, (_key, part: unknown) => {
    if (part instanceof Blob) files.push(part.arrayBuffer())
    return part instanceof Uint8Array ? [...part] : part
  })
  const bytes = (await Promise.all(files)).map((file) => new Uint8Array(file).join())
  return [text, ...bytes].join('\n')
}

const calls: WindowCalls = {
  doBothWays: async (source) => {
    // Bytes are handed over: each takes its own.
    const there = await doAll(createRasterPort(source), await sampleCalls())
    const here = await doAll(rasterTasks, await sampleCalls())
    return there.map((result, index) =>
      result.startsWith('{"ok":false') ? result : result === here[index] ? 'same' : 'different'
    )
  },

  crash: async (source) => {
    const raster = createRasterPort(source)
    const count = (): Promise<unknown> => raster.parseJson(new Blob())
    const options = { matchSeam: true, keepPixels: true }
    const before = [await count(), await count()]
    const underWay = await Promise.all([
      raster.composeCanvas(canvasPlan, []),
      raster.finishReceived(new Uint8Array(1), null, options)
    ])
    return [...before, ...underWay, await count()]
  },

  finishPrepared: async (source) => {
    const finish = async (raster: RasterClient, handle: FinishHandle | null): Promise<string> => {
      const [result, sent, options] = (await sampleCalls()).finishReceived
      return textOf(await raster.finishReceived(result, sent, options, handle))
    }
    const [before, after] = [createRasterPort(source), createRasterPort(source)]
    const handle = await before.prepareFinish(...(await sampleCalls()).prepareFinish)
    const plain = await finish(before, null)
    const made = [await finish(before, handle), await finish(after, handle)]
    return made.map((each) => handle !== null && each.startsWith('{"ok":true') && each === plain)
  },

  prepareInVain: async (source) => {
    const raster = createRasterPort(source)
    const { prepareFinish } = await sampleCalls()
    const handle = await raster.prepareFinish(...prepareFinish)
    await raster.releaseFinish(1)
    return [handle, await raster.parseJson(new Blob())]
  },

  readLongTexts: async (source) => {
    const long = 'a'.repeat(longestText + 1)
    const json = JSON.stringify([long, long, `${long}b`, 'short'])
    const read = await createRasterPort(source).parseJson(new Blob([json]))
    const [one, same, other, short] = Array.isArray(read) ? (read as readonly unknown[]) : []
    const size = (text: unknown): unknown => (text instanceof Blob ? text.size : text)
    return { sizes: [size(one), size(other), size(short)], isSame: one === same, isOther: one !== other }
  },

  fail: async (source) => {
    try {
      return await createRasterPort(source).writeRefinedMask({ width: 1, height: 1 }, [], false)
    } catch (error) {
      return String(error)
    }
  }
}

Object.assign(globalThis, { calls })
