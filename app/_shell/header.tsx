import { useTranslations } from 'next-intl'
import { Bidi } from '#app/_components/bidi.tsx'
import { SignOutButton } from '#app/_components/sign-out-button.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import type { Viewer } from '#lib/viewer.ts'
import styles from './header.module.css'
import { LanguageLink } from './language-link.tsx'
import { NavLink } from './nav-link.tsx'
import { type NavigationItem, navigationFor } from './navigation.ts'
import { Seal } from './seal.tsx'

/** The head of every page: what archive this is, where one can go, in which language, and who is signed in. */
export function Header({
  viewer,
  archiveName,
  isDemo,
}: {
  viewer: Viewer
  archiveName: string
  isDemo: boolean
}) {
  const t = useTranslations('shell')
  const { reading, work } = navigationFor(viewer)
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      {isDemo && (
        <aside className={styles.banner} aria-label={t('demoLabel')}>
          {t('demo')}
        </aside>
      )}
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link href="/" className={styles.name}>
            <Seal className={styles.seal} />
            {archiveName}
          </Link>
          <nav className={styles.wide} aria-label={t('navigation')}>
            <Links items={reading} />
          </nav>
          <div className={styles.wide}>
            <LanguageLink className={styles.link!} label={t('otherLanguage')} />
            <Account viewer={viewer} />
          </div>
          <details className={styles.menu}>
            <summary>{t('menu')}</summary>
            <div className={styles.panel}>
              <nav aria-label={t('navigation')}>
                <Links items={reading} />
              </nav>
              {work.length > 0 && (
                <>
                  <hr />
                  <nav aria-label={t('workNavigation')}>
                    <Links items={work} />
                  </nav>
                </>
              )}
              <hr />
              <LanguageLink className={styles.link!} label={t('otherLanguage')} />
              <Account viewer={viewer} />
            </div>
          </details>
        </div>
        {work.length > 0 && (
          <div className={styles.work}>
            <nav className={styles.workBar} aria-label={t('workNavigation')}>
              <Links items={work} />
              {viewer.kind === 'user' && (
                <span className={styles.who}>
                  <Bidi>{viewer.name}</Bidi>
                </span>
              )}
            </nav>
          </div>
        )}
      </header>
    </>
  )
}

function Links({ items }: { items: readonly NavigationItem[] }) {
  const t = useTranslations('shell.nav')
  return (
    <ul className={styles.links}>
      {items.map(({ href, label, exact = false }) => (
        <li key={href}>
          <NavLink href={href} exact={exact} className={styles.link}>
            {t(label)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

function Account({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('shell')
  if (viewer.kind !== 'user') {
    return (
      <NavLink href="/sign-in" className={styles.link}>
        {t('signIn')}
      </NavLink>
    )
  }
  return (
    <>
      <NavLink href="/account" className={styles.link}>
        {t('account')}
      </NavLink>
      <SignOutButton variant="quiet" className={styles.link} />
    </>
  )
}
