import { type JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useImageUrl } from '../controls/use-image-url'
import { isPlaced, type Run, type Variation } from '../expansion/run'
import type { AppModel } from '../model/app-model'
import type { Words } from '../words/words'
import styles from './variation-strip.css'

/** Shows an expansion's images side by side; pressing one places it. */
export function VariationStrip({
  model,
  run,
  words
}: {
  readonly model: AppModel
  readonly run: Run
  readonly words: Words
}): JSX.Element {
  const { canvas } = run.expansion.plan
  const shape = canvas === null ? 1.2 : canvas.width / canvas.height
  const isWide = shape > 1.4
  const seen = useRef(new Set<number>())
  if (run.shown !== null) {
    seen.current.add(run.shown)
  }
  return (
    <div
      class={`${styles['strip']} ${isWide ? styles['wide'] : ''}`}
      role="group"
      aria-label={words.ended.variants}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (step !== undefined) {
          event.preventDefault()
          focusNext(event.currentTarget, step)
        }
      }}
    >
      {run.variations.map((variation, index) => (
        <VariationButton
          key={variation.id}
          variation={variation}
          number={index + 1}
          shape={Math.min(3, Math.max(0.75, shape))}
          isShown={run.shown === variation.id && isPlaced(run)}
          isNew={run.shown !== null && !seen.current.has(variation.id)}
          words={words}
          onPress={() => void model.show(run.runId, variation.id)}
        />
      ))}
    </div>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** Moves the focus among the images that can be placed, from the last to the first. */
function focusNext(strip: HTMLElement, step: number): void {
  const buttons = [...strip.querySelectorAll<HTMLButtonElement>('button:enabled')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons.at((at + step) % buttons.length)?.focus()
}

function VariationButton({
  variation: { state },
  number,
  shape,
  isShown,
  isNew,
  words,
  onPress
}: {
  readonly variation: Variation
  readonly number: number
  /** Width : height. */
  readonly shape: number
  readonly isShown: boolean
  /** Whether the image was not viewed yet. */
  readonly isNew: boolean
  readonly words: Words
  readonly onPress: () => void
}): JSX.Element {
  const { ended } = words
  const url = useImageUrl(state.kind === 'ready' ? state.image.thumbnail : null)
  const isUnseen = isNew && state.kind === 'ready'
  const said = state.kind !== 'ready' ? ended.variantStates[state.kind] : isUnseen ? ended.unseen : ''
  const name = isShown ? ended.shownVariant(number) : ended.variant(number)
  const label = said === '' ? name : words.listed(name, said)
  return (
    <button
      type="button"
      class={styles['variant']}
      style={{ aspectRatio: shape }}
      aria-label={label}
      aria-pressed={isShown}
      title={label}
      disabled={state.kind !== 'ready'}
      onClick={onPress}
    >
      {url === null ? (
        <span class={styles['state']}>{state.kind === 'ready' ? number : said}</span>
      ) : (
        <img class={styles['image']} src={url} alt="" />
      )}
      {isUnseen ? <span class={styles['unseen']} /> : null}
    </button>
  )
}
