import { useEffect, useState } from 'preact/hooks'

/** Returns an object URL of an image and revokes it when it is no longer shown; null without an image. */
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
