import { AppError } from '#lib/errors.ts'

/** How a refused deed ends: its code and reason, such as `forbidden denied.fourEyes`; `done` where it went through. */
export function refusalOf(deed: () => unknown): string {
  try {
    deed()
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.reason}`
    throw error
  }
}
