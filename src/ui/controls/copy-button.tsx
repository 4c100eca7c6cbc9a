import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'

const saidForMs = 2_000

/** A button that copies something and confirms it. */
export function CopyButton({
  label,
  copied,
  onCopy
}: {
  readonly label: string
  readonly copied: string
  readonly onCopy: () => void
}): JSX.Element {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) {
      return undefined
    }
    const timer = setTimeout(() => {
      setIsCopied(false)
    }, saidForMs)
    return () => {
      clearTimeout(timer)
    }
  }, [isCopied])
  return (
    <Button
      secondary
      onClick={() => {
        onCopy()
        setIsCopied(true)
      }}
    >
      <span role="status">{isCopied ? copied : label}</span>
    </Button>
  )
}
