import { type JSX } from 'preact'
import type { ViewProps } from '../controls/view-props'
import type { TargetDraft } from '../draft/read-draft'
import { canvasOfDraft } from './canvas-of-draft'
import { CanvasPreview } from './canvas-preview'
import { useThumbnail } from './use-thumbnail'

/** Shows what is made of a target, and of what; nothing of it can be moved. */
export function DraftPreview({
  draft,
  state,
  words
}: Pick<ViewProps, 'state' | 'words'> & {
  readonly draft: TargetDraft & { readonly kind: 'sides' | 'frame' }
}): JSX.Element {
  const { pictureBox, ...view } = canvasOfDraft(draft)
  const { url, isPictureComing } = useThumbnail(state, draft.target)
  return (
    <CanvasPreview
      {...view}
      {...(url === null ? {} : { picture: { url, ...pictureBox } })}
      isPictureComing={isPictureComing}
      words={words}
    />
  )
}
