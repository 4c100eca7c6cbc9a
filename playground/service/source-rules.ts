import { fail, type Outcome, succeed } from '../../src/core/outcome'
import type { Refusal } from './answer'
import type { ImageSource } from './create-order'
import { invalid } from './field-rules'
import type { ReceivedForm } from './form'
import { checkImage, type ImageFault, maxSidePx, minSidePx, type PixelSize } from './image-check'

/** Reference, image_url and mask_url: "Supports HTTP and OSS URLs, up to 512 characters". */
const maxUrlLength = 512
const urlProtocols = ['http:', 'https:', 'oss:']

const silentFault = {
  'not-jpg-or-png': 'only jpg, jpeg and png are supported',
  unreadable: 'the image can not be read'
}

/** Why an uploaded file is refused: 413 for its bytes (facts: HTTP codes), 400 for everything else. */
function refuseFile(name: string, fault: ImageFault): Refusal {
  switch (fault.kind) {
    case 'too-many-bytes':
      return { status: 413, message: `File too large: '${name}' must be up to 5MB` }
    case 'too-small':
    case 'too-large': {
      const { width, height } = fault.size
      const limits = `between ${minSidePx}x${minSidePx} and ${maxSidePx}x${maxSidePx}`
      return invalid(name, `resolution must be ${limits}, got ${width}x${height}`)
    }
    default:
      return invalid(name, silentFault[fault.kind])
  }
}

function checkUrl(name: string, url: string): Outcome<ImageSource, Refusal> {
  if (url.length > maxUrlLength) return fail(invalid(name, `length must not exceed ${maxUrlLength}`))
  const protocol = URL.canParse(url) ? new URL(url).protocol : ''
  return urlProtocols.includes(protocol)
    ? succeed({ kind: 'url', url })
    : fail(invalid(name, 'must be an HTTP or OSS URL'))
}

/** A source, and its pixel size where that is known at once. */
export interface CheckedSource {
  readonly source: ImageSource
  readonly size: PixelSize | undefined
}

/**
 * Reads `<name>_file`, or else `<name>_url`: the file takes priority, and a URL beside it is not looked at (reference,
 * image_file and mask_file). Undefined when neither came.
 */
export async function readSource(
  form: ReceivedForm,
  name: 'image' | 'mask'
): Promise<Outcome<CheckedSource | undefined, Refusal>> {
  const file = form.files[`${name}_file`]
  if (file !== undefined) {
    const checked = await checkImage(file.bytes)
    if (!checked.ok) return fail(refuseFile(`${name}_file`, checked.failure))
    return succeed({ source: { kind: 'file', bytes: file.bytes }, size: checked.value })
  }
  const url = form.fields[`${name}_url`]
  if (url === undefined) return succeed(undefined)
  const checked = checkUrl(`${name}_url`, url)
  return checked.ok ? succeed({ source: checked.value, size: undefined }) : checked
}
