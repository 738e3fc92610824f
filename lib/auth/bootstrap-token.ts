import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import { ROLES } from './permissions';
import { hashToken } from './tokens';

const MIN_LENGTH = 24;

/** Somebody besides the demo people and the bootstrap token itself administers this installation. */
async function hasAdministrator(tx: Tx): Promise<boolean> {
  const people = await tx.person.count({
    where: { roles: { has: 'administrator' }, demo: false, disabled: false },
  });
  return people > 0;
}

/**
 * Makes `COUNTERSIGN_BOOTSTRAP_TOKEN` an administrator's token on the first start. It holds every role and group, so
 * that a machine can do the whole job alone. Once an administrator or another bootstrap value exists, a new value is
 * ignored with a warning; the first one works until it is revoked.
 */
export async function acceptBootstrapToken(
  value = process.env.COUNTERSIGN_BOOTSTRAP_TOKEN,
): Promise<'accepted' | 'known' | 'ignored' | 'absent'> {
  if (!value) return 'absent';
  if (value.length < MIN_LENGTH) {
    console.warn(`COUNTERSIGN_BOOTSTRAP_TOKEN is ignored: it has fewer than ${MIN_LENGTH} characters.`);
    return 'ignored';
  }
  const hash = hashToken(value);
  const answer = await db().$transaction(async (tx) => {
    // Several servers may start on one database with the same value.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('bootstrap-token', 0))`;
    if (await tx.apiToken.findUnique({ where: { hash } })) return 'known';
    if ((await hasAdministrator(tx)) || (await tx.apiToken.count({ where: { bootstrap: true } })) > 0)
      return 'ignored';
    const id = newId();
    await tx.apiToken.create({
      data: {
        id,
        hash,
        name: 'Bootstrap token',
        service: 'Bootstrap administrator',
        roles: [...ROLES],
        groups: ['*'],
        bootstrap: true,
        createdBy: 'environment',
      },
    });
    await appendLedger(tx, {
      stream: 'admin',
      actor: { kind: 'service', id: 'environment', name: 'Environment', via: 'system' },
      cause: 'bootstrap-token',
      events: [
        {
          type: 'token.created',
          data: { tokenId: id, name: 'Bootstrap token', roles: [...ROLES], groups: ['*'], bootstrap: true },
        },
      ],
    });
    return 'accepted';
  });
  if (answer === 'ignored')
    console.warn('COUNTERSIGN_BOOTSTRAP_TOKEN is ignored: this installation already has an administrator.');
  return answer;
}
