import { useEffect, useState } from 'preact/hooks'

/** Returns the Unix time, ms, and redraws every second while something is counted. */
export function useNow(isCounting: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isCounting) {
      return undefined
    }
    setNow(Date.now())
    const timer = setInterval(() => {
      setNow(Date.now())
    }, 1_000)
    return () => {
      clearInterval(timer)
    }
  }, [isCounting])
  return now
}
