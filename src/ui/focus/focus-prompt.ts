/** Id of the prompt's field, so that a notice about the prompt can focus it. */
export const promptId = 'prompt'

export function focusPrompt(): void {
  document.getElementById(promptId)?.focus()
}
