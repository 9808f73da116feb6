import type { ReactNode } from 'react'

/**
 * Text whose direction is not known beforehand (names, titles, what people typed): isolated, so that it cannot
 * disturb the line around it, and read in its own direction. `lang` chooses font and voice.
 */
export function Bidi({
  lang,
  children,
}: {
  lang?: string | null | undefined
  children: ReactNode
}) {
  return (
    <bdi dir="auto" lang={lang ?? undefined}>
      {children}
    </bdi>
  )
}

/** References, e-mail addresses and codes: always left to right, also inside Persian text. */
export function Ltr({ children }: { children: ReactNode }) {
  return <bdi dir="ltr">{children}</bdi>
}
