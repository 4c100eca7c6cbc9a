import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSWASMModule,
  RELEASE_SYNC
} from 'quickjs-emscripten'

/** Compiled once for each location: compiling costs far more than a memory of one's own. */
const compiled = new Map<string, Promise<WebAssembly.Module>>()

function compile(wasmLocation: string): Promise<WebAssembly.Module> {
  const known = compiled.get(wasmLocation) ?? WebAssembly.compileStreaming(fetch(wasmLocation))
  compiled.set(wasmLocation, known)
  return known
}

/**
 * Loads QuickJS for one run of a plugin: a module with a memory of its own, so that the end of the run frees all of it
 * at once, whatever the plugin has left pending. `wasmLocation` is where a page finds the module's wasm.
 */
export function loadQuickJs(wasmLocation?: string): Promise<QuickJSWASMModule> {
  const variant =
    wasmLocation === undefined
      ? RELEASE_SYNC
      : newVariant(RELEASE_SYNC, { wasmModule: () => compile(wasmLocation) })
  return newQuickJSWASMModuleFromVariant(variant)
}
