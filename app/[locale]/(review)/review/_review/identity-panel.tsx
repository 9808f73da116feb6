'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Bidi } from '#app/_components/bidi.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { FormError } from '#app/_components/form-error.tsx'
import { SubmitButton } from '#app/_components/submit-button.tsx'
import { isMissing, type WitnessIdentity } from '#lib/statements/model.ts'
import { readIdentityAction } from './actions.ts'
import { failureOf } from './form-frame.tsx'

/** Opens the witness's identity on request; it is in the page only after somebody asked, and gone when it is left. */
export function IdentityPanel({ reference }: { reference: string }) {
  const t = useTranslations('review.identity')
  const [state, send] = useActionState(readIdentityAction, null)
  return (
    <>
      {state?.ok ? (
        <IdentityFacts identity={state.data} />
      ) : (
        <form action={send}>
          <input type="hidden" name="reference" value={reference} />
          <FormError error={failureOf(state)} />
          <SubmitButton variant="secondary">{t('open')}</SubmitButton>
        </form>
      )}
    </>
  )
}

const TEXT_FIELDS = [
  'legalName',
  'patronymic',
  'nomDeGuerre',
  'birthYear',
  'birthPlace',
  'occupation',
  'citizenship',
  'contact',
  'securityNotes',
  'priorAccounts',
  'exposure',
] as const

function IdentityFacts({ identity }: { identity: WitnessIdentity }) {
  const t = useTranslations('review.identity')
  const v = useTranslations('vocabulary')
  const shown = (value: unknown) =>
    isMissing(value) ? (
      v(`missingReasons.${value.missing}`)
    ) : value ? (
      <Bidi>{String(value)}</Bidi>
    ) : null
  const items = [
    ...TEXT_FIELDS.map((field) => ({
      term: t(`fields.${field}`),
      details: shown(identity[field]),
    })),
    ...identity.otherNames.map(({ name, kind }, index) => ({
      term: t('otherName', { number: index + 1, kind }),
      details: <Bidi>{name}</Bidi>,
    })),
    {
      term: t('fields.sex'),
      details: isMissing(identity.sex)
        ? v(`missingReasons.${identity.sex.missing}`)
        : identity.sex && v(`sexes.${identity.sex}`),
    },
    {
      term: t('fields.vulnerabilities'),
      details:
        identity.vulnerabilities.length > 0 &&
        identity.vulnerabilities.map((code) => v(`vulnerabilities.${code}`)).join(' · '),
    },
    {
      term: t('fields.willingToTestify'),
      details: identity.willingToTestify && v(`willingToTestify.${identity.willingToTestify}`),
    },
  ].filter(({ details }) => details)
  if (items.length === 0) return <p>{t('empty')}</p>
  return (
    <div role="status">
      <DefinitionList items={items} layout="columns" />
    </div>
  )
}
