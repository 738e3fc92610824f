import 'server-only';
import { z } from 'zod';
import type { StreamMessage } from '@/lib/http/event-stream';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleInstance } from './access';
import { numbered, wholeHistory } from './history';

// A ping can be lost with its connection; looking anyway bounds the delay.
const LOOK_ANYWAY_MS = 5_000;

/** Events of an instance as they are committed, whichever process commits them. */
export const watchInstance = defineUseCase(
  {
    name: 'instances.watch',
    schema: z.strictObject({ instanceId: id, after: z.number().int().min(0) }),
    policy: { permission: 'instances.see' },
    mutates: false,
  },
  async (context, input): Promise<(signal: AbortSignal) => AsyncIterable<StreamMessage>> => {
    await visibleInstance(context, input.instanceId);
    return (signal) => follow(input.instanceId, input.after, signal);
  },
);

async function* follow(
  instanceId: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncIterable<StreamMessage> {
  let after = afterSeq;
  let pinged = true;
  let wake: () => void = () => undefined;
  const poke = () => {
    pinged = true;
    wake();
  };
  const unsubscribe = getRuntime().store.signals.subscribe((changed) => {
    if (changed.length === 0 || changed.includes(instanceId)) poke();
  });
  const timer = setInterval(poke, LOOK_ANYWAY_MS);
  signal.addEventListener('abort', () => wake());
  try {
    while (!signal.aborted) {
      if (pinged) {
        pinged = false;
        for (const event of numbered(await wholeHistory(instanceId, after), after)) {
          after = event.seq;
          yield { id: String(event.seq), data: event };
        }
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (pinged || signal.aborted) resolve();
        });
      }
    }
  } finally {
    clearInterval(timer);
    unsubscribe();
  }
}
