import 'server-only';
import { createHash, createHmac } from 'node:crypto';
import { sessionSecret } from '@/lib/auth/session';
import { db } from '@/lib/db/client';
import { AppError, conflict, invalid, malformed } from '@/lib/errors/app-error';
import { PROBLEM_TYPE, toProblem } from '@/lib/errors/problem';
import type { ApiAnswer } from './answer';

const KEPT_MS = 24 * 60 * 60 * 1000;
const SWEEP_MS = 60 * 60 * 1000;
const MAX_KEY = 200;

/** One request that carries an `Idempotency-Key`. */
export interface Keyed {
  key: string;
  /** Actor and route with its parameters: the same key elsewhere is another key. */
  scope: string;
  body: Uint8Array;
  /** The answer holds a secret: it is never kept, a repeated key is refused. */
  secretAnswer: boolean;
}

type Run = (commandId: string) => Promise<ApiAnswer>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Under a key, since a body may hold a password: a plain hash of it could be tried out by whoever reads the table. */
const bodyHashOf = (body: Uint8Array): string =>
  createHmac('sha256', sessionSecret()).update('idempotency\0').update(body).digest('hex');

/** The scope of a key. */
export const scopeOfKey = (actorId: string, route: string): string => sha256(`${actorId}\0${route}`);

const inFlight = new Map<string, { bodyHash: string; answer: Promise<ApiAnswer> }>();
let lastSweep = 0;

/** Keys older than a day are forgotten; looked at once an hour by whoever comes along. */
function sweep(): void {
  if (Date.now() - lastSweep < SWEEP_MS) return;
  lastSweep = Date.now();
  const old = { createdAt: { lt: new Date(Date.now() - KEPT_MS) } };
  db()
    .idempotencyKey.deleteMany({ where: old })
    .catch(() => undefined);
}

const reused = () =>
  invalid({
    code: 'idempotency-key-reused',
    userMessage: 'This Idempotency-Key was used with another body. Use a new key for a new request.',
  });

/** The key's row: the one there is, a fresh one for a new key or one older than a day. */
async function reserve(scope: string, key: string, bodyHash: string) {
  const fresh = { bodyHash, status: null, response: null, createdAt: new Date() };
  await db().idempotencyKey.createMany({ data: [{ scope, key, ...fresh }], skipDuplicates: true });
  await db().idempotencyKey.updateMany({
    where: { scope, key, createdAt: { lt: new Date(Date.now() - KEPT_MS) } },
    data: fresh,
  });
  return db().idempotencyKey.findUniqueOrThrow({ where: { scope_key: { scope, key } } });
}

/** A refusal that says how things stood (409, 422) is an answer like any other; others may be mended and sent again. */
const isFinal = (error: unknown): error is AppError =>
  error instanceof AppError && (error.status === 409 || error.status === 422);

async function answerOnce(
  { key, scope, secretAnswer }: Keyed,
  bodyHash: string,
  run: Run,
): Promise<ApiAnswer> {
  const row = await reserve(scope, key, bodyHash);
  if (row.bodyHash !== bodyHash) throw reused();
  if (row.status !== null && row.response !== null) {
    const headers: Record<string, string> = { 'idempotency-replayed': 'true' };
    if (row.status >= 400) headers['content-type'] = PROBLEM_TYPE;
    return { status: row.status, body: JSON.parse(row.response), headers };
  }
  if (row.status !== null) {
    throw conflict({
      code: 'answer-not-kept',
      userMessage: 'This was done before; its answer held a secret and was not kept.',
    });
  }
  const keep = (status: number, response: string | null) =>
    db().idempotencyKey.update({ where: { scope_key: { scope, key } }, data: { status, response } });
  try {
    const answer = await run(sha256(`${scope}\0${key}\0${row.createdAt.toISOString()}`));
    await keep(answer.status ?? 200, secretAnswer ? null : JSON.stringify(answer.body ?? {}));
    return answer;
  } catch (error) {
    if (isFinal(error)) await keep(error.status, JSON.stringify(toProblem(error).problem));
    throw error;
  }
}

/**
 * Gives the first answer of a key again for 24 hours; another body under the same key is refused. Requests of one key
 * that arrive together share one run in this process. Elsewhere, and after a crash between the commit and keeping the
 * answer, running again is harmless: the command id follows from the key, so it finds what was made.
 * @throws AppError 422 `idempotency-key-reused`, 409 `answer-not-kept`, 400 for a key that is too long
 */
export async function idempotently(keyed: Keyed, run: Run): Promise<ApiAnswer> {
  if (keyed.key.length > MAX_KEY)
    throw malformed({
      code: 'bad-idempotency-key',
      userMessage: `An Idempotency-Key has at most ${MAX_KEY} characters.`,
    });
  sweep();
  const bodyHash = bodyHashOf(keyed.body);
  const name = `${keyed.scope}\0${keyed.key}`;
  const running = inFlight.get(name);
  if (running) {
    if (running.bodyHash !== bodyHash) throw reused();
    return running.answer;
  }
  const answer = answerOnce(keyed, bodyHash, run).finally(() => inFlight.delete(name));
  inFlight.set(name, { bodyHash, answer });
  return answer;
}
