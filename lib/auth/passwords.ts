import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#lib/errors.ts'

/** Characters (code points). NIST SP 800-63B asks for no rules about which ones. */
export const PASSWORD_MIN_LENGTH = 12
/** Characters; longer ones only cost time. */
export const PASSWORD_MAX_LENGTH = 200

/**
 * argon2id as the OWASP Password Storage Cheat Sheet has it: 19 MiB, two passes, one lane. The algorithm is the
 * library's default (its enumeration exists in types only).
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Refuses a password that is too short, too long or the person's own address.
 * @throws AppError `invalid`, naming the field `password`.
 */
export function checkPassword(password: string, email: string): void {
  const length = [...password].length
  const reason =
    length < PASSWORD_MIN_LENGTH
      ? 'passwordTooShort'
      : length > PASSWORD_MAX_LENGTH
        ? 'passwordTooLong'
        : prepare(password).toLowerCase() === email.toLowerCase()
          ? 'passwordIsEmail'
          : null
  if (!reason) return
  throw new AppError('invalid', reason, {
    fields: { password: reason },
    values: { minimum: PASSWORD_MIN_LENGTH, maximum: PASSWORD_MAX_LENGTH },
  })
}

/** The PHC string of a password (argon2id). */
export function hashPassword(password: string): Promise<string> {
  return hash(prepare(password), PARAMETERS)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password is the one of this hash. Without a hash (no such account) the same work is done against a
 * decoy, so that the time taken does not tell who has an account.
 */
export async function verifyPassword(
  password: string,
  passwordHash: string | null,
): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const compared = passwordHash ?? (await decoy)
  const bounded = [...password].length > PASSWORD_MAX_LENGTH ? '' : prepare(password)
  const same = await verify(compared, bounded)
  return same && passwordHash !== null
}

/** The same characters typed on another keyboard are the same password (NIST SP 800-63B: NFKC). */
function prepare(password: string): string {
  return password.normalize('NFKC')
}
