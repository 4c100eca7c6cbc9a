import { expose } from 'comlink'
import { afterEach, describe, expect, test } from 'vitest'
import { createTaskCaller, type TaskHost } from '../../../src/raster/worker/task-caller'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const kept: Uint8Array[] = []
let release: (value: string) => void = () => undefined
const tasks = {
  echo: (bytes: Uint8Array) => bytes,
  keep: (bytes: Uint8Array) => {
    kept.push(bytes)
    return { parts: [bytes, { again: bytes, count: 1 }], none: null }
  },
  add: (...numbers: number[]) => Promise.resolve(numbers.reduce((sum, one) => sum + one, 0)),
  /** Is done when `release` is called. */
  held: () =>
    new Promise<string>((resolve) => {
      release = resolve
    }),
  never: () => new Promise<string>(() => undefined),
  fail: (message: string): string => {
    throw new RangeError(message)
  },
  reject: (message: string) => Promise.reject<string>(new Error(message)),
  unsendable: () => () => 1
}

/** A place for tasks on the same thread, with all that is between two threads but the other thread. */
function startHost(): TaskHost & { readonly lose: (reason: string) => void } {
  const { port1, port2 } = new MessageChannel()
  expose(tasks, port1)
  const lost = new AbortController()
  const close = (): void => {
    port1.close()
  }
  closers.push(close)
  return {
    port: port2,
    lost: lost.signal,
    lose: (reason) => {
      close()
      lost.abort(reason)
    }
  }
}

const createCaller = (open: () => TaskHost = startHost) =>
  createTaskCaller<typeof tasks>(() => Promise.resolve(open()))

describe('a call', () => {
  test('gives what the task gives, whether at once or later', async () => {
    const call = createCaller()
    expect(await call((remote) => remote.echo(new Uint8Array([1, 2])))).toEqual(new Uint8Array([1, 2]))
    expect(await call((remote) => remote.add(1, 2, 3))).toBe(6)
  })

  test('hands bytes over both ways: whoever gave them has them no more', async () => {
    const call = createCaller()
    const mine = new Uint8Array([1, 2, 3])
    const same = new Uint8Array([1, 2, 3])
    const { parts } = await call((remote) => remote.keep(mine))
    expect(parts).toEqual([same, { again: same, count: 1 }])
    expect([mine, ...kept].map(({ length }) => length)).toEqual([0, 0])
  })

  test('is answered as soon as it is done, whatever was called before', async () => {
    const call = createCaller()
    const slow = call((remote) => remote.held())
    expect(await call((remote) => remote.add(1))).toBe(1)
    release('slow')
    expect(await slow).toBe('slow')
  })

  test.each([
    ['throws', 'fail'],
    ['rejects', 'reject']
  ] as const)('that %s rejects with the task’s message, and the next one works', async (_how, name) => {
    const call = createCaller()
    await expect(call((remote) => remote[name]('too large'))).rejects.toThrow(/^too large$/)
    expect(await call((remote) => remote.add(1))).toBe(1)
  })

  test('whose result cannot be sent rejects', async () => {
    await expect(createCaller()((remote) => remote.unsendable())).rejects.toThrow(
      'Unserializable return value'
    )
  })

  test('whose parameters cannot be sent rejects', async () => {
    const call = createTaskCaller<{ echo: (value: () => number) => string }>(() =>
      Promise.resolve(startHost())
    )
    await expect(call((remote) => remote.echo(() => 1))).rejects.toThrow('could not be cloned')
  })

  test('whose answer cannot be read rejects, and the next one works', async () => {
    const host = startHost()
    const call = createCaller(() => host)
    const underWay = call((remote) => remote.never())
    await call((remote) => remote.add(1))
    host.port.dispatchEvent(new Event('messageerror'))
    await expect(underWay).rejects.toThrow('an answer could not be read')
    expect(await call((remote) => remote.add(1, 1))).toBe(2)
  })

  test('of a task that is not there rejects', async () => {
    const call = createTaskCaller<{ missing: () => string }>(() => Promise.resolve(startHost()))
    await expect(call((remote) => remote.missing())).rejects.toThrow('undefined')
  })
})

describe('the place where tasks are done', () => {
  test('is started at the first call, and once', async () => {
    let started = 0
    const call = createCaller(() => {
      started++
      return startHost()
    })
    expect(started).toBe(0)
    await Promise.all([call((remote) => remote.add(1)), call((remote) => remote.add(2))])
    await call((remote) => remote.add(3))
    expect(started).toBe(1)
  })

  test('when lost, rejects what is under way; the next call starts another', async () => {
    const hosts: ReturnType<typeof startHost>[] = []
    const call = createCaller(() => {
      const host = startHost()
      hosts.push(host)
      return host
    })
    const underWay = [call((remote) => remote.never()), call((remote) => remote.never())]
    const ends = Promise.allSettled(underWay)
    await call((remote) => remote.add(1))
    hosts[0]?.lose('out of memory')
    expect((await ends).map((end) => (end.status === 'rejected' ? String(end.reason) : end))).toEqual([
      'Error: the pixel work stopped: out of memory',
      'Error: the pixel work stopped: out of memory'
    ])
    expect(await call((remote) => remote.add(1, 1))).toBe(2)
    expect(hosts).toHaveLength(2)
  })

  test('when it cannot be started, is tried again at the next call', async () => {
    let tries = 0
    const call = createTaskCaller<typeof tasks>(() =>
      ++tries === 1 ? Promise.reject(new Error('refused')) : Promise.resolve(startHost())
    )
    await expect(call((remote) => remote.add(1))).rejects.toThrow('refused')
    expect(await call((remote) => remote.add(1))).toBe(1)
  })
})
