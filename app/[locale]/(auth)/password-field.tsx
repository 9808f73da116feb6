'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useState } from 'react'
import { Checkbox } from '#app/_components/choices.tsx'
import { TextField } from '#app/_components/field.tsx'
import styles from './password-field.module.css'

/** A password that can be shown while typing, where the page is awake. */
export function PasswordField(
  props: Omit<ComponentProps<typeof TextField>, 'type' | 'dir' | 'defaultValue'>,
) {
  const t = useTranslations('auth')
  const [isAwake, setAwake] = useState(false)
  const [isShown, setShown] = useState(false)
  useEffect(() => setAwake(true), [])
  return (
    <div className={styles.password}>
      <TextField {...props} type={isShown ? 'text' : 'password'} spellCheck={false} />
      {isAwake && (
        <Checkbox
          label={t('showPassword')}
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />
      )}
    </div>
  )
}
