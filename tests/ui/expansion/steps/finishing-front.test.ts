import { describe, expect, it } from 'vitest'
import { succeed } from '../../../../src/core/outcome'
import type { FinishHandle } from '../../../../src/raster/finish/finishing-tasks'
import type { Snapshot } from '../../../../src/raster/finish/snapshot'
import { createFinishingFront, type FinishingFront } from '../../../../src/ui/expansion/steps/finishing-front'
import { receivedImage } from '../../support/fake-ports'
import { quiet } from '../../support/start-runs'

const options = { matchSeam: true, keepPixels: true }

/** A snapshot that differs from others by the width of its canvas. */
function snapshotOf(width: number): Snapshot {
  return {
    picture: {
      canvasSize: { width, height: 1 },
      layers: [],
      kept: { kind: 'shapes', shapes: { kept: [], clip: null } }
    },
    canvas: null
  }
}

/** A front over a worker that names what it prepares by the width of its canvas. */
function startFront(): { readonly front: FinishingFront; readonly log: string[] } {
  const log: string[] = []
  const front = createFinishingFront({
    prepareFinish: ({ picture }) => {
      log.push(`prepare ${picture.canvasSize.width}`)
      return Promise.resolve(picture.canvasSize.width)
    },
    releaseFinish: (handle) => {
      log.push(`release ${handle}`)
      return Promise.resolve()
    },
    finishReceived: (_bytes, _snapshot, _options, handle: FinishHandle | null = null) => {
      log.push(`finish with ${String(handle)}`)
      return Promise.resolve(succeed(receivedImage))
    }
  })
  return { front, log }
}

const enter = (front: FinishingFront, runId: string, width: number): void => {
  front.enter(runId, () => Promise.resolve(snapshotOf(width)))
}

describe('the front of finishing', () => {
  it('prepares one expansion at a time, the next one when the first is over', async () => {
    const { front, log } = startFront()
    enter(front, 'a', 1)
    enter(front, 'b', 2)
    await quiet()
    expect(log).toEqual(['prepare 1'])
    front.leave('a')
    await quiet()
    expect(log).toEqual(['prepare 1', 'release 1', 'prepare 2'])
  })

  it('prepares once for all variations of an expansion', async () => {
    const { front, log } = startFront()
    enter(front, 'a', 1)
    enter(front, 'a', 1)
    await quiet()
    expect(log).toEqual(['prepare 1'])
  })

  it('finishes with what was prepared for the expansion, and without for another', async () => {
    const { front, log } = startFront()
    enter(front, 'a', 1)
    await quiet()
    await front.finishReceived('a', new Uint8Array(), null, options)
    await front.finishReceived('b', new Uint8Array(), null, options)
    expect(log.slice(1)).toEqual(['finish with 1', 'finish with null'])
  })

  it('skips an expansion that is over before its turn', async () => {
    const { front, log } = startFront()
    enter(front, 'a', 1)
    enter(front, 'b', 2)
    front.leave('b')
    front.leave('a')
    await quiet()
    expect(log.filter((line) => line.includes('2'))).toEqual([])
  })

  it('finishes unprepared where the snapshot cannot be made', async () => {
    const { front, log } = startFront()
    front.enter('a', () => Promise.reject(new Error('gone')))
    await front.finishReceived('a', new Uint8Array(), null, options)
    expect(log).toEqual(['finish with null'])
  })
})
