import { useEffect, useState } from 'react'

/**
 * What a file's reading proposes, as a person edits it. Another proposal replaces it only where it differs from the one
 * before, so that what is edited in one form outlives the file being read anew by another. While it is edited and not
 * applied, the drafts are held back.
 */
export function useProposal<T>(
  name: string,
  proposed: T,
  hold: (name: string, isOpen: boolean) => void,
): [T, (value: T | ((before: T) => T)) => void] {
  const told = JSON.stringify(proposed)
  const [seen, setSeen] = useState(told)
  const [value, setValue] = useState(proposed)
  if (seen !== told) {
    setSeen(told)
    setValue(proposed)
  }
  const isOpen = JSON.stringify(value) !== told
  useEffect(() => {
    hold(name, isOpen)
    return () => hold(name, false)
  }, [hold, name, isOpen])
  return [value, setValue]
}
