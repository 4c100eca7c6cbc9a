/** Returns the message of a platform error: an Error, or from some calls a plain string. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
