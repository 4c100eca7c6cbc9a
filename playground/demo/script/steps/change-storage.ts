import { storedNames, storedValues } from '../../../../src/bridge/stored-values'
import type { ScriptEditor } from '../script-editor'

/** The storage's own entry for a name that the plugin uses; other names are entries already. */
function entryOf(name: string): string {
  const stored = storedNames.find((each) => each === name)
  return stored === undefined ? name : storedValues[stored].entry
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Puts values into the plugin's storage; null takes one away, and of settings only those named are changed. */
export async function changeStorage(
  editor: ScriptEditor,
  changes: Readonly<Record<string, unknown>>
): Promise<void> {
  const entries = new Map(Object.entries(await editor.call((playground) => playground.storage())))
  for (const [name, value] of Object.entries(changes)) {
    const entry = entryOf(name)
    const before = entries.get(entry)
    if (value === null) entries.delete(entry)
    else if (name === 'settings' && isPlain(value) && isPlain(before))
      entries.set(entry, { ...before, ...value })
    else entries.set(entry, value)
  }
  await editor.call((playground, all) => {
    playground.setStorage(all)
  }, Object.fromEntries(entries))
}
