import { useFormatter, useTranslations } from 'next-intl'
import { useFieldLabel } from '#app/_compare/field-value.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { NameCheck } from '#lib/review/queries.ts'
import type { Problem } from '#lib/statements/readiness.ts'

/** What the archive found by itself: things that stand against it, and whether a name in the vault shows anywhere. */
export function ChecksSection({
  problems,
  nameCheck,
  isNamed,
}: {
  problems: readonly Problem[]
  nameCheck: NameCheck
  /** Whether the witness is meant to be named. */
  isNamed: boolean
}) {
  const t = useTranslations('review.checks')
  const readiness = useTranslations('readiness')
  const format = useFormatter()
  const labelOf = useFieldLabel()
  const numbers = (passages: readonly number[]) =>
    readiness('passages', {
      count: passages.length,
      numbers: passages.map((number) => format.number(number)).join(', '),
    })
  const found = nameCheck.passages.length > 0 || nameCheck.parts.length > 0
  return (
    <>
      {problems.length === 0 ? (
        <p>{t('noProblems')}</p>
      ) : (
        <ul>
          {problems.map(({ field, reason, passages }) => (
            <li key={`${field}-${reason}`}>
              {field !== 'consents' && field !== 'identity' && `${labelOf(field, null)}: `}
              {readiness(reason, { passages: numbers(passages ?? []) })}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('nameCheck')}</h3>
      {nameCheck.names === 0 && <p>{t('noNames')}</p>}
      {nameCheck.names > 0 && !found && <p>{t('nameNotFound', { count: nameCheck.names })}</p>}
      {found && (
        <Notice
          tone={isNamed ? 'info' : 'danger'}
          title={isNamed ? t('nameShown') : t('nameFound')}
        >
          <ul>
            {nameCheck.passages.length > 0 && <li>{numbers(nameCheck.passages)}</li>}
            {nameCheck.parts.map((part) => (
              <li key={part}>{t(`parts.${PARTS.has(part) ? part : 'other'}` as never)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

const PARTS = new Set([
  'titles',
  'abstracts',
  'witness',
  'knowledge',
  'taking',
  'occasion',
  'source',
  'about',
  'people',
  'sensitivity',
])
