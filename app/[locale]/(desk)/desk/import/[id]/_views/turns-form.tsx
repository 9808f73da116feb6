'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { Button } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { Select, TextField } from '#app/_components/field.tsx'
import { TURN_ROLES, type TurnRole } from '#lib/importing/turn-roles.ts'
import type { TurnChoice, TurnLabel } from '#lib/importing/turns.ts'
import styles from '../../import.module.css'
import type { ConfirmingViewProps } from './confirming-view-props.ts'
import { useProposal } from './use-proposal.ts'

/** Which labels of a file are speakers, and what each is called: proposed, and confirmed once for the file. */
export function TurnsForm({
  labels,
  choices,
  change,
  busy,
  hold,
}: Pick<ConfirmingViewProps, 'choices' | 'change' | 'busy' | 'hold'> & {
  labels: readonly TurnLabel[]
}) {
  const t = useTranslations('import-document.turns')
  const proposed = labels.map(({ label, as, name }): TurnChoice => ({ label, as, name }))
  const [turns, setTurns] = useProposal('turns', proposed, hold)
  const rows = labels.map((label, index) => ({ ...label, index, choice: turns[index]! }))
  const set = (index: number, part: Partial<TurnChoice>) =>
    setTurns((all) => all.map((turn, place) => (place === index ? { ...turn, ...part } : turn)))

  function submit(event: FormEvent) {
    event.preventDefault()
    void change({ turns })
  }

  return (
    <section aria-labelledby="turns-title">
      <h3 id="turns-title">{t('title')}</h3>
      <p className={styles.aside}>{t('help')}</p>
      <form className="stack" onSubmit={submit}>
        <DataTable
          caption={t('title')}
          hideCaption
          rows={rows}
          rowKey={(row) => row.label}
          columns={[
            {
              id: 'label',
              header: t('label'),
              isRowHeader: true,
              cell: (row) => (
                <>
                  <Bidi>{row.label}</Bidi>
                  <div className={styles.aside}>{t('count', { count: row.count })}</div>
                </>
              ),
            },
            {
              id: 'sample',
              header: t('sample'),
              cell: (row) => (
                <p dir="auto" className={styles.why}>
                  {row.sample}
                </p>
              ),
            },
            {
              id: 'as',
              header: t('as'),
              cell: (row) => (
                <Select
                  label={<span className="visually-hidden">{t('asOf', { label: row.label })}</span>}
                  value={row.choice.as}
                  onChange={(event) => set(row.index, { as: event.target.value as TurnRole })}
                  options={TURN_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
                />
              ),
            },
            {
              id: 'name',
              header: t('name'),
              cell: (row) =>
                row.choice.as === 'answer' || row.choice.as === 'text' ? (
                  <span className={styles.aside}>{t(`nameless.${row.choice.as}`)}</span>
                ) : (
                  <TextField
                    label={
                      <span className="visually-hidden">{t('nameOf', { label: row.label })}</span>
                    }
                    value={row.choice.name}
                    maxLength={200}
                    onChange={(event) => set(row.index, { name: event.target.value })}
                  />
                ),
            },
          ]}
        />
        <div className="cluster">
          <Button type="submit" aria-disabled={busy || undefined}>
            {busy ? t('reading') : t('apply')}
          </Button>
          {choices.turns && (
            <Button variant="quiet" onClick={() => void change({ turns: undefined })}>
              {t('reset')}
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}
