'use client'

import { useTranslations } from 'next-intl'
import { RadioGroup } from '#app/_components/choices.tsx'
import { ROLES, type Role } from '#lib/viewer.ts'

/** The three roles, each with what it may do. */
export function RoleChoice({
  chosen,
  error,
}: {
  chosen: Role | string | undefined
  error?: string | undefined
}) {
  const t = useTranslations('people')
  return (
    <RadioGroup
      // Chosen anew after an answer: the browser would keep what it began with.
      key={chosen}
      label={t('role')}
      name="role"
      defaultValue={chosen}
      error={error}
      options={ROLES.map((role) => ({
        value: role,
        label: t(`roles.${role}.name`),
        help: t(`roles.${role}.can`),
      }))}
    />
  )
}
