/** The few ways in which a request can fail that are not bugs. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'rate_limited'
  | 'unavailable'

/**
 * A failure that a person can be told about. `reason` is a message key under `errors.*` with `values` for its
 * placeholders, so that it is said in the reader's language; `detail` is for logs alone.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly reason: string
  readonly values: Record<string, string | number>
  /** Message keys by field path, for forms. */
  readonly fields: Record<string, string>
  /** What the caller needs to go on, such as the other version at a conflict. */
  readonly data: unknown

  constructor(
    code: ErrorCode,
    reason: string,
    options: {
      values?: Record<string, string | number>
      fields?: Record<string, string>
      data?: unknown
      detail?: string
      cause?: unknown
    } = {},
  ) {
    super(options.detail ?? `${code}: ${reason}`, { cause: options.cause })
    this.code = code
    this.reason = reason
    this.values = options.values ?? {}
    this.fields = options.fields ?? {}
    this.data = options.data ?? null
  }
}

/** The answer to everything that the viewer may not know to exist. */
export function notFound(detail?: string): AppError {
  return new AppError('not_found', 'notFound', detail === undefined ? {} : { detail })
}

/** The HTTP status of each code. */
export const HTTP_STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
}
