/**
 * The characters from `(` to `~` but for `<` and `\`: 85, none of which means anything in a string, an address, or the
 * text that another is replaced by. Five of them hold four bytes, where base64 takes five and a third.
 */
const first = '('.charCodeAt(0)
const passedOver = ['<'.charCodeAt(0), '\\'.charCodeAt(0)] as const
const base = 85

/** Writes bytes as text; those that are missing to a multiple of four are zero. */
export function denseText(bytes: Uint8Array): string {
  const padded = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 4) * 4))
  new Uint8Array(padded.buffer).set(bytes)
  let text = ''
  for (let at = 0; at < padded.byteLength; at += 4) {
    let rest = padded.getUint32(at)
    let group = ''
    for (let place = 0; place < 5; place++) {
      group = letterOf(rest % base) + group
      rest = Math.floor(rest / base)
    }
    text += group
  }
  return text
}

/** Reads what `denseText` wrote, with the zeros that it may have added. */
export function readDenseText(text: string): Uint8Array {
  const read = new DataView(new ArrayBuffer((text.length / 5) * 4))
  for (let at = 0; at < text.length; at += 5) {
    const value = Array.from(text.slice(at, at + 5)).reduce(
      (number, letter) => number * base + valueOf(letter),
      0
    )
    read.setUint32((at / 5) * 4, value)
  }
  return new Uint8Array(read.buffer)
}

function letterOf(value: number): string {
  return String.fromCharCode(
    passedOver.reduce((code, passed) => (code >= passed ? code + 1 : code), first + value)
  )
}

function valueOf(letter: string): number {
  const code = letter.charCodeAt(0)
  return code - first - passedOver.filter((passed) => code > passed).length
}
