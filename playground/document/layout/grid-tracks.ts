/** A row or column that takes its share of what is left: how new ones are. (plugin-api.d.ts, `gridRowCount`) */
export const flexibleTrack: GridTrackSize = { type: 'FLEX', value: 1 }

/** As many tracks as asked for: the last ones go, flexible ones come. */
export function withTrackCount(tracks: readonly GridTrackSize[], count: number): readonly GridTrackSize[] {
  return Array.from({ length: count }, (_, index) => tracks[index] ?? flexibleTrack)
}

/** Tracks in the words of CSS, as REST has them: `100px minmax(0,1fr) fit-content(100%)`. */
export function writeTracks(tracks: readonly GridTrackSize[]): string {
  return tracks.map(writeTrack).join(' ')
}

function writeTrack({ type, value }: GridTrackSize): string {
  switch (type) {
    case 'FIXED':
      return `${value ?? 0}px`
    case 'FLEX':
      return `minmax(0,${value ?? 1}fr)`
    case 'HUG':
      return 'fit-content(100%)'
  }
}

/** The tracks of a CSS template; `repeat(3,…)` is written out. Null where a part of it is none of the platform's. */
export function readTracks(template: string): readonly GridTrackSize[] | null {
  const spread = template.replace(
    /repeat\(\s*(\d+)\s*,((?:[^()]|\([^()]*\))*)\)/g,
    (_match, count: string, part: string) => ` ${part} `.repeat(Math.min(1000, Number(count)))
  )
  const tracks = [...spread.matchAll(/[^\s()]+(?:\([^()]*\))?/g)].map(([part]) => readTrack(part))
  const known = tracks.filter((track) => track !== null)
  return known.length === tracks.length ? known : null
}

function readTrack(part: string): GridTrackSize | null {
  const [, fixed] = /^([\d.eE+-]+)px$/.exec(part) ?? []
  if (fixed !== undefined) {
    return { type: 'FIXED', value: Number(fixed) }
  }
  const [, flexible] = /^(?:minmax\(\s*0(?:px)?\s*,\s*)?([\d.eE+-]+)fr\s*\)?$/.exec(part) ?? []
  if (flexible !== undefined) {
    return { type: 'FLEX', value: Number(flexible) }
  }
  return part.startsWith('fit-content(') || part === 'auto' || part === 'max-content' ? { type: 'HUG' } : null
}
