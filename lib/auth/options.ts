import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { AppError } from '#lib/errors.ts'
import { readAuthSecret } from '#lib/secrets.ts'
import { CLIENT_ADDRESS_HEADER, readClientAddress } from './client-address.ts'
import { SESSION_MAX_AGE_SECONDS, usesSecureCookies } from './session.ts'
import { signIn } from './sign-in.ts'

/** How next-auth is used: credentials, and a token that carries a person's id and session version and no authority. */
export function authOptions(): NextAuthOptions {
  return {
    secret: readAuthSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_SECONDS },
    useSecureCookies: usesSecureCookies(),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const address = request.headers?.[CLIENT_ADDRESS_HEADER]
          const headers = { get: () => (typeof address === 'string' ? address : null) }
          try {
            return await signIn({
              email: credentials?.email ?? '',
              password: credentials?.password ?? '',
              address: readClientAddress(headers),
            })
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            if (error.code === 'unauthenticated') return null
            // next-auth hands the message on as `?error=`.
            throw new Error(error.reason)
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return { sub: token.sub, version: token.version }
        return {
          sub: user.id,
          version: (user as unknown as { sessionVersion: number }).sessionVersion,
        }
      },
      // Who somebody is and what they may do is read from their row, never from here.
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error(code, metadata) {
        console.error(`next-auth ${code}`, metadata)
      },
      warn() {},
      debug() {},
    },
  }
}
