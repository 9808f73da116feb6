'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { chooseTheme } from './actions.ts'
import styles from './footer.module.css'
import { THEMES, type Theme } from './theme.ts'

/** Three buttons that choose light, dark or the device's own; they work before the page is awake. */
export function ThemeChoice({ current }: { current: Theme }) {
  const t = useTranslations('shell.theme')
  const [, choose] = useActionState(chooseTheme, null)
  return (
    <form action={choose} className={styles.themes}>
      <fieldset>
        <legend>{t('label')}</legend>
        <div>
          {THEMES.map((theme) => (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              aria-pressed={theme === current}
            >
              {t(theme)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}
