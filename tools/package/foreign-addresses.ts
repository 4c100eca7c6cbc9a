/** Addresses in the code that the plugin never calls, and why each is there. */
const neverCalled: Readonly<Record<string, string>> = {
  'http://www.w3.org': 'names of XML namespaces, in Preact and in drawings',
  'https://picwish.com': 'the page that “Get credits” opens in the browser'
}

/** The origins of all addresses in a code that are neither the manifest's nor known to be never called. */
export function foreignAddresses(code: string, allowed: readonly string[]): readonly string[] {
  const origins = [...code.matchAll(/\b(?:https?|wss?):\/\/[\w.-]*\w(?::\d+)?/gi)].map(([origin]) =>
    origin.toLowerCase()
  )
  return [...new Set(origins)].filter((origin) => !allowed.includes(origin) && !(origin in neverCalled))
}
