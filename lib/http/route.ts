import 'server-only';
import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import { AppError, conflict, invalid } from '@/lib/errors/app-error';
import { toProblem } from '@/lib/errors/problem';
import type { CallContext } from '@/lib/usecase/context';
import { JSON_LIMIT, mediaType, parseJson, readBytes } from './body';
import { callContext } from './caller';

type Params = Record<string, string>;

export interface ApiCall {
  request: Request;
  context: CallContext;
  params: Params;
  query: Record<string, string>;
  body: Uint8Array;
  /** The body as JSON. @throws AppError 400, 415 */
  json(): unknown;
}

export interface ApiAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Instead of JSON. */
  raw?: BodyInit;
}

interface RouteOptions {
  /** The path as documented, the scope of idempotency keys. */
  route: string;
  maxBytes?: number;
  /** The answer holds a secret: it is never kept, a repeated key is refused. */
  secretAnswer?: boolean;
}

export function problemResponse(thrown: unknown): Response {
  const { problem, retryAfterSeconds } = toProblem(thrown);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function respond(answer: ApiAnswer): Response {
  const headers = { 'cache-control': 'no-store', ...answer.headers };
  if (answer.raw !== undefined) return new Response(answer.raw, { status: answer.status ?? 200, headers });
  return Response.json(answer.body ?? {}, { status: answer.status ?? 200, headers });
}

/**
 * The first answer of a key is kept for 24 hours and given again; another body under the same key is refused.
 * A crash between commit and keeping the answer is harmless: the command id follows from the key, so running
 * again finds what was made.
 */
async function idempotently(
  call: ApiCall,
  { route, secretAnswer }: RouteOptions,
  run: () => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const key = call.request.headers.get('idempotency-key');
  if (!key || call.request.method !== 'POST') return run();
  if (key.length > 200)
    throw invalid({
      code: 'bad-idempotency-key',
      userMessage: 'An Idempotency-Key has at most 200 characters.',
    });
  const scope = sha256(
    Buffer.from(`${call.context.principal?.id ?? '-'} ${route} ${JSON.stringify(call.params)}`),
  );
  const bodyHash = sha256(call.body);
  await db().idempotencyKey.createMany({ data: [{ scope, key, bodyHash }], skipDuplicates: true });
  const kept = await db().idempotencyKey.findUniqueOrThrow({ where: { scope_key: { scope, key } } });
  if (kept.bodyHash !== bodyHash) {
    throw invalid({
      code: 'idempotency-key-reused',
      userMessage: 'This Idempotency-Key was used with another body. Use a new key for a new request.',
    });
  }
  if (kept.status !== null && secretAnswer) {
    throw conflict({
      code: 'answer-not-kept',
      userMessage: 'This was done before; its answer held a secret and was not kept.',
    });
  }
  if (kept.status !== null && kept.response !== null) {
    return {
      status: kept.status,
      body: JSON.parse(kept.response),
      headers: { 'idempotency-replayed': 'true' },
    };
  }
  const answer = await run();
  await db().idempotencyKey.update({
    where: { scope_key: { scope, key } },
    data: { status: answer.status ?? 200, response: secretAnswer ? null : JSON.stringify(answer.body ?? {}) },
  });
  return answer;
}

/** Wraps a handler: caller, body limits, idempotency and the one mapper of errors. Routes only translate. */
export function api(options: RouteOptions, handle: (call: ApiCall) => Promise<ApiAnswer | Response>) {
  return async (request: Request, extra: { params: Promise<Params> }): Promise<Response> => {
    try {
      const params = (await extra.params) ?? {};
      const context = await callContext(
        request,
        `${request.method} ${options.route} ${JSON.stringify(params)}`,
      );
      const hasBody = !['GET', 'HEAD'].includes(request.method);
      const body = hasBody ? await readBytes(request, options.maxBytes ?? JSON_LIMIT) : new Uint8Array();
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const json = () => {
        if (body.byteLength > 0) mediaType(request, ['application/json']);
        return parseJson(body);
      };
      const call: ApiCall = { request, context, params, query, body, json };
      let direct: Response | null = null;
      const answer = await idempotently(call, options, async () => {
        const result = await handle(call);
        if (!(result instanceof Response)) return result;
        direct = result;
        return {};
      });
      return direct ?? respond(answer);
    } catch (thrown) {
      return problemResponse(thrown);
    }
  };
}

/** An object body with the path's parameters laid over it; anything but an object is refused. */
export function withParams(json: unknown, params: Params): Record<string, unknown> {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new AppError({ status: 400, code: 'malformed', userMessage: 'The body must be a JSON object.' });
  }
  return { ...json, ...params };
}
