import { useImageUrl } from '../controls/use-image-url'
import type { AppState } from '../state/app-state'

/** Returns the address of a target's thumbnail, null without one (yet), and whether one is being made. */
export function useThumbnail(
  { thumbnail, isPictureComing }: Pick<AppState, 'thumbnail' | 'isPictureComing'>,
  { nodeId }: { readonly nodeId: string }
): { readonly url: string | null; readonly isPictureComing: boolean } {
  const url = useImageUrl(thumbnail?.subject.nodeId === nodeId ? thumbnail.png : null)
  return { url, isPictureComing: url === null && isPictureComing }
}
