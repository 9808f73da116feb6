'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button.tsx'

/**
 * Sends the form around it, and says so while the answer is awaited. A second press does nothing meanwhile; the
 * button keeps its focus.
 */
export function SubmitButton({
  children,
  variant = 'primary',
  ...props
}: Omit<ComponentProps<typeof Button>, 'type'>) {
  const t = useTranslations('common')
  const { pending } = useFormStatus()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return setSlow(false)
    // A quick answer would only make the label flicker.
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [pending])
  return (
    <Button
      {...props}
      variant={variant}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else props.onClick?.(event)
      }}
    >
      {slow ? t('working') : children}
    </Button>
  )
}
