/** The time at which every picture is made, ms since 1970: what is counted in the window is the same each time. */
export const frozenAtMs = Date.UTC(2025, 5, 1, 12)
