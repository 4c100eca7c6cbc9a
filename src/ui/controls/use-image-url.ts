import { useEffect, useState } from 'preact/hooks'

/** An address under which the window can show an image; null without one. It is given back when it is no longer shown. */
export function useImageUrl(png: Uint8Array | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (png === null) {
      setUrl(null)
      return undefined
    }
    const made = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }))
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
    }
  }, [png])
  return url
}
