import { type JSX } from 'preact'
import styles from './preview-room.css'

/** In the middle of a preview whose picture is still being made. */
export function PictureComing({ label }: { readonly label: string }): JSX.Element {
  return <div class={styles['coming']} role="img" aria-label={label} title={label} />
}
