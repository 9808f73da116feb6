import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { Select, TextField } from '#app/_components/field.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { Failure } from '#app/_server/failure.ts'
import type { SavedMapping } from '#lib/importing/mappings.ts'
import { type Mapping, mappingSchema } from '#lib/importing/tables/mapping.ts'
import { deleteMappingAction, saveMappingAction } from './actions.ts'
import styles from './table.module.css'

/** Mappings saved by name: to use one, to save this one, to take one from a file or give it to one. */
export function SavedMappings({
  saved,
  mapping,
  busy,
  onUse,
}: {
  saved: readonly SavedMapping[]
  mapping: Mapping
  busy: boolean
  /** Reads the table by another mapping. */
  onUse: (mapping: Mapping) => void
}) {
  const t = useTranslations('import-table.saved')
  const [chosen, setChosen] = useState('')
  const [name, setName] = useState(mapping.name)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [told, setTold] = useState('')
  const use = saved.find(({ id }) => id === chosen)

  const save = async () => {
    const answer = await saveMappingAction({ ...mapping, name })
    setFailure(answer.ok ? null : answer.error)
    setTold(answer.ok ? t('saved', { name: answer.data.name }) : '')
  }
  const remove = async (id: string) => {
    const answer = await deleteMappingAction({ id })
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) setChosen('')
  }
  return (
    <details className={styles.place}>
      <summary>{t('title')}</summary>
      <div className={styles.saved}>
        <FormError error={failure} />
        {told !== '' && <Notice tone="success" live title={told} />}
        {saved.length > 0 && (
          <div className={styles.savedRow}>
            <Select
              label={t('use')}
              value={chosen}
              placeholder={t('choose')}
              options={saved.map((each) => ({
                value: each.id,
                label: t('by', { name: each.mapping.name, person: each.savedByName }),
              }))}
              onChange={({ target }) => setChosen(target.value)}
            />
            <Button
              aria-disabled={use === undefined || busy || undefined}
              onClick={() => use !== undefined && !busy && onUse(use.mapping)}
            >
              {t('apply')}
            </Button>
            {use?.isOwn && (
              <Button variant="danger" onClick={() => remove(use.id)}>
                {t('delete')}
                <span className="visually-hidden">: {use.mapping.name}</span>
              </Button>
            )}
          </div>
        )}
        <div className={styles.savedRow}>
          <TextField
            label={t('name')}
            help={t('nameHelp')}
            error={failure?.fields.name}
            value={name}
            maxLength={200}
            onChange={({ target }) => setName(target.value)}
          />
          <Button onClick={save}>{t('save')}</Button>
        </div>
        <MappingFile mapping={{ ...mapping, name }} onUse={onUse} />
      </div>
    </details>
  )
}

/** The same JSON as `--map` takes, out of the page and into it. */
function MappingFile({ mapping, onUse }: { mapping: Mapping; onUse: (mapping: Mapping) => void }) {
  const t = useTranslations('import-table.saved')
  const [isBad, setBad] = useState(false)
  const inputId = useId()
  const json = encodeURIComponent(`${JSON.stringify(mapping, null, 2)}\n`)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const read = mappingSchema.safeParse(parseJson(await file.text()))
    setBad(!read.success)
    if (read.success) onUse(read.data)
  }
  return (
    <div className={styles.savedRow}>
      <TextField
        id={inputId}
        label={t('upload')}
        type="file"
        accept=".json,application/json"
        error={isBad ? t('uploadBad') : undefined}
        onChange={({ target }) => void take(target.files?.[0])}
      />
      <a
        href={`data:application/json;charset=utf-8,${json}`}
        download={`${mapping.name || 'mapping'}.json`}
      >
        {t('download')}
      </a>
    </div>
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON at all: it is refused like JSON that is no mapping.
    return null
  }
}
