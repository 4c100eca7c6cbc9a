import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten'
import { PluginError } from '../plugin-error'
import type { ApiShape } from './api-shape'
import { preludeSource } from './prelude/prelude'
import { decode, encode } from './wire'

/** An error of the plugin's code that nothing caught. */
export interface UncaughtError {
  readonly text: string
  readonly stack: string
}

export interface VmHost {
  /** Answers one operation of the prelude; a promise is settled in the VM later. Throws `PluginError` into the plugin. */
  readonly answer: (operation: string, values: readonly unknown[]) => unknown
  readonly log: (level: string, text: string) => void
  readonly uncaught: (error: UncaughtError) => void
}

type Entry = 'settle' | 'emit' | 'timer' | 'invoke' | 'rejections'

function failureOf(error: unknown): { name: string; message: string; plain: boolean } {
  if (error instanceof PluginError) return { name: 'Error', message: error.message, plain: false }
  if (error instanceof Error) return { name: error.name, message: error.message, plain: false }
  return { name: 'Error', message: String(error), plain: true }
}

/** Shorter stretches of the plugin's code are not noted, ms. */
const leastNotedMs = 1

/** Puts a stretch of the plugin's own code into the browser's timeline, where the benchmark finds it. */
function noteBlock(start: number, duration: number): void {
  if (duration >= leastNotedMs) performance.measure('plugin main thread', { start, duration })
}

/**
 * One plugin's main thread: a QuickJS context with the globals of Figma's. Every entry runs the pending jobs
 * afterwards; once disposed, every entry is a no-op, so that what comes back late touches nothing.
 */
export class PluginVm {
  readonly #runtime: QuickJSRuntime
  readonly #context: QuickJSContext
  readonly #host: VmHost
  #entries: QuickJSHandle | undefined
  #depth = 0
  #promises = 0
  #hostMs = 0
  #disposeWhenIdle = false
  #disposed = false

  constructor(module: QuickJSWASMModule, shape: ApiShape, host: VmHost) {
    this.#host = host
    this.#runtime = module.newRuntime()
    this.#context = this.#runtime.newContext()
    this.#install(shape)
  }

  get alive(): boolean {
    return !this.#disposed && !this.#disposeWhenIdle
  }

  /** Runs a script; what it throws is reported as uncaught. */
  run(source: string, fileName: string): void {
    this.#enter(() => {
      const result = this.#context.evalCode(source, fileName)
      if (result.error) this.#reportHandle(result.error)
      else result.value.dispose()
    })
  }

  /** Calls the plugin's listeners of `type`, synchronously. */
  emit(type: string, values: readonly unknown[]): void {
    const { json, buffers } = encode(values)
    this.#call('emit', [type, json, ...buffers])
  }

  fireTimer(id: number): void {
    this.#call('timer', [id])
  }

  /** Calls a function of the plugin that the host was given, and gives its result when that is a primitive. */
  invoke(index: number, values: readonly unknown[]): unknown {
    const result = this.#call('invoke', [index, encode(values).json])
    return result === undefined ? undefined : JSON.parse(result)
  }

  /**
   * Runs the plugin's `close` listeners, which are the last of its code to run, then `done`, and frees the VM:
   * jobs that are queued and promises that are pending never continue.
   */
  shutDown(done: () => void): void {
    this.#depth += 1
    try {
      if (this.alive) this.#callEntry('emit', ['close', '[]'])
    } finally {
      this.#depth -= 1
    }
    done()
    this.dispose()
  }

  /** Frees the VM as soon as no code of the plugin is on the stack. */
  dispose(): void {
    this.#disposeWhenIdle = true
    if (this.#depth === 0) this.#free()
  }

  /**
   * The runtime is let go with the module that holds it and not taken apart: QuickJS aborts when a host call is still
   * referred to, as by a large message that was on its way.
   */
  #free(): void {
    this.#disposed = true
    this.#entries = undefined
  }

  #install(shape: ApiShape): void {
    const context = this.#context
    const host = context.newFunction('host', (operation, json, ...buffers) =>
      this.#timed(() => this.#serve(context.getString(operation), context.getString(json), buffers))
    )
    const prelude = context.unwrapResult(context.evalCode(preludeSource, 'prelude'))
    const shapeJson = context.newString(JSON.stringify(shape))
    this.#entries = context.unwrapResult(context.callFunction(prelude, context.undefined, host, shapeJson))
    for (const handle of [host, prelude, shapeJson]) handle.dispose()
  }

  /** What the host does for the plugin is no time of the plugin's: nor is copying values into its VM. */
  #timed<T>(work: () => T): T {
    const startMs = performance.now()
    try {
      return work()
    } finally {
      this.#hostMs += performance.now() - startMs
    }
  }

  #serve(operation: string, json: string, bufferHandles: readonly QuickJSHandle[]): QuickJSHandle {
    const buffers = bufferHandles.map((handle) => {
      const bytes = this.#context.getArrayBuffer(handle)
      const copy = bytes.value.slice()
      bytes.dispose()
      return copy
    })
    // The prelude sends every operation's values as one array.
    const values = (
      operation === 'console' || operation === 'error' ? JSON.parse(json) : decode({ json, buffers })
    ) as readonly unknown[]
    if (operation === 'console') {
      this.#host.log(String(values[0]), Array.isArray(values[1]) ? values[1].join(' ') : '')
      return this.#context.undefined
    }
    if (operation === 'error') {
      // Written by the prelude's `report`.
      this.#host.uncaught((values[0] as { o: UncaughtError }).o)
      return this.#context.undefined
    }
    try {
      const value = this.#host.answer(operation, values)
      if (value instanceof Promise) return this.#answer(`{"p":${this.#promise(value)}}`, [])
      const message = encode(value)
      return this.#answer(`{"v":${message.json}}`, message.buffers)
    } catch (error) {
      return this.#answer(JSON.stringify({ e: failureOf(error) }), [])
    }
  }

  #answer(json: string, buffers: readonly Uint8Array[]): QuickJSHandle {
    const context = this.#context
    const text = context.newString(json)
    if (buffers.length === 0) return text
    const answer = context.newArray()
    context.setProp(answer, 0, text)
    text.dispose()
    buffers.forEach((bytes, index) => {
      const buffer = this.#newBuffer(bytes)
      context.setProp(answer, index + 1, buffer)
      buffer.dispose()
    })
    return answer
  }

  #newBuffer(bytes: Uint8Array): QuickJSHandle {
    const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
    return this.#context.newArrayBuffer(whole ? bytes.buffer : bytes.slice().buffer)
  }

  #promise(promise: Promise<unknown>): number {
    this.#promises += 1
    const id = this.#promises
    promise.then(
      (value) => {
        const { json, buffers } = encode(value)
        this.#call('settle', [id, true, json, ...buffers])
      },
      (error: unknown) => this.#call('settle', [id, false, JSON.stringify(failureOf(error))])
    )
    return id
  }

  #call(entry: Entry, values: readonly (string | number | boolean | Uint8Array)[]): string | undefined {
    return this.#enter(() => this.#callEntry(entry, values))
  }

  #callEntry(entry: Entry, values: readonly (string | number | boolean | Uint8Array)[]): string | undefined {
    const context = this.#context
    if (this.#entries === undefined) return undefined
    const method = context.getProp(this.#entries, entry)
    const handles = this.#timed(() =>
      values.map((value) => {
        if (typeof value === 'string') return context.newString(value)
        if (typeof value === 'number') return context.newNumber(value)
        if (typeof value === 'boolean') return value ? context.true : context.false
        return this.#newBuffer(value)
      })
    )
    const result = context.callFunction(method, context.undefined, ...handles)
    for (const handle of [method, ...handles]) handle.dispose()
    if (result.error) {
      this.#reportHandle(result.error)
      return undefined
    }
    const text = context.typeof(result.value) === 'string' ? context.getString(result.value) : undefined
    result.value.dispose()
    return text
  }

  #enter<T>(action: () => T): T | undefined {
    if (this.#disposed) return undefined
    const startMs = performance.now()
    const hostMs = this.#hostMs
    this.#depth += 1
    try {
      const value = action()
      if (this.#depth === 1) this.#runJobs()
      return value
    } finally {
      this.#depth -= 1
      if (this.#depth === 0) noteBlock(startMs, performance.now() - startMs - (this.#hostMs - hostMs))
      if (this.#depth === 0 && this.#disposeWhenIdle) this.#free()
    }
  }

  /** Runs what promises have queued; a plugin that is closing never continues. */
  #runJobs(): void {
    while (!this.#disposeWhenIdle && this.#runtime.hasPendingJob()) {
      const result = this.#runtime.executePendingJobs(1)
      if (result.error) this.#reportHandle(result.error)
      else result.dispose()
    }
    if (this.#disposeWhenIdle) return
    const text = this.#callEntry('rejections', [])
    // Written by the prelude.
    const rejections = JSON.parse(text ?? '[]') as readonly UncaughtError[]
    for (const each of rejections)
      this.#host.uncaught({ ...each, text: `Uncaught (in promise) ${each.text}` })
  }

  #reportHandle(handle: QuickJSHandle): void {
    const dumped: unknown = this.#context.dump(handle)
    handle.dispose()
    if (typeof dumped === 'object' && dumped !== null && 'message' in dumped) {
      const name = 'name' in dumped ? String(dumped.name) : 'Error'
      const stack = 'stack' in dumped ? String(dumped.stack) : ''
      this.#host.uncaught({ text: `${name}: ${String(dumped.message)}`, stack })
    } else {
      this.#host.uncaught({ text: String(dumped), stack: '' })
    }
  }
}
