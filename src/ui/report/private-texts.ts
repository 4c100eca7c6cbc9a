/** What a report must not hold. */
export interface PrivateTexts {
  readonly key: string | null
  /** Cut out even where only a part is repeated: prompts, and links without their origins. */
  readonly texts: readonly string[]
  /** Of layers and files. */
  readonly names: readonly string[]
}

const nameFields: ReadonlySet<string> = new Set(['name', 'instanceName', 'seenTwice'])
const textFields: ReadonlySet<string> = new Set(['prompt', 'prompts'])
const linkFields: ReadonlySet<string> = new Set(['link', 'url'])

/**
 * Collects the prompts, names and links in plain data, however deep they lie: by the names of their fields, so that a part
 * of the state that is added later is covered, too.
 */
export function privateTextsIn(data: unknown): Omit<PrivateTexts, 'key'> {
  const texts = new Set<string>()
  const names = new Set<string>()
  const collect = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      if (nameFields.has(field)) names.add(value)
      if (textFields.has(field)) texts.add(value)
      if (linkFields.has(field)) texts.add(withoutOrigin(value))
    } else if (Array.isArray(value)) {
      // Long arrays of numbers are pixels.
      if (typeof value[0] === 'object' || typeof value[0] === 'string') {
        for (const element of value) collect(element, field)
      }
    } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      for (const [name, part] of Object.entries(value)) collect(part, name)
    }
  }
  collect(data, '')
  return { texts: [...texts], names: [...names] }
}

/** The origin may be told; a link may be typed without its scheme. */
function withoutOrigin(link: string): string {
  return link.trim().replace(/^([a-z][a-z0-9+.-]*:)?(\/\/)?[^/?#]*/i, '')
}
