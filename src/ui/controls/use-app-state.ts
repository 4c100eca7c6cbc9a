import { useEffect, useState } from 'preact/hooks'
import type { AppModel } from '../model/app-model'
import type { AppState } from '../state/app-state'

/** Returns the model's state and redraws after each change. */
export function useAppState(model: AppModel): AppState {
  const [state, setState] = useState(model.state.get)
  useEffect(() => {
    const refresh = (): void => {
      setState(model.state.get())
    }
    refresh()
    return model.state.subscribe(refresh)
  }, [model])
  return state
}
