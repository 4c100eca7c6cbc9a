import { type StoredValues, storedValues } from '../../../src/bridge/stored-values'
import { succeed } from '../../../src/core/outcome'
import { type AppModel, createAppModel } from '../../../src/ui/model/app-model'
import { createFakeClock, type FakeClock } from '../../fake-clock'
import { fakePorts } from './fake-ports'

export const key = 'sk-secret-0123456789'

interface StartedModel extends AppModel {
  readonly log: string[]
  readonly copied: string[]
  /** The addresses at which tasks were asked for, in this order. */
  readonly asked: string[]
  readonly clock: FakeClock
}

/** When the fake clock starts, milliseconds since 1970. */
export const startedAtMs = 10_000_000

/** The window's model over fakes on which everything goes well, but for the changes; started, with a key. */
export async function startModel({
  stored = {},
  ...changes
}: Parameters<typeof fakePorts>[0] & {
  readonly stored?: Partial<StoredValues>
} = {}): Promise<StartedModel> {
  const kept: Partial<StoredValues> = { key, ...stored }
  const ports = fakePorts({
    ...changes,
    answers: {
      'read-stored': ({ name }) => succeed(kept[name] ?? storedValues[name].initial),
      ...changes.answers
    }
  })
  const copied: string[] = []
  const asked: string[] = []
  const clock = createFakeClock(startedAtMs)
  let random = 0
  const model = createAppModel({
    ...ports,
    clock,
    epochMs: clock.nowMs,
    random: () => ++random / 2 ** 31,
    createService: ({ baseUrl }) => ({
      ...ports.service,
      query: (...call) => {
        asked.push(baseUrl)
        return ports.service.query(...call)
      },
      awaitResult: (...call) => {
        asked.push(baseUrl)
        return ports.service.awaitResult(...call)
      }
    }),
    copyText: (text) => copied.push(text),
    version: '1.2.3'
  })
  await model.start()
  return { ...model, log: ports.log, copied, asked, clock }
}
