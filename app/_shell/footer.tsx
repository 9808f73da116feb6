import { useTranslations } from 'next-intl'
import { Link } from '#app/_i18n/navigation.ts'
import styles from './footer.module.css'
import type { Theme } from './theme.ts'
import { ThemeChoice } from './theme-choice.tsx'

/** The foot of every page: whose words these are, where to ask for a correction, and how it looks. */
export function Footer({ theme }: { theme: Theme }) {
  const t = useTranslations('shell')
  return (
    <footer className={styles.footer}>
      <div className={styles.bar}>
        <div className={styles.text}>
          <p>{t('footer.attribution')}</p>
          <ul className={styles.links}>
            <li>
              <Link href="/about">{t('nav.about')}</Link>
            </li>
            <li>
              <Link href="/about#correction">{t('footer.correction')}</Link>
            </li>
            <li>
              <Link href="/help">{t('nav.help')}</Link>
            </li>
          </ul>
        </div>
        <ThemeChoice current={theme} />
      </div>
    </footer>
  )
}
