import { describe, expect, it } from 'vitest'
import type { Params } from '../../../src/bridge/protocol'
import { fail, succeed } from '../../../src/core/outcome'
import type { ServiceClient } from '../../../src/service/service-client'
import type { ExpansionRequest } from '../../../src/service/wire/expansion-request'
import { readDraft } from '../../../src/ui/draft/read-draft'
import { receivedImage } from '../support/fake-ports'
import { listedOf, sampleEntry } from '../support/sample-entry'
import { startModel } from '../support/start-model'
import { quiet } from '../support/start-runs'

const url = 'https://example.com/photos/coffee.jpg'

describe('an image from a link', () => {
  it('is sent as the link with four ratios, and placed in the middle of the view, as it came', async () => {
    const requests: ExpansionRequest[] = []
    const sents: unknown[] = []
    const placed: Params<'place-result'>[] = []
    const submit: ServiceClient['submit'] = (request) => {
      requests.push(request)
      return Promise.resolve(succeed({ kind: 'task', createdAtMs: null, taskId: 't1' }))
    }
    const model = await startModel({
      service: { submit },
      raster: {
        finishReceived: (_bytes, sent) => {
          sents.push(sent)
          return Promise.resolve(succeed({ ...receivedImage, seam: null }))
        }
      },
      answers: {
        'place-result': (params) => {
          placed.push(params)
          return succeed({ where: 'in-view' })
        }
      }
    })
    model.typeLink(url)
    model.typeLinkSide('all', '40')
    model.typeLinkSide('left', '10%')
    model.typePrompt('a table')
    await model.expand()
    await quiet()
    expect(requests).toEqual([
      {
        kind: 'sides',
        image: { kind: 'url', url },
        ratios: { top: 0.4, right: 0.4, bottom: 0.4, left: 0.1 },
        prompt: 'a table',
        seed: expect.any(Number) as number
      }
    ])
    expect(placed).toMatchObject([
      {
        placement: { kind: 'view', name: 'coffee.jpg' },
        recipe: { growth: { kind: 'sides', texts: { top: '40%', left: '10%' } }, seam: null }
      }
    ])
    expect(model.log).not.toContain('export-subject')
    expect(sents).toEqual([null])
    expect(model.state.get()).toMatchObject({ runs: [{ where: 'in-view' }] })
    const [run] = model.state.get().runs
    await model.keep(run?.runId ?? '')
    expect(model.state.get()).toMatchObject({ link: '', runs: [], news: { kind: 'kept' } })
  })

  it('is remembered, and placed later with nothing more paid for', async () => {
    const first = await startModel({
      answers: { 'place-result': () => fail({ kind: 'cannot-write', detail: 'no' }) }
    })
    first.typeLink(url)
    await first.expand()
    await quiet()
    const order = first.state.get().runs[0]?.expansion
    expect(order).toBeDefined()
    const model = await startModel({
      answers: {
        'list-entries': () =>
          succeed(listedOf(order === undefined ? [] : [{ ...sampleEntry, expansion: order }])),
        'place-result': () => succeed({ where: 'in-view' })
      }
    })
    model.placeRemembered([sampleEntry.id])
    await quiet()
    expect(model.state.get().runs).toMatchObject([{ where: 'in-view', shown: 1 }])
    expect(model.log).not.toContain('submit')
  })

  it('whose layer can’t be made can be put apart, at its own size', async () => {
    const apart: Params<'place-apart'>[] = []
    const model = await startModel({
      answers: {
        'place-result': () => fail({ kind: 'cannot-write', detail: 'no' }),
        'place-apart': (params) => {
          apart.push(params)
          return succeed(null)
        }
      }
    })
    model.typeLink(url)
    await model.expand()
    await quiet()
    await model.placeApart(model.state.get().runs[0]?.runId ?? '', 1)
    expect(apart).toMatchObject([{ canvas: null }])
  })

  it('is refused before anything is sent', async () => {
    const model = await startModel()
    model.typeLink(url)
    model.typeLinkSide('top', '0')
    await model.expand()
    await quiet()
    expect(model.log).not.toContain('submit')
    expect(readDraft(model.state.get())).toMatchObject({
      kind: 'link',
      plan: { ok: false, failure: { kind: 'out-of-range', side: 'top' } }
    })
  })
})
