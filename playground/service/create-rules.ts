import { fail, type Outcome, succeed } from '../../src/core/outcome'
import type { Refusal } from './answer'
import type { CreateOrder, Ratios } from './create-order'
import { invalid, type NumberField, numberRules, readNumber } from './field-rules'
import type { ReceivedForm } from './form'
import { readSource } from './source-rules'

/** Facts, prompt: "200 characters at most". Counted in UTF-16 units, the stricter count. */
const maxPromptLength = 200
/** Reference, top, bottom, left, right: "Default is 0.1". */
const defaultRatio = 0.1

const sides = ['top', 'right', 'bottom', 'left'] as const
const fileNames = ['image_file', 'mask_file']
const textNames = ['image_url', 'mask_url', 'prompt', ...Object.keys(numberRules)]

/** Names that the reference does not have, a text where a file belongs, a file where a text belongs, the same name twice. */
function checkNames(form: ReceivedForm, strict: boolean): Refusal | undefined {
  const [repeated] = form.repeated
  if (repeated !== undefined) return invalid(repeated, 'must not be repeated')
  for (const name of Object.keys(form.fields)) {
    if (fileNames.includes(name)) return invalid(name, 'must be a file')
    if (strict && !textNames.includes(name)) return invalid(name, 'is unknown')
  }
  for (const name of Object.keys(form.files)) {
    if (textNames.includes(name)) return invalid(name, 'must not be a file')
    if (strict && !fileNames.includes(name)) return invalid(name, 'is unknown')
  }
  return undefined
}

type Numbers = Readonly<Partial<Record<NumberField, number>>>

function isNumberField(name: string): name is NumberField {
  return Object.hasOwn(numberRules, name)
}

function readNumbers(fields: Readonly<Record<string, string>>): Outcome<Numbers, Refusal> {
  const numbers: Partial<Record<NumberField, number>> = {}
  for (const name of Object.keys(numberRules).filter(isNumberField)) {
    const read = readNumber(fields, name)
    if (!read.ok) return read
    if (read.value !== undefined) numbers[name] = read.value
  }
  return succeed(numbers)
}

function readRatios(numbers: Numbers): Ratios {
  const { top = defaultRatio, right = defaultRatio, bottom = defaultRatio, left = defaultRatio } = numbers
  return { top, right, bottom, left }
}

/**
 * Reads a create by every rule of the reference, in this order: the body, the names, the image, the mask, the numbers,
 * and the prompt last (facts, prompt: refused "after the image was checked"). A mask and ratios together are refused
 * (facts, canvas mode: "never sent together"). `strict` false lets unknown names pass.
 */
export async function readOrder(form: ReceivedForm, strict: boolean): Promise<Outcome<CreateOrder, Refusal>> {
  if (form.problem !== '') return fail({ status: 400, message: `Invalid params, ${form.problem}` })
  const misnamed = checkNames(form, strict)
  if (misnamed !== undefined) return fail(misnamed)

  const image = await readSource(form, 'image')
  if (!image.ok) return image
  if (image.value === undefined) return fail(invalid('image_file', 'image_file or image_url is required'))

  const mask = await readSource(form, 'mask')
  if (!mask.ok) return mask
  const imageSize = image.value.size
  const maskSize = mask.value?.size
  if (imageSize !== undefined && maskSize !== undefined) {
    if (imageSize.width !== maskSize.width || imageSize.height !== maskSize.height) {
      return fail(invalid('mask_file', 'must have the same dimensions as the image'))
    }
  }
  const ratioBesideMask = mask.value && sides.find((side) => Object.hasOwn(form.fields, side))
  if (ratioBesideMask !== undefined) return fail(invalid(ratioBesideMask, 'must not be sent with a mask'))

  const numbers = readNumbers(form.fields)
  if (!numbers.ok) return numbers
  const prompt = form.fields['prompt'] ?? ''
  if (prompt.length > maxPromptLength) {
    return fail(invalid('prompt', `length must not exceed ${maxPromptLength}`))
  }

  const { return_type, sync, strength, scale = 7, steps = 30, seed = -1 } = numbers.value
  return succeed({
    image: image.value.source,
    mask: mask.value?.source,
    ratios: readRatios(numbers.value),
    returnType: return_type === 2 ? 2 : 1,
    sync: sync === 1,
    strength,
    scale,
    steps,
    seed,
    prompt
  })
}
