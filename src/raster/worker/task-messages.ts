/** Functions that can be called from another thread, by name. */
export type TaskMap = Readonly<Record<string, (...params: never[]) => unknown>>

export type TaskParams<Tasks extends TaskMap, Name extends keyof Tasks> = Parameters<Tasks[Name]>

export type TaskResult<Tasks extends TaskMap, Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>

/** The tasks as the other thread has them: each gives a promise. */
export type RemoteTasks<Tasks extends TaskMap> = {
  readonly [Name in keyof Tasks]: (...params: TaskParams<Tasks, Name>) => Promise<TaskResult<Tasks, Name>>
}

/** What is posted to have a task done; the port on which the answer is awaited is sent along. */
export interface TaskCall {
  readonly name: string
  readonly params: readonly unknown[]
}

/** The one message that comes back on that port. */
export type TaskAnswer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string }

/** A place where tasks are done. */
export interface TaskHost {
  /** Takes `TaskCall`s. */
  readonly port: MessagePort
  /** Given once the place is gone, with the reason: calls that are under way are never answered. */
  readonly lost: AbortSignal
}
