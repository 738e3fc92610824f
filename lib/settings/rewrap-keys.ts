import 'server-only';
import { z } from 'zod';
import { rewrapKey } from '@/lib/ai/providers/stored';
import { actorOf } from '@/lib/auth/principal';
import { keyRing } from '@/lib/connections/kek';
import { rewrapSecret } from '@/lib/connections/secrets';
import { db, type Tx } from '@/lib/db/client';
import { appendLedger } from '@/lib/ledger/append';
import { defineUseCase } from '@/lib/usecase/define';

/**
 * After the key-encryption key was changed (the old one in `COUNTERSIGN_KEK_PREVIOUS`): wraps every data key with the
 * new one, all or none, so that the old one can be thrown away.
 */
export const rewrapKeys = defineUseCase(
  {
    name: 'keys.rewrap',
    schema: z.strictObject({}),
    policy: { permission: 'settings.manage' },
    mutates: true,
  },
  async (context): Promise<{ kekId: string; secrets: number; providers: number }> => {
    const [{ id: kekId }] = keyRing();
    return db().$transaction(async (tx) => {
      const counts = { secrets: await rewrapSecrets(tx, kekId), providers: await rewrapProviders(tx, kekId) };
      await appendLedger(tx, {
        stream: 'admin',
        actor: actorOf(context.principal),
        cause: 'keys.rewrap',
        events: [{ type: 'keys.rewrapped', data: { kekId, ...counts } }],
      });
      return { kekId, ...counts };
    });
  },
);

async function rewrapSecrets(tx: Tx, kekId: string): Promise<number> {
  const rows = await tx.secret.findMany({ where: { kekId: { not: kekId } } });
  for (const row of rows) {
    const { wrappedKey, kekId: wrappedWith } = rewrapSecret(row);
    await tx.secret.update({ where: { name: row.name }, data: { wrappedKey, kekId: wrappedWith } });
  }
  return rows.length;
}

async function rewrapProviders(tx: Tx, kekId: string): Promise<number> {
  const rows = await tx.aiProvider.findMany({ where: { kekId: { not: kekId } } });
  let count = 0;
  for (const { id, baseUrl, ciphertext, wrappedKey, kekId: before } of rows) {
    if (!ciphertext || !wrappedKey || !before) continue;
    const after = rewrapKey({ id, baseUrl, ciphertext, wrappedKey, kekId: before });
    await tx.aiProvider.update({
      where: { id },
      data: { wrappedKey: after.wrappedKey, kekId: after.kekId },
    });
    count += 1;
  }
  return count;
}
