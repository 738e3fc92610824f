import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { idFrom } from '@/lib/ids';
import { variables } from '@/lib/instances/schemas';
import { appendLedger } from '@/lib/ledger/append';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { enqueue } from './enqueue';
import { name } from './schemas';

export interface BroadcastSignal {
  signalId: string;
  /** Instances that waited for it when it was sent. */
  instanceIds: string[];
}

/** Broadcasts a signal: everybody who waits for its name now gets it, and every start event of its name starts. */
export const broadcastSignal = defineUseCase(
  {
    name: 'signals.broadcast',
    schema: z.strictObject({ name, variables: variables.default({}) }),
    policy: { permission: 'messages.send' },
    mutates: true,
  },
  async (context, input): Promise<BroadcastSignal> => {
    const signalId = idFrom(context.commandId, 'signal');
    const actor = actorOf(context.principal);
    const ref = `signal:${signalId}`;
    const { store, host } = getRuntime();
    const { waiting } = await store.delivery.signalReceivers(input.name);
    await db().$transaction(async (tx) => {
      const payload = { name: input.name, variables: input.variables, actor };
      await enqueue(tx, [{ ref, lane: ref, kind: 'broadcast-signal', payload }]);
      await appendLedger(tx, {
        stream: `signal:${input.name}`,
        actor,
        cause: context.commandId,
        events: [{ type: 'signal.broadcast', data: { name: input.name, signalId } }],
      });
    });
    host.delivery.wake();
    return { signalId, instanceIds: [...new Set(waiting.map((each) => each.instanceId))] };
  },
);
