/** The words of what the platform threw: an Error, or from some calls a plain string. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
