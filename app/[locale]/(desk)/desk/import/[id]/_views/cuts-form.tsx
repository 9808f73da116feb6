'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/_components/button.tsx'
import { TextField } from '#app/_components/field.tsx'
import type { CutChoice } from '#lib/importing/cuts.ts'
import type { ImportView } from '#lib/importing/plan.ts'
import styles from '../../import.module.css'
import type { ConfirmingViewProps } from './confirming-view-props.ts'
import { ParagraphSearch } from './paragraph-search.tsx'
import { useProposal } from './use-proposal.ts'

type Row = CutChoice & { key: number }

/** Where each testimony of a hearing begins, and whose it is: proposed, to be moved, taken out, added to. */
export function CutsForm({
  document,
  choices,
  change,
  busy,
  hold,
}: Pick<ConfirmingViewProps, 'choices' | 'change' | 'busy' | 'hold'> & {
  document: NonNullable<ImportView['document']>
}) {
  const t = useTranslations('import-document.cuts')
  const { outline, paragraphs } = document
  const proposed = document.cuts.map(
    ({ paragraph, witness, skip }, key): Row => ({ key, paragraph, witness, skip }),
  )
  const [rows, setRows] = useProposal('cuts', proposed, hold)
  const nextKey = useRef(1_000)
  const list = useRef<HTMLOListElement>(null)
  const set = (key: number, part: Partial<CutChoice>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)))
  /** The keyboard goes on where something was taken out or put in: at once, so that the next key finds it there. */
  function setAndFocus(changed: Row[], index: number) {
    flushSync(() => setRows(changed))
    focusRow(index)
  }
  const focusRow = (index: number) =>
    list.current?.children[index]?.querySelector<HTMLInputElement>('input[type=number]')?.focus()

  function add() {
    const last = rows.at(-1)!.paragraph
    const row = { key: nextKey.current++, paragraph: Math.min(last + 1, paragraphs), witness: '' }
    setAndFocus([...rows, { ...row, skip: false }], rows.length)
  }

  function remove(key: number) {
    const index = rows.findIndex((row) => row.key === key)
    setAndFocus(
      rows.filter((row) => row.key !== key),
      Math.max(0, index - 1),
    )
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    // Beside an emptied number it says that there is no such paragraph; the others the browser checks.
    const emptied = rows.findIndex((row) => Number.isNaN(row.paragraph))
    if (emptied !== -1) return focusRow(emptied)
    const cuts = rows.map(({ paragraph, witness, skip }) => ({ paragraph, witness, skip }))
    void change({ cuts: cuts.sort((a, b) => a.paragraph - b.paragraph) })
  }

  return (
    <section aria-labelledby="cuts-title">
      <h3 id="cuts-title">{t('title')}</h3>
      <p className={styles.aside}>{t('help')}</p>
      <form className="stack" onSubmit={submit}>
        <ol className={styles.cuts} ref={list}>
          {rows.map((row, index) => (
            <li key={row.key}>
              <fieldset className={styles.cut}>
                <legend>{t('testimony', { number: index + 1 })}</legend>
                <TextField
                  label={t('paragraph')}
                  type="number"
                  inputMode="numeric"
                  dir="ltr"
                  min={1}
                  max={paragraphs}
                  readOnly={index === 0}
                  value={Number.isNaN(row.paragraph) ? '' : row.paragraph}
                  onChange={(event) => set(row.key, { paragraph: event.target.valueAsNumber })}
                />
                <div className={styles.cutStart}>
                  <p dir="auto" className={styles.cutText} aria-live="polite">
                    {outline[row.paragraph - 1] ?? t('noParagraph')}
                  </p>
                  {index > 0 && (
                    <ParagraphSearch
                      outline={outline}
                      near={row.paragraph}
                      onChoose={(paragraph) => set(row.key, { paragraph })}
                    />
                  )}
                </div>
                <TextField
                  label={t('witness')}
                  value={row.witness}
                  maxLength={300}
                  onChange={(event) => set(row.key, { witness: event.target.value })}
                />
                <div className="cluster">
                  <label>
                    <input
                      type="checkbox"
                      checked={row.skip}
                      onChange={(event) => set(row.key, { skip: event.target.checked })}
                    />{' '}
                    {t('skip')}
                  </label>
                  {index > 0 && (
                    <Button size="s" onClick={() => remove(row.key)}>
                      {t('remove', { number: index + 1 })}
                    </Button>
                  )}
                </div>
              </fieldset>
            </li>
          ))}
        </ol>
        <div className="cluster">
          <Button onClick={add}>{t('add')}</Button>
          <Button type="submit" aria-disabled={busy || undefined}>
            {busy ? t('reading') : t('apply')}
          </Button>
          {choices.cuts && (
            <Button variant="quiet" onClick={() => void change({ cuts: undefined })}>
              {t('reset')}
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}
