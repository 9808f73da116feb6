import NextAuth from 'next-auth'
import { authOptions } from './options.ts'

/** Answers next-auth's own addresses (`/api/auth/csrf`, `/api/auth/callback/credentials`, …). */
export function handleAuth(request: Request, context: unknown): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>
}
