import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Workspace } from '../workspace'

function cssColor({ r, g, b }: RGB, opacity = 1): string {
  const channel = (value: number): number => Math.round(value * 255)
  return `rgba(${channel(r)}, ${channel(g)}, ${channel(b)}, ${opacity})`
}

function hex({ r, g, b }: RGB): string {
  const channel = (value: number): string =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  return `${channel(r)}${channel(g)}${channel(b)}`.toUpperCase()
}

function ImageSwatch({ bytes }: { readonly bytes: Uint8Array | undefined }) {
  const [url, setUrl] = useState('')
  useEffect(() => {
    if (bytes === undefined) return undefined
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
    }
  }, [bytes])
  return <span class="swatch" style={{ backgroundImage: url === '' ? '' : `url(${url})` }} />
}

function describe(paint: Paint): string {
  switch (paint.type) {
    case 'SOLID':
      return hex(paint.color)
    case 'IMAGE':
      return `Image · ${paint.scaleMode.toLowerCase()}`
    case 'GRADIENT_LINEAR':
      return 'Linear gradient'
    case 'GRADIENT_RADIAL':
      return 'Radial gradient'
    default:
      return paint.type.toLowerCase().replaceAll('_', ' ')
  }
}

function Swatch({ paint, workspace }: { readonly paint: Paint; readonly workspace: Workspace }) {
  if (paint.type === 'SOLID')
    return <span class="swatch" style={{ background: cssColor(paint.color, paint.opacity) }} />
  if (paint.type === 'IMAGE') {
    return <ImageSwatch bytes={workspace.open.document.images.get(paint.imageHash ?? '')} />
  }
  if ('gradientStops' in paint) {
    const stops = paint.gradientStops.map(
      ({ color, position }) => `${cssColor(color, color.a)} ${position * 100}%`
    )
    return <span class="swatch" style={{ background: `linear-gradient(90deg, ${stops.join(', ')})` }} />
  }
  return <span class="swatch" />
}

/** A list of paints, the topmost first, as Figma's panel has it. */
export function FillRows({
  paints,
  workspace
}: {
  readonly paints: readonly Paint[]
  readonly workspace: Workspace
}): JSX.Element {
  return (
    <ul class="fills">
      {[...paints].reverse().map((paint, index) => (
        <li key={paints.length - index} class={paint.visible === false ? 'is-hidden' : ''}>
          <Swatch paint={paint} workspace={workspace} />
          <span>{describe(paint)}</span>
          <span class="quiet">{Math.round((paint.opacity ?? 1) * 100)}%</span>
        </li>
      ))}
    </ul>
  )
}
