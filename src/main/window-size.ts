/** The plugin window, px: Figma's usual panel width, and tall enough for the whole form. */
export const windowSize = { width: 320, height: 640 } as const
