import type { Manifest } from '../manifest'

/**
 * The sources that a pattern of the manifest stands for. A pattern without a scheme means any of the network's; a
 * path with a trailing `/` is a prefix and one without is exact, which is what a source expression means too.
 */
function sourcesOf(pattern: string): readonly string[] {
  if (pattern === 'none') return []
  if (pattern === '*' || pattern.includes('://')) return [pattern]
  return ['https', 'http', 'wss', 'ws'].map((scheme) => `${scheme}://${pattern}`)
}

/** A pattern is part of a header: anything that could end a directive is refused. */
function isPattern(pattern: string): boolean {
  return /^[^\s;,'"]+$/.test(pattern)
}

/**
 * The Content-Security-Policy of the plugin's window, from the manifest's `networkAccess`. Its form is what Figma's
 * refusals quote: `default-src data: blob: <domains>` with nothing set for connections, images and fonts, so that
 * they fall back to it. Without `networkAccess` every host is allowed. `devAllowedDomains` count, as they do for a
 * plugin under development.
 */
export function contentSecurityPolicy(manifest: Manifest, noWorkers: boolean): string {
  const access = manifest.networkAccess
  const patterns =
    access === undefined ? ['*'] : [...access.allowedDomains, ...(access.devAllowedDomains ?? [])]
  const wrong = patterns.find((pattern) => !isPattern(pattern))
  if (wrong !== undefined) throw new Error(`manifest.json: "${wrong}" is no pattern for networkAccess`)
  const domains = patterns.flatMap(sourcesOf)
  const directive = (name: string, ...sources: readonly string[]): string =>
    [name, ...sources, ...domains].join(' ')
  return [
    directive('default-src', 'data:', 'blob:'),
    directive('script-src', "'unsafe-inline'", "'unsafe-eval'", 'data:', 'blob:'),
    directive('style-src', "'unsafe-inline'", 'data:', 'blob:'),
    noWorkers ? "worker-src 'none'" : 'worker-src data: blob:'
  ].join('; ')
}
