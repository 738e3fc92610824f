import 'server-only';
import { PROBLEM_TYPE, toProblem } from '@/lib/errors/problem';

/** What a handler answers; JSON unless `raw` is given. */
export interface ApiAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  raw?: BodyInit;
}

/** An answer as a response; nothing of ours is for caches. */
export function respond(answer: ApiAnswer): Response {
  const headers = { 'cache-control': 'no-store', ...answer.headers };
  if (answer.raw !== undefined) return new Response(answer.raw, { status: answer.status ?? 200, headers });
  return Response.json(answer.body ?? {}, { status: answer.status ?? 200, headers });
}

/** Anything thrown as RFC 9457 problem details. */
export function problemResponse(thrown: unknown): Response {
  const { problem, retryAfterSeconds } = toProblem(thrown);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="Countersign"' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}
