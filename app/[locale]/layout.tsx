import '#app/_styles/index.css'
import type { Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { ArchiveNameProvider } from '#app/_components/page-title.tsx'
import { ClientMessages } from '#app/_i18n/client-messages.tsx'
import { directionOf, routing } from '#app/_i18n/routing.ts'
import { optionalViewer } from '#app/_server/viewer.ts'
import { AriaLocale } from '#app/_shell/aria-locale.tsx'
import { Footer } from '#app/_shell/footer.tsx'
import { Header } from '#app/_shell/header.tsx'
import { THEME_COOKIE, themeFrom } from '#app/_shell/theme.ts'
import { type ArchiveView, getArchive } from '#lib/archive/queries.ts'

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The frame of every page. It decides nothing about access: each page and each query does so itself. */
export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const viewer = await optionalViewer()
  const archive = getArchive(viewer)
  const name = archiveName(archive, locale)
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={theme === 'system' ? undefined : theme}
    >
      <head>
        {/* Read by react-aria for the style elements that it adds. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <ClientMessages namespaces={[]}>
          <AriaLocale locale={locale}>
            <Header viewer={viewer} archiveName={name} isDemo={archive?.kind === 'demo'} />
            <main id="content" tabIndex={-1}>
              <ArchiveNameProvider name={name}>{children}</ArchiveNameProvider>
            </main>
            <Footer theme={theme} />
          </AriaLocale>
        </ClientMessages>
      </body>
    </html>
  )
}

function archiveName(archive: ArchiveView | null, locale: string): string {
  if (locale === 'fa') return archive?.name.fa || 'گواه'
  return archive?.name.en || 'Govah'
}
