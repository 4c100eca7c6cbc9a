import { deflateSync, inflateSync } from 'node:zlib'
import { denseText, readDenseText } from './dense-text'

/** Before the packed code, which has no double quotation marks. */
const before = 'const packed="'

/** After it; `length` is that of the deflated bytes. (`dense-text.ts`) */
const after = (length: number): string => `";
(async()=>{
const bytes=new Uint8Array(${length});
const read=i=>{const code=packed.charCodeAt(i);return code-32-(code>34)-(code>36)-(code>60)-(code>92)};
let at=0,bits=0,value=0;
for(let i=0;i<packed.length;i+=2){
value=value<<13|read(i)*91+read(i+1);bits+=13;
while(bits>7){bits-=8;bytes[at++]=value>>bits;value&=(1<<bits)-1}
}
const code=new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
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
  return text === null ? script : inflateSync(readDenseText(text, length)).toString()
}

export function isPacked(script: string): boolean {
  return partsOf(script) !== null
}

function partsOf(script: string): { readonly text: string; readonly length: number } | null {
  const end = script.indexOf('"', before.length)
  const length = Number(/Uint8Array\((\d+)\)/.exec(script.slice(end))?.[1])
  const isWhole = script.startsWith(before) && script.slice(end) === after(length)
  return isWhole ? { text: script.slice(before.length, end), length } : null
}
