import type { Caller } from '../../bridge/caller'
import { type RequestSettings, serviceUrl, type Settings } from '../../core/settings'
import type { AppState } from '../state/app-state'
import type { Store } from '../state/store'
import type { Access } from './service-access'

/** What the settings screen does: each change is kept on the device at once. */
export interface SettingsActions {
  readonly saveSettings: (settings: Settings) => Promise<void>
  /** Chooses how requests are made from now on: kept on the device, and instead of what a recipe says. */
  readonly saveRequestSettings: (chosen: Partial<RequestSettings>) => Promise<void>
  readonly saveKey: (key: string) => Promise<void>
  readonly removeKey: () => Promise<void>
  /** Asks the service whether it takes the key. Nothing is paid for. */
  readonly checkKey: () => Promise<void>
  readonly dismissSettingsFailure: () => void
}

export function createSettingsActions(
  call: Caller,
  { get, update }: Store<AppState>,
  access: Access
): SettingsActions {
  const keepKey = async (key: string | null): Promise<void> => {
    access.take(key)
    update({
      hasKey: key !== null,
      keyCheck: { kind: key === null ? 'none' : 'saved' }
    })
    const written = await call('write-stored', { name: 'key', value: key })
    update({ settingsFailure: written.ok ? null : written.failure })
  }
  const saveSettings = async (settings: Settings): Promise<void> => {
    update({ settings, keyCheck: { kind: 'none' } })
    const written = await call('write-stored', { name: 'settings', value: settings })
    update({ settingsFailure: written.ok ? null : written.failure })
  }
  return {
    saveSettings,
    saveRequestSettings: (chosen) => {
      const { settings, recipeSettings } = get()
      update({ recipeSettings: recipeSettings === null ? null : { ...recipeSettings, ...chosen } })
      return saveSettings({ ...settings, ...chosen })
    },
    saveKey: keepKey,
    removeKey: () => keepKey(null),
    checkKey: async () => {
      const client = access.serviceAt(serviceUrl(get().settings))
      if (client === null) {
        return
      }
      const checking = { kind: 'checking' } as const
      update({ keyCheck: checking })
      const checked = await client.checkKey()
      // Another key, region or screen since then makes the answer one to a question that nobody asks any more.
      if (get().keyCheck === checking) {
        update({ keyCheck: checked.ok ? { kind: 'accepted' } : { kind: 'failed', failure: checked.failure } })
      }
    },
    dismissSettingsFailure: () => {
      update({ settingsFailure: null })
    }
  }
}
