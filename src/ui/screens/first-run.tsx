import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { provider } from '../../core/provider'
import type { ViewProps } from '../controls/view-props'
import styles from './first-run.css'

/** The first-run screen: what the plugin does, where the key comes from and what is sent. Shown until there is a key or it is skipped. */
export function FirstRun({ model, state, words }: ViewProps): JSX.Element {
  const text = words.firstRun
  return (
    <section class={styles['firstRun']}>
      <Picture label={text.picture} />
      <h2 class={styles['title']}>{text.title}</h2>
      <dl class={styles['facts']}>
        {text.facts.map(({ title, sentence }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
      <a class={styles['link']} href={provider.url} target="_blank" rel="noreferrer">
        {text.getKey}
      </a>
      <Button
        fullWidth
        onClick={() => {
          model.showScreen('settings')
        }}
      >
        {words.expand.addKey}
      </Button>
      <Button
        secondary
        fullWidth
        onClick={() => void model.saveSettings({ ...state.settings, isIntroduced: true })}
      >
        {text.lookAround}
      </Button>
    </section>
  )
}

/** Draws an image in an enlarged frame, and the same frame filled, with headline and button on top. */
function Picture({ label }: { readonly label: string }): JSX.Element {
  return (
    <svg class={styles['picture']} viewBox="0 0 272 96" role="img" aria-label={label}>
      <g class={styles['hatched']}>
        <rect x="1" y="13" width="118" height="70" />
        <path d="M1 41 29 13M1 69 29 41M91 55 119 27M91 83 119 55M105 83 119 69M1 83 29 69" />
      </g>
      <Landscape x={30} width={60} />
      <Layers x={38} />
      <path class={styles['arrow']} d="M127 48h16m-5-5 5 5-5 5" />
      <Landscape x={152} width={118} />
      <Layers x={189} />
      <rect class={styles['kept']} x="181" y="13" width="60" height="70" />
    </svg>
  )
}

function Landscape({ x, width }: { readonly x: number; readonly width: number }): JSX.Element {
  const end = x + width
  return (
    <g>
      <rect class={styles['sky']} x={x} y="13" width={width} height="70" />
      <path
        class={styles['hill']}
        d={`M${x} 66Q${x + width / 3} 44 ${x + width / 2} 60T${end} 58V83H${x}Z`}
      />
    </g>
  )
}

function Layers({ x }: { readonly x: number }): JSX.Element {
  return (
    <g class={styles['layers']}>
      <rect x={x} y="24" width="36" height="5" rx="2" />
      <rect x={x} y="33" width="24" height="5" rx="2" />
      <rect class={styles['button']} x={x} y="68" width="22" height="8" rx="4" />
    </g>
  )
}
