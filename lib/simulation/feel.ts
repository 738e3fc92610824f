import { analyse, parseFeel } from '@/engine/compile/feel';
import { link } from '@/engine/compile/feel/runtime.mjs';
import type { Input } from '@/engine/core/inputs';
import type { Json, JsonObject } from '@/engine/core/json';
import { STANDARD } from '@/lib/calendars/calendar';
import { askedCalendar } from '@/lib/calendars/question';

type Answer = Extract<Input, { type: 'answer' }>['answers'][number];

/** What evaluation work asks for: its payload. */
export interface Asked {
  expressions: readonly string[];
  /** Names that only this step knows. */
  locals?: JsonObject;
}

/** Answers expressions that the engine has evaluated outside of a transition; here they run at once. */
export function answersTo({ expressions, locals }: Asked, variables: JsonObject, now: string): Answer[] {
  const context = { variables: { ...variables, ...locals }, now };
  return expressions.map((source) => {
    const calendarId = askedCalendar(source);
    // what is stored is the server's; times of a simulation are those of nobody's office
    const calendar = calendarId && { ...STANDARD, calendarId, revision: 0 };
    return {
      source,
      result: calendar ? { ok: true, value: calendar as unknown as Json } : evaluated(source, context),
    };
  });
}

function evaluated(source: string, context: { variables: JsonObject; now: string }): Answer['result'] {
  const parsed = parseFeel(source);
  if (!parsed.ok) return { ok: false, message: parsed.message };
  try {
    const run = link(source, analyse(source, parsed.tree), { guarded: false, names: [] });
    const result = run(context);
    return result.ok
      ? { ok: true, value: result.value as Json }
      : { ok: false, message: String(result.message) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    return { ok: false, message: `It could not be computed: ${reason}.` };
  }
}
