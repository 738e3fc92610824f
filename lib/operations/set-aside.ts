import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { appendLedger } from '@/lib/ledger/append';
import { id, page, reason } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { cursorOf, lockSetAside, readCursor, readSetAside, type SetAsideRow } from './set-aside-rows';
import { OPERATIONS } from './stream';

/** What the engine could not deliver and has set aside, so that others are not kept waiting. */
export interface SetAside {
  deliveryId: string;
  /** What it is: `message`, or a kind of delivery such as `publish-message`, `deliver-signal`, `start-call`. */
  kind: string;
  /** Names it for good; what it causes is named after it. */
  ref: string;
  /** The name of the message or signal, or the key of the process. */
  name: string | null;
  /** The instance that sent it, or that it is for; null for one from outside. */
  instanceId: string | null;
  error: string;
  attempts: number;
  createdAt: string;
  setAsideAt: string;
}

const setAside = (row: SetAsideRow): SetAside => ({
  deliveryId: row.id,
  kind: row.kind,
  ref: row.ref,
  name: row.name,
  instanceId: row.lane === row.ref ? null : row.lane,
  error: row.error ?? '',
  attempts: row.attempts,
  createdAt: row.createdAt.toISOString(),
  setAsideAt: row.setAsideAt.toISOString(),
});

/** Deliveries and messages that were set aside, the newest first. */
export const listSetAside = defineUseCase(
  {
    name: 'deliveries.list-set-aside',
    schema: z.strictObject(page),
    policy: { permission: 'deliveries.see' },
    mutates: false,
  },
  async (_context, { limit, cursor }): Promise<{ items: SetAside[]; nextCursor: string | null }> => {
    const rows = await readSetAside(db(), readCursor(cursor), limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(setAside), nextCursor: last ? cursorOf(last) : null };
  },
);

const settling = {
  schema: z.strictObject({ deliveryId: id, reason }),
  policy: { permission: 'instances.operate' },
  mutates: true,
} as const;

/** Changes the row and says so in the ledger, in one transaction. */
async function settle(
  context: AuthorisedContext,
  input: z.output<typeof settling.schema>,
  how: { type: 'delivery.retried' | 'delivery.dropped'; verb: 'again' | 'drop' },
): Promise<{ deliveryId: string }> {
  await db().$transaction(async (tx) => {
    const locked = await lockSetAside(tx, input.deliveryId);
    await locked[how.verb]();
    const { deliveryId, kind, ref, name, instanceId, error } = setAside(locked.row);
    await appendLedger(tx, {
      stream: OPERATIONS,
      actor: actorOf(context.principal),
      cause: context.commandId,
      events: [
        {
          type: how.type,
          data: {
            deliveryId,
            kind,
            ref,
            name,
            error,
            reason: input.reason,
            ...(instanceId === null ? {} : { instanceId }),
          },
        },
      ],
    });
  });
  return { deliveryId: input.deliveryId };
}

/** Tries it again, as if it were new. @throws AppError 404 when it is not set aside (any more) */
export const retryDelivery = defineUseCase(
  { name: 'deliveries.retry', ...settling },
  async (context, input) => {
    const answer = await settle(context, input, { type: 'delivery.retried', verb: 'again' });
    getRuntime().host.delivery.wake();
    return answer;
  },
);

/** Removes it for good: nobody ever gets it. @throws AppError 404 when it is not set aside (any more) */
export const dropDelivery = defineUseCase({ name: 'deliveries.drop', ...settling }, (context, input) =>
  settle(context, input, { type: 'delivery.dropped', verb: 'drop' }),
);
