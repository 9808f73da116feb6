'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { signOutAction } from '#app/_server/sign-out.ts'
import type { ButtonLook } from './button.tsx'
import { eraseLocalDrafts } from './local-drafts.ts'
import { SubmitButton } from './submit-button.tsx'

/** Signs out of this browser and erases the drafts that it keeps. Works without JavaScript, which keeps none. */
export function SignOutButton({
  variant = 'secondary',
  ...look
}: ButtonLook & Pick<ComponentProps<'button'>, 'className'>) {
  const t = useTranslations('shell')
  return (
    <form action={signOutAction} onSubmit={beforeSignOut}>
      <SubmitButton variant={variant} {...look}>
        {t('signOut')}
      </SubmitButton>
    </form>
  )
}

/** For every form that signs out. */
export function beforeSignOut(): void {
  eraseLocalDrafts().catch(reportError)
}
