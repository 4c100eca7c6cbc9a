import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  RELEASE_SYNC,
  type QuickJSWASMModule
} from 'quickjs-emscripten'

let loaded: Promise<QuickJSWASMModule> | undefined

/** Loads QuickJS once for the page (or the Node process); `wasmLocation` is where a page finds the module's wasm. */
export function loadQuickJs(wasmLocation?: string): Promise<QuickJSWASMModule> {
  const variant = wasmLocation === undefined ? RELEASE_SYNC : newVariant(RELEASE_SYNC, { wasmLocation })
  loaded ??= newQuickJSWASMModuleFromVariant(variant)
  return loaded
}
