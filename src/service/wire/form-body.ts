import type { ExpansionRequest } from './expansion-request'
import { type ImageSource, sentLink } from './image-source'

/**
 * Builds the body of a create with exactly the reference's field names. The Content-Type is left to whoever sends it,
 * because it carries the boundary. `return_type` and `sync` are always there; of the other settings only what was given,
 * and never an empty prompt.
 */
export function formBody(request: ExpansionRequest): FormData {
  const form = new FormData()
  addSource(form, 'image', request.image)
  if (request.kind === 'canvas') {
    addSource(form, 'mask', request.mask)
  } else {
    const { top, bottom, left, right } = request.ratios
    addNumbers(form, { top, bottom, left, right })
  }
  const { returnType = 2, sync = 0, strength, scale, steps, seed, prompt = '' } = request
  addNumbers(form, { return_type: returnType, strength, scale, steps, seed, sync })
  if (prompt.trim() !== '') {
    form.append('prompt', prompt)
  }
  return form
}

function addSource(form: FormData, name: 'image' | 'mask', source: ImageSource): void {
  if (source.kind === 'url') {
    form.append(`${name}_url`, sentLink(source.url) ?? source.url)
    return
  }
  // The bytes are copied: what is sent is what there was when the request was made.
  const file = new Blob([new Uint8Array(source.bytes)], { type: source.mime })
  form.append(`${name}_file`, file, source.mime === 'image/png' ? `${name}.png` : `${name}.jpg`)
}

function addNumbers(form: FormData, numbers: Readonly<Record<string, number | undefined>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (value !== undefined) {
      form.append(name, decimal(value))
    }
  }
}

/** A number without an exponent, which not every form parser reads: 1e-7 as 0.0000001. */
function decimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}
