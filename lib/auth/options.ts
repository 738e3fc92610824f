import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { db } from '@/lib/db/client';
import { addressOf } from '@/lib/http/address';
import { oidcProviders, personFromOidc } from './oidc';
import { SESSION_SECONDS, sessionCookie, sessionSecret } from './session';
import { recordSession, recordSignOut, signInWithPassword } from './sign-in';

/** next-auth's configuration: passwords and OIDC, JWT sessions that carry the person's session epoch. */
export function authOptions(): NextAuthOptions {
  const cookie = sessionCookie();
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: cookie.name,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: cookie.secure },
      },
    },
    providers: [
      CredentialsProvider({
        name: 'password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, request) =>
          credentials
            ? signInWithPassword(
                credentials.email,
                credentials.password,
                addressOf(new Headers(request.headers as Record<string, string>)),
              )
            : null,
      }),
      ...oidcProviders(),
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'oidc') return true;
        const person = await personFromOidc(profile);
        if (person) await recordSession('session.started', person, 'oidc');
        return person !== null;
      },
      jwt: async ({ token, user, account, profile }) => {
        if (account?.provider === 'oidc') {
          const person = await personFromOidc(profile);
          return person ? { sub: person.id, name: person.name, epoch: person.sessionEpoch } : {};
        }
        if (!user) return token;
        const person = await db().person.findUniqueOrThrow({ where: { id: user.id } });
        return { sub: person.id, name: person.name, epoch: person.sessionEpoch };
      },
      session: async ({ session, token }) => ({
        ...session,
        user: { name: token.name ?? '', id: token.sub },
      }),
    },
    events: { signOut: async ({ token }) => recordSignOut(token?.sub) },
  };
}
