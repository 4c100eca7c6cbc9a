import { useImageUrl } from '../controls/use-image-url'
import type { AppState } from '../state/app-state'

/** The address of the picture of a target, and whether one is still coming; null where there is none (yet). */
export function useThumbnail(
  { thumbnail, isPictureComing }: Pick<AppState, 'thumbnail' | 'isPictureComing'>,
  { nodeId }: { readonly nodeId: string }
): { readonly url: string | null; readonly isPictureComing: boolean } {
  const url = useImageUrl(thumbnail?.subject.nodeId === nodeId ? thumbnail.png : null)
  return { url, isPictureComing: url === null && isPictureComing }
}
