import type { AppState } from './app-state'

/** Tells whether the plugin is to be introduced before anything else. */
export function isFirstRun({ hasKey, settings, selection }: AppState): boolean {
  return !hasKey && !settings.isIntroduced && selection !== null
}
