import { type JSX } from 'preact'
import type { ViewProps } from '../controls/view-props'
import type { TargetDraft } from '../draft/read-draft'
import { canvasOfDraft } from './canvas-of-draft'
import { CanvasPreview } from './canvas-preview'
import { useThumbnail } from './use-thumbnail'

/** Shows a target's canvas and source image, without handles. */
export function DraftPreview({
  draft,
  state,
  words
}: Pick<ViewProps, 'state' | 'words'> & {
  readonly draft: TargetDraft & { readonly kind: 'sides' | 'frame' }
}): JSX.Element {
  const { imageBox, ...view } = canvasOfDraft(draft)
  const { url, isPictureComing } = useThumbnail(state, draft.target)
  return (
    <CanvasPreview
      {...view}
      {...(url === null ? {} : { image: { url, ...imageBox } })}
      isPictureComing={isPictureComing}
      words={words}
    />
  )
}
