import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { MessageStanding, Question } from '@/engine/host/delivery/ports';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { idFrom } from '@/lib/ids';
import { variables } from '@/lib/instances/schemas';
import { appendLedger } from '@/lib/ledger/append';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { storeMessage } from './enqueue';
import { correlationKey, name, timeToLive } from './schemas';
import { defaultTimeToLiveMs } from './time-to-live';

/** How long an answer waits for a receiver that another process is just telling. */
const PATIENCE_MS = 2_000;
const LOOK_MS = 20;

export interface PublishedMessage {
  messageId: string;
  /** False: nobody waits for it now; it is kept until its time to live is over. */
  delivered: boolean;
  /** Who received it: at most one. */
  instanceIds: string[];
}

/**
 * Publishes a message. Exactly one receiver gets it: whoever has waited longest for its name and correlation key, else
 * a start event of that name. A repeat of a `messageId` while the first one lives changes nothing and answers the same.
 */
export const publishMessage = defineUseCase(
  {
    name: 'messages.publish',
    schema: z
      .strictObject({
        name,
        correlationKey: correlationKey.default(null),
        variables: variables.default({}),
        timeToLive: timeToLive.optional(),
        /** The same as `timeToLive`. */
        ttl: timeToLive.optional(),
        messageId: z.string().min(1).max(200).optional(),
      })
      .refine((input) => input.ttl === undefined || input.timeToLive === undefined, {
        message: 'Give one of “ttl” and “timeToLive”: they mean the same.',
        path: ['ttl'],
      }),
    policy: { permission: 'messages.send' },
    mutates: true,
  },
  async (context, input): Promise<PublishedMessage> => {
    const messageId = input.messageId ?? idFrom(context.commandId, 'message');
    const actor = actorOf(context.principal);
    const timeToLiveMs = input.timeToLive ?? input.ttl ?? defaultTimeToLiveMs();
    await db().$transaction(async (tx) => {
      const message = {
        name: input.name,
        messageId,
        correlationKey: input.correlationKey,
        variables: input.variables,
        conversation: null,
        sender: null,
        actor,
        timeToLiveMs,
        named: true,
      };
      if (!(await storeMessage(tx, message))) return;
      await appendLedger(tx, {
        stream: `message:${input.name}`,
        actor,
        cause: context.commandId,
        events: [
          {
            type: 'message.published',
            data: {
              name: input.name,
              messageId,
              correlationKey: input.correlationKey,
              timeToLive: timeToLiveMs,
            },
          },
        ],
      });
    });
    const standing = await settled(input, messageId);
    const receiver = standing?.receiver ?? null;
    return { messageId, delivered: receiver !== null, instanceIds: receiver === null ? [] : [receiver] };
  },
);

/** Looks for the receiver here and now, or waits for whoever is at it already. */
async function settled(question: Question, messageId: string): Promise<MessageStanding | null> {
  const { host, store } = getRuntime();
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    await host.delivery.correlate({ name: question.name, correlationKey: question.correlationKey });
    const standing = await store.delivery.standing(question.name, messageId);
    if (!standing?.pending || performance.now() > deadline) return standing;
    await pause(LOOK_MS);
  }
}
