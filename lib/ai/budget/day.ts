import 'server-only';
import { db } from '@/lib/db/client';

/** Whose money a call spends: an AI step of a model, over all its versions and instances. */
export interface Spender {
  modelId: string;
  elementId: string;
}

/** A claim on the day's limit; `day` is `YYYY-MM-DD` in UTC by the database's clock. */
export interface DayClaim {
  spender: Spender;
  currency: string;
  day: string;
  micro: number;
}

/** The claim with the day's sum that it is in, or the sum that left no room for it. */
export type Claimed = { claim: DayClaim; sum: number } | { claim: null; sum: number };

interface Row {
  micro: bigint;
  day: string;
}

/**
 * Takes an amount out of a step's limit for today, before the call that may cost it. One statement on one row: calls at
 * the same time queue for it and each sees what those before have taken, on any number of server processes.
 * @param micro the most the call may cost, in millionths of the currency; more than 0
 * @param limit of the day, in the same
 */
export async function claimOfDay(
  spender: Spender,
  currency: string,
  micro: number,
  limit: number,
): Promise<Claimed> {
  if (micro > limit) return { claim: null, sum: await spentToday(spender, currency) };
  const rows = await db().$queryRaw<Row[]>`
    INSERT INTO ai_spending (model_id, element_id, day, currency, micro)
    VALUES (${spender.modelId}, ${spender.elementId}, (now() AT TIME ZONE 'UTC')::date, ${currency}, ${micro}::bigint)
    ON CONFLICT (model_id, element_id, day, currency)
    DO UPDATE SET micro = ai_spending.micro + EXCLUDED.micro
    WHERE ai_spending.micro + EXCLUDED.micro <= ${limit}::bigint
    RETURNING micro, day::text`;
  const [row] = rows;
  if (!row) return { claim: null, sum: await spentToday(spender, currency) };
  return { claim: { spender, currency, day: row.day, micro }, sum: Number(row.micro) };
}

/** Puts in place of a claim what the call really cost; the sum of that day after it. */
export async function settleDay({ spender, currency, day, micro }: DayClaim, cost: number): Promise<number> {
  const rows = await db().$queryRaw<Pick<Row, 'micro'>[]>`
    UPDATE ai_spending SET micro = micro + ${cost - micro}::bigint
    WHERE model_id = ${spender.modelId} AND element_id = ${spender.elementId}
      AND day = ${day}::date AND currency = ${currency}
    RETURNING micro`;
  return Number(rows[0]?.micro ?? 0);
}

/** What a step has cost today, in millionths of the currency, with what calls under way may cost. */
export async function spentToday({ modelId, elementId }: Spender, currency: string): Promise<number> {
  const rows = await db().$queryRaw<Pick<Row, 'micro'>[]>`
    SELECT micro FROM ai_spending
    WHERE model_id = ${modelId} AND element_id = ${elementId} AND currency = ${currency}
      AND day = (now() AT TIME ZONE 'UTC')::date`;
  return Number(rows[0]?.micro ?? 0);
}
