import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import type { CallContext } from '@/lib/usecase/context';
import { addressOf } from './address';
import { type ApiAnswer, problemResponse, respond } from './answer';
import { JSON_LIMIT, mediaType, parseJson, readBytes } from './body';
import { callerOf, principalOf } from './caller';
import { idempotently, scopeOfKey } from './idempotency';
import { checkAddress } from './text';

export type { ApiAnswer } from './answer';
export { problemResponse } from './answer';

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

interface RouteOptions {
  /** The path as documented, the scope of idempotency keys. */
  route: string;
  /** Largest body in bytes, perhaps by its media type. */
  maxBytes?: number | ((request: Request) => number);
  /** The answer holds a secret: it is never kept, a repeated key is refused. */
  secretAnswer?: boolean;
  /** The body holds a password: nothing made of it is kept, so an `Idempotency-Key` has no effect. */
  secretBody?: boolean;
}

async function bodyOf(request: Request, limit: RouteOptions['maxBytes'] = JSON_LIMIT): Promise<Uint8Array> {
  if (['GET', 'HEAD'].includes(request.method)) return new Uint8Array();
  return readBytes(request, typeof limit === 'function' ? limit(request) : limit);
}

/** Wraps a handler: caller, body limits, idempotency and the one mapper of errors. Routes only translate. */
export function api(options: RouteOptions, handle: (call: ApiCall) => Promise<ApiAnswer | Response>) {
  return async (request: Request, extra: { params: Promise<Params> }): Promise<Response> => {
    try {
      const params = (await extra.params) ?? {};
      const query = Object.fromEntries(new URL(request.url).searchParams);
      checkAddress({ ...query, ...params });
      const principal = await callerOf(request);
      const body = await bodyOf(request, options.maxBytes);
      const json = () => {
        if (body.byteLength > 0) mediaType(request, ['application/json']);
        return parseJson(body);
      };
      let direct: Response | null = null;
      const run = async (commandId: string): Promise<ApiAnswer> => {
        const address = addressOf(request.headers);
        const again = () => principalOf(request.headers);
        const context = { principal, address, commandId, gone: request.signal, again };
        const result = await handle({ request, context, params, query, body, json });
        if (!(result instanceof Response)) return result;
        direct = result;
        return {};
      };
      const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
      const scope = `${options.route} ${JSON.stringify(params)}`;
      // A stranger is refused by the use case; nothing is kept for them.
      const answer =
        key && principal && !options.secretBody
          ? await idempotently(
              {
                key,
                scope: scopeOfKey(principal.id, scope),
                body,
                secretAnswer: options.secretAnswer ?? false,
              },
              run,
            )
          : await run(newId());
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
