'use client'

import { useEffect } from 'react'
import { useRouter } from '#app/_i18n/navigation.ts'

const REFRESH_MS = 3_000

/** Draws the page anew now and then, as long as it is given: while some import goes on by itself. */
export function RefreshWhileWorking() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
