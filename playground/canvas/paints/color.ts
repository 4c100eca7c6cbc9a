/** A colour of the document (0 to 1 each) in CSS's words. */
export function cssColor({ r, g, b }: RGB, alpha = 1): string {
  const channel = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 255)
  return `rgb(${channel(r)} ${channel(g)} ${channel(b)} / ${alpha})`
}
