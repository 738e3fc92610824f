import 'server-only';
import { db } from '@/lib/db/client';
import { appendLedger } from '@/lib/ledger/append';
import { countStranger } from '@/lib/ledger/strangers';
import { verifyPassword } from './password';
import { forgetAttempts, throttle } from './throttle';

/** Writes who signed in or out, and how. */
export async function recordSession(
  type: 'session.started' | 'session.ended',
  person: { id: string; name: string },
  how: string,
): Promise<void> {
  await db().$transaction((tx) =>
    appendLedger(tx, {
      stream: 'auth',
      actor: { kind: 'person', id: person.id, name: person.name, via: 'session' },
      cause: how,
      events: [{ type, data: { personId: person.id, how } }],
    }),
  );
}

/**
 * Checks an address and password; throttled by account and by network address, same work for unknown accounts.
 * @throws AppError 429 after too many attempts
 */
export async function signInWithPassword(
  email: string,
  password: string,
  address: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const account = email.trim().toLowerCase();
  await throttle('sign-in-address', address);
  await throttle('sign-in-account', account);
  const person = await db().person.findUnique({ where: { email: account } });
  const right = await verifyPassword(password, person?.passwordHash);
  if (!right || !person || person.disabled) {
    countStranger(address, 'session.sign-in');
    return null;
  }
  await forgetAttempts('sign-in-account', account);
  await recordSession('session.started', person, 'password');
  return { id: person.id, name: person.name, email: person.email };
}

/** Records the end of a session. */
export async function recordSignOut(personId: string | undefined): Promise<void> {
  const person = personId ? await db().person.findUnique({ where: { id: personId } }) : null;
  if (person) await recordSession('session.ended', person, 'sign-out');
}
