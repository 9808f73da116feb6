'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_components/button.tsx'
import { Select } from '#app/_components/field.tsx'
import { displayNameOf } from '#lib/authorities/model.ts'
import type { Mention } from '#lib/statements/model.ts'
import { IDENTIFICATION_BASES, INVOLVEMENTS, MENTION_ROLES } from '#lib/statements/vocabularies.ts'
import { usePassage, useRecords, useStore } from '../draft-context.tsx'
import { useOptions } from '../fields/vocabulary.ts'
import { AuthorityChoice } from '../records/record-pickers.tsx'
import styles from './passages.module.css'

const NAMED_KINDS = ['person', 'organisation', 'place', 'event'] as const

/** Who and what is named in a passage, in which role; of alleged perpetrators, how the witness identified them. */
export function PassageMentions({ passageKey }: { passageKey: string }) {
  const t = useTranslations('passages.mentions')
  const store = useStore()
  const mentions = usePassage(passageKey)?.mentions ?? []
  const set = (next: Mention[]) => store.setPassage(passageKey, { mentions: next })
  return (
    <section className={styles.mentions} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {mentions.map((mention, place) => (
        <MentionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: one record may be named in two roles
          key={`${mention.authorityId}-${place}`}
          mention={mention}
          onChange={(changed) => set(mentions.with(place, changed))}
          onRemove={() => set(mentions.filter((_, other) => other !== place))}
        />
      ))}
      <AuthorityChoice
        label={t('add')}
        kinds={NAMED_KINDS}
        exclude={[]}
        onChoose={({ id }) =>
          set([...mentions, { authorityId: id, role: 'other', involvement: null, basis: null }])
        }
      />
    </section>
  )
}

function MentionRow({
  mention,
  onChange,
  onRemove,
}: {
  mention: Mention
  onChange: (mention: Mention) => void
  onRemove: () => void
}) {
  const t = useTranslations('passages.mentions')
  const { authorities } = useRecords()
  const locale = useLocale()
  const record = authorities.get(mention.authorityId)
  const name = record ? displayNameOf(record, locale) : mention.authorityId
  const roles = useOptions('mentionRoles', MENTION_ROLES)
  const involvements = useOptions('involvements', INVOLVEMENTS)
  const bases = useOptions('identificationBases', IDENTIFICATION_BASES)
  const isAccused = mention.role === 'alleged_perpetrator'
  return (
    <div className={styles.mention}>
      <p className={styles.mentionName}>
        <bdi dir="auto">{name}</bdi>
        <Button size="s" variant="quiet" aria-label={t('remove', { name })} onClick={onRemove}>
          ×
        </Button>
      </p>
      <div className={styles.facts}>
        <Select
          label={t('role', { name })}
          options={roles}
          value={mention.role}
          onChange={({ target }) => {
            const role = target.value as Mention['role']
            const accused = role === 'alleged_perpetrator'
            onChange({ ...mention, role, ...(accused ? {} : { involvement: null, basis: null }) })
          }}
        />
        {isAccused && (
          <>
            <Select
              label={t('involvement', { name })}
              placeholder={t('none')}
              options={involvements}
              value={mention.involvement ?? ''}
              onChange={({ target }) =>
                onChange({ ...mention, involvement: (target.value || null) as never })
              }
            />
            <Select
              label={t('basis', { name })}
              help={mention.basis === null ? t('unconfirmed') : undefined}
              placeholder={t('none')}
              options={bases}
              value={mention.basis ?? ''}
              onChange={({ target }) =>
                onChange({ ...mention, basis: (target.value || null) as never })
              }
            />
          </>
        )}
      </div>
    </div>
  )
}
