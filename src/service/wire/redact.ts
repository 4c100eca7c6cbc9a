/** The longest message that is kept, in UTF-16 units. A gateway's whole page is no sentence for people. */
const maxMessageLength = 300

/** Makes something that the service said fit to be shown, stored and copied. */
export type Redact = (text: string) => string

/** Makes the redacting of one key: what the service said, in one line, cut to 300 characters, and without that key. */
export function createRedact(key: string): Redact {
  const spellings = [key, encodeURIComponent(key)].map(
    (text) => new RegExp(text.replace(/[^A-Za-z0-9]/g, '\\$&'), 'gi')
  )
  return (text) => {
    const scrubbed = spellings.reduce((rest, spelling) => rest.replace(spelling, '[key]'), text)
    const line = scrubbed.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
    return line.length > maxMessageLength ? `${line.slice(0, maxMessageLength - 1)}…` : line
  }
}

/** Whether a key can be sent in a header at all: visible ASCII characters only, and at least one. */
export function isSendableKey(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key)
}
