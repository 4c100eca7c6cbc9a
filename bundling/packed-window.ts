import { deflateSync, inflateSync } from 'node:zlib'
import { denseText, readDenseText } from './dense-text'

/** Before the packed code, which has no quotation marks. */
const before = 'const packed="'

/** After it; `length` is that of the deflated bytes, whose text may end in a few zeros more. (`dense-text.ts`) */
const after = (length: number): string => `";
(async()=>{
const bytes=new DataView(new ArrayBuffer(packed.length/5*4));
for(let i=0;i<packed.length;i+=5){
let value=0;
for(let j=i;j<i+5;j++){const code=packed.charCodeAt(j);value=value*85+code-40-(code>60)-(code>92)}
bytes.setUint32(i/5*4,value)
}
const code=new Blob([bytes.buffer]).slice(0,${length}).stream().pipeThrough(new DecompressionStream("deflate"));
const script=document.createElement("script");
script.textContent=await new Response(code).text();
document.head.append(script)
})().catch(()=>{document.body.textContent="Full Bleed needs a newer version of Figma or of this browser."})
`

/**
 * Packs the window's code (`build/ui.js`) into a script that unpacks and runs it: deflate, as dense text. Figma hands the
 * text through its own VM to the window each time the plugin is opened; this is less than half of it. Every browser that
 * has OffscreenCanvas, which the pixels need, has DecompressionStream too. The code runs as an inline script, as the
 * window's own code does anyway, so no policy lets in the one and not the other.
 */
export function packWindow(code: string): string {
  // Of the levels of memory, this one makes the least of this code.
  const deflated = deflateSync(code, { level: 9, memLevel: 6 })
  return before + denseText(deflated) + after(deflated.length)
}

/** The window's code as it runs, of a script that `packWindow` made; any other script is its own. */
export function unpackWindow(script: string): string {
  const { text, length } = partsOf(script) ?? { text: null, length: 0 }
  return text === null ? script : inflateSync(readDenseText(text).subarray(0, length)).toString()
}

export function isPacked(script: string): boolean {
  return partsOf(script) !== null
}

function partsOf(script: string): { readonly text: string; readonly length: number } | null {
  const end = script.indexOf('"', before.length)
  const length = Number(/slice\(0,(\d+)\)/.exec(script.slice(end))?.[1])
  const isWhole = script.startsWith(before) && script.slice(end) === after(length)
  return isWhole ? { text: script.slice(before.length, end), length } : null
}
