import type { RecordedField, RecordedRequest } from './recorded-request'

declare global {
  interface Window {
    recordRequest?: (request: RecordedRequest) => Promise<void>
  }
}

/*
 * Runs in the browser, in each frame, before any script of the frame: notes each request and makes it as it was.
 */
const original = window.fetch.bind(window)
async function toBase64(file: File): Promise<string> {
  const address = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '')
    }
    reader.readAsDataURL(file)
  })
  return address.slice(address.indexOf(',') + 1)
}
async function fieldsOf(request: Request): Promise<RecordedField[]> {
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) {
    return []
  }
  const fields: RecordedField[] = []
  for (const [name, value] of await request.clone().formData()) {
    fields.push(
      typeof value === 'string'
        ? { name, text: value }
        : { name, fileName: value.name, mime: value.type, base64: await toBase64(value) }
    )
  }
  return fields
}
window.fetch = async (input, init) => {
  const request = new Request(input, init)
  await window.recordRequest?.({
    method: request.method,
    url: request.url,
    headerNames: [...request.headers.keys()],
    fields: await fieldsOf(request)
  })
  return original(request)
}
