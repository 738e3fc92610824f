import 'server-only';
import { FEEL_WORK } from '@/engine/core';
import type { JsonObject } from '@/engine/core/json';
import type { Worker } from '@/engine/host/ports';
import { askedCalendar } from '@/lib/calendars/question';
import { calendarAnswer } from '@/lib/calendars/stored';
import { evaluateUnbounded } from './evaluator';

interface Payload {
  expressions: string[];
  /** Names only this step knows, laid over what is visible. */
  locals?: JsonObject;
}

async function calendarResult(calendarId: string, now: string) {
  const value = await calendarAnswer(calendarId, now);
  if (value) return { ok: true as const, value: value as never };
  const message = `There is no calendar “${calendarId}”. Store it under Settings → Calendars, then try again.`;
  return { ok: false as const, message };
}

/** Answers what is not part of a transition: expressions that are not bounded, in a thread that can be killed, and calendars. */
export const feelWorker: Worker = {
  workType: FEEL_WORK,
  leaseMs: 10_000,
  async run(work, { variables }) {
    const { expressions, locals } = work.payload as unknown as Payload;
    const context = { variables: { ...(await variables()), ...locals }, now: work.leasedAt };
    const answers = await Promise.all(
      expressions.map(async (source) => {
        const calendarId = askedCalendar(source);
        if (calendarId !== undefined)
          return { source, result: await calendarResult(calendarId, work.leasedAt) };
        const result = await evaluateUnbounded(source, context);
        return result.ok
          ? { source, result: { ok: true as const, value: result.value as never } }
          : { source, result: { ok: false as const, message: result.message } };
      }),
    );
    return { type: 'answer', answers };
  },
};
