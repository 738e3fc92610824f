import 'server-only';
import type { NewDelivery } from '@/engine/host/delivery/kinds';
import type { NewMessage } from '@/engine/host/delivery/ports';
import { INSERT_MESSAGE, messageValues } from '@/engine/postgres/delivery/messages';
import type { Tx } from '@/lib/db/client';

/** Writes deliveries in the caller's transaction; whoever runs the engine makes them. */
export async function enqueue(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  for (const { ref, lane, kind, payload } of deliveries)
    await tx.$executeRaw`
      INSERT INTO outbox (ref, lane, kind, payload, created_at, available_at)
      VALUES (${ref}, ${lane}, ${kind}, ${JSON.stringify(payload)}, engine_now(), engine_now())
      ON CONFLICT (ref) DO NOTHING`;
}

/** Stores a message in the caller's transaction. False when its name and id live already. */
export async function storeMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  return (await tx.$executeRawUnsafe(INSERT_MESSAGE.text, ...messageValues(message))) === 1;
}
