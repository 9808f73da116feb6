import { z } from 'zod'
import { AppError } from '#lib/errors.ts'

const NAME_MAX_LENGTH = 120

/**
 * The e-mail address as it is stored: trimmed and in lower case.
 * @throws AppError `invalid`, naming the field `email`.
 */
export function checkEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (email.length <= 254 && z.email().safeParse(email).success) return email
  const reason = email === '' ? 'emailMissing' : 'emailInvalid'
  throw new AppError('invalid', reason, { fields: { email: reason } })
}

/**
 * A person's name as it is stored: one line.
 * @throws AppError `invalid`, naming the field `name`.
 */
export function checkName(text: string): string {
  const name = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const reason = name === '' ? 'nameMissing' : name.length > NAME_MAX_LENGTH ? 'nameTooLong' : null
  if (!reason) return name
  throw new AppError('invalid', reason, {
    fields: { name: reason },
    values: { maximum: NAME_MAX_LENGTH },
  })
}
