import { deflateSync, inflateSync } from 'node:zlib'

/** Around the packed code; between the two stands base64, which has no quotation marks. */
const before = 'const packed="'
const after = `";
(async()=>{
const bytes=Uint8Array.from(atob(packed),(letter)=>letter.charCodeAt(0));
const code=new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
const script=document.createElement("script");
script.textContent=await new Response(code).text();
document.head.append(script)
})().catch(()=>{document.body.textContent="Full Bleed needs a newer version of Figma or of this browser."})
`

/**
 * Packs the window's code (`build/ui.js`) into a script that unpacks and runs it: deflate, in base64. Figma hands the text
 * through its own VM to the window each time the plugin is opened; this is less than half of it. Every browser that has
 * OffscreenCanvas, which the pixels need, has DecompressionStream too. The code runs as an inline script, as the window's
 * own code does anyway, so no policy lets in the one and not the other.
 */
export function packWindow(code: string): string {
  // Of the levels of memory, this one makes the least of this code.
  return before + deflateSync(code, { level: 9, memLevel: 7 }).toString('base64') + after
}

/** The window's code as it runs, of a script that `packWindow` made; any other script is its own. */
export function unpackWindow(script: string): string {
  return isPacked(script)
    ? inflateSync(Buffer.from(script.slice(before.length, -after.length), 'base64')).toString()
    : script
}

export function isPacked(script: string): boolean {
  return script.startsWith(before) && script.endsWith(after)
}
