import { type CreateOrder, type NumberField, numberRules, readNumber } from '../../playground/testing/service'

/** Which documented rule a create breaks; null where it is good. Files are images by their headers here. */
export function brokenRule(form: FormData): string | null {
  const fields = textsOf(form)
  for (const name of Object.keys(numberRules) as NumberField[]) {
    const read = readNumber(fields, name)
    if (!read.ok) {
      return read.failure.message
    }
  }
  const known = ['image_file', 'mask_file', 'prompt', ...Object.keys(numberRules)]
  const unknown: string[] = []
  form.forEach((_value, name) => {
    unknown.push(...(known.includes(name) ? [] : [name]))
  })
  const [image, mask] = [form.get('image_file'), form.get('mask_file')]
  if (unknown.length > 0 || !(image instanceof Blob)) {
    return unknown[0] ?? 'image_file'
  }
  if ((mask === null) === ['top', 'right', 'bottom', 'left'].some((side) => !(side in fields))) {
    return 'either a mask or all four ratios'
  }
  return (fields['prompt'] ?? '').length > 200 ? 'prompt' : null
}

function textsOf(form: FormData): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  form.forEach((value, name) => {
    if (typeof value === 'string') {
      texts[name] = value
    }
  })
  return texts
}

/** What a create asks for; of its files nothing is needed here. */
export function orderOf(form: FormData): CreateOrder {
  const fields = textsOf(form)
  const number = (name: string): number => Number(fields[name] ?? Number.NaN)
  return {
    image: { kind: 'file', bytes: new Uint8Array() },
    mask: undefined,
    ratios: { top: number('top'), right: number('right'), bottom: number('bottom'), left: number('left') },
    returnType: 2,
    sync: false,
    strength: undefined,
    scale: 7,
    steps: 30,
    seed: number('seed'),
    prompt: fields['prompt'] ?? ''
  }
}
