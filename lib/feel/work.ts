import 'server-only';
import { FEEL_WORK } from '@/engine/core';
import type { Worker } from '@/engine/host/ports';
import { evaluateUnbounded } from './evaluator';

interface Payload {
  expressions: string[];
}

/** Answers expressions that are not bounded, in a thread that can be killed. */
export const feelWorker: Worker = {
  workType: FEEL_WORK,
  leaseMs: 10_000,
  async run(work, { variables }) {
    const context = { variables: await variables(), now: work.leasedAt };
    const { expressions } = work.payload as unknown as Payload;
    const answers = await Promise.all(
      expressions.map(async (source) => {
        const result = await evaluateUnbounded(source, context);
        return result.ok
          ? { source, result: { ok: true as const, value: result.value as never } }
          : { source, result: { ok: false as const, message: result.message } };
      }),
    );
    return { type: 'answer', answers };
  },
};
