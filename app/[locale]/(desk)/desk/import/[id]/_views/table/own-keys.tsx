import { useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import type { Mapping } from '#lib/importing/tables/mapping.ts'

/** JSON lines in the archive's own keys need no mapping, and can have one. */
export function OwnKeys({
  mapping,
  busy,
  onMap,
}: {
  mapping: Mapping
  busy: boolean
  onMap: (mapping: Mapping) => void
}) {
  const t = useTranslations('import-table.mapping')
  return (
    <p className="cluster">
      <span>{t('own')}</span>
      <Button
        size="s"
        aria-disabled={busy || undefined}
        onClick={() => {
          if (!busy) onMap(mapping)
        }}
      >
        {t('mapOwn')}
      </Button>
    </p>
  )
}
