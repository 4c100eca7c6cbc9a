/** The prompt's field has this id, so that what is said about a prompt can lead there. */
export const promptId = 'prompt'

export function focusPrompt(): void {
  document.getElementById(promptId)?.focus()
}
