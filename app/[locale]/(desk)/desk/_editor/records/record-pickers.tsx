'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Fieldset } from '#app/_components/choices.tsx'
import { type Authority, displayNameOf } from '#lib/authorities/model.ts'
import type { Occasion } from '#lib/occasions/model.ts'
import type { Source } from '#lib/sources/model.ts'
import type { AuthorityKind } from '#lib/statements/vocabularies.ts'
import { useField, useRecords } from '../draft-context.tsx'
import { useFieldText } from '../fields/use-field-text.ts'
import { AuthorityDialog } from './authority-dialog.tsx'
import { RecordSearch } from './record-search.tsx'
import styles from './records.module.css'
import { SimpleRecordDialog } from './simple-record-dialog.tsx'

/** Events or places of the statement: chosen from a searchable list, or recorded on the spot. */
export function AuthoritiesField({
  path,
  kind,
}: {
  path: 'about.eventIds' | 'about.placeIds'
  kind: AuthorityKind
}) {
  const t = useTranslations('statement-form.records')
  const field = useFieldText(path)
  const [ids, setIds] = useField(path)
  const { authorities } = useRecords()
  const locale = useLocale()
  const [editing, setEditing] = useState<Authority | null>(null)
  const add = (record: Authority) => {
    if (!ids.includes(record.id)) setIds([...ids, record.id])
  }
  return (
    <Fieldset {...field}>
      {ids.length > 0 && (
        <ul className={styles.chosen} aria-label={t('chosen', { field: field.label })}>
          {ids.map((id) => {
            const record = authorities.get(id)
            const name = record ? displayNameOf(record, locale) : id
            return (
              <li key={id}>
                <bdi dir="auto">{name}</bdi>
                {record && (
                  <Button size="s" variant="quiet" onClick={() => setEditing(record)}>
                    {t('change')}
                    <span className="visually-hidden">: {name}</span>
                  </Button>
                )}
                <Button
                  size="s"
                  variant="quiet"
                  aria-label={t('remove', { name })}
                  onClick={() => setIds(ids.filter((other) => other !== id))}
                >
                  ×
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <AuthorityChoice
        label={t('search', { field: field.label })}
        kinds={[kind]}
        exclude={ids}
        onChoose={add}
      />
      {editing && <EditAuthority record={editing} onClose={() => setEditing(null)} />}
    </Fieldset>
  )
}

function EditAuthority({ record, onClose }: { record: Authority; onClose: () => void }) {
  const { addAuthority } = useRecords()
  return (
    <AuthorityDialog
      kinds={[record.kind]}
      record={record}
      onClose={onClose}
      onSaved={(saved) => {
        addAuthority(saved)
        onClose()
      }}
    />
  )
}

/** The searchable list of authority records, and the way to record a new one. */
export function AuthorityChoice({
  label,
  kinds,
  exclude,
  onChoose,
}: {
  label: string
  kinds: readonly AuthorityKind[]
  exclude: readonly string[]
  onChoose: (record: Authority) => void
}) {
  const t = useTranslations('statement-form.records')
  const kindName = useTranslations('vocabulary.authorityKinds')
  const { addAuthority } = useRecords()
  const locale = useLocale()
  const [creating, setCreating] = useState(false)
  const choose = (record: Authority) => {
    addAuthority(record)
    onChoose(record)
  }
  return (
    <div className={styles.picker}>
      <RecordSearch<Authority>
        label={label}
        path={`authorities?kinds=${kinds.join(',')}`}
        nameOf={(record) => displayNameOf(record, locale)}
        detailOf={(record) =>
          [
            kinds.length > 1 ? kindName(record.kind) : '',
            record.names
              .map((form) => form.name)
              .filter((name) => name !== displayNameOf(record, locale))
              .slice(0, 3)
              .join(' · '),
            record.note.slice(0, 80),
          ]
            .filter(Boolean)
            .join(' — ')
        }
        exclude={exclude}
        onChoose={choose}
      />
      <Button size="s" onClick={() => setCreating(true)}>
        {t('create')}
      </Button>
      {creating && (
        <AuthorityDialog
          kinds={kinds}
          record={null}
          onClose={() => setCreating(false)}
          onSaved={(record) => {
            choose(record)
            setCreating(false)
          }}
        />
      )}
    </div>
  )
}

/** The source of the statement. */
export function SourceField() {
  const records = useRecords()
  const [id, setId] = useField('source.sourceId')
  return (
    <OneRecordField<Source>
      path="source.sourceId"
      type="sources"
      record={id ? (records.sources.get(id) ?? null) : null}
      detailOf={(source) => [source.publisher, source.date].filter(Boolean).join(' · ')}
      onChoose={(record) => {
        if (record) records.addSource(record)
        setId(record?.id ?? null)
      }}
    />
  )
}

/** The occasion at which the statement was given. */
export function OccasionField() {
  const records = useRecords()
  const [id, setId] = useField('taking.occasionId')
  return (
    <OneRecordField<Occasion>
      path="taking.occasionId"
      type="occasions"
      record={id ? (records.occasions.get(id) ?? null) : null}
      detailOf={(occasion) => [occasion.place, occasion.date].filter(Boolean).join(' · ')}
      onChoose={(record) => {
        if (record) records.addOccasion(record)
        setId(record?.id ?? null)
      }}
    />
  )
}

function OneRecordField<T extends Source | Occasion>({
  path,
  type,
  record,
  detailOf,
  onChoose,
}: {
  path: 'source.sourceId' | 'taking.occasionId'
  type: 'sources' | 'occasions'
  record: T | null
  detailOf: (record: T) => string
  onChoose: (record: T | null) => void
}) {
  const t = useTranslations('statement-form.records')
  const field = useFieldText(path)
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null)
  return (
    <Fieldset {...field}>
      {record ? (
        <div className={styles.record}>
          <p>
            <bdi dir="auto">{record.title}</bdi>
            <span className={styles.detail}>
              <bdi dir="auto">{detailOf(record)}</bdi>
            </span>
          </p>
          <div className={styles.recordActions}>
            <Button size="s" variant="quiet" onClick={() => setDialog('edit')}>
              {t('change')}
            </Button>
            <Button size="s" variant="quiet" onClick={() => onChoose(null)}>
              {t('remove', { name: record.title })}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.picker}>
          <RecordSearch<T>
            label={t('search', { field: field.label })}
            path={type}
            nameOf={(item) => item.title}
            detailOf={detailOf}
            onChoose={onChoose}
          />
          <Button size="s" onClick={() => setDialog('new')}>
            {t('create')}
          </Button>
        </div>
      )}
      {dialog && (
        <SimpleRecordDialog
          type={type}
          record={dialog === 'edit' ? record : null}
          onClose={() => setDialog(null)}
          onSaved={(saved) => {
            onChoose(saved as T)
            setDialog(null)
          }}
        />
      )}
    </Fieldset>
  )
}
