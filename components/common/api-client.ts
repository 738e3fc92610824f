/** What the server says when it refuses: RFC 9457, with our `code` and the fields it is about. */
export interface Problem {
  status: number;
  code: string;
  /** A sentence for the person. */
  detail: string;
  errors?: { path: string; message: string }[];
  [member: string]: unknown;
}

export type ApiResult<Body> = { ok: true; body: Body } | { ok: false; problem: Problem };

const UNREACHABLE: Problem = {
  status: 0,
  code: 'unreachable',
  detail: 'The server can’t be reached. Nothing was sent; try again.',
};

async function call<Body>(path: string, init: RequestInit): Promise<ApiResult<Body>> {
  try {
    const response = await fetch(`/api/v1${path}`, init);
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, body: body as Body };
    const problem = (body ?? {}) as Partial<Problem>;
    const detail = problem.detail ?? `The server answered ${response.status}. Try again.`;
    return {
      ok: false,
      problem: { ...problem, status: response.status, code: problem.code ?? 'error', detail },
    };
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return { ok: false, problem: UNREACHABLE };
  }
}

/** Reads something. `path` starts behind `/api/v1`. Rejects only when `signal` ends it. */
export const apiGet = <Body>(path: string, signal?: AbortSignal): Promise<ApiResult<Body>> =>
  call(path, { ...(signal ? { signal } : {}) });

/**
 * Does something once: `key` is its `Idempotency-Key`, the same for a repeat of the same submit. Refusals are values.
 */
export const apiPost = <Body>(
  path: string,
  body: unknown = {},
  key: string = crypto.randomUUID(),
): Promise<ApiResult<Body>> =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });

/** Changes or removes something that has an address; repeating it does no harm, so it needs no key. */
export const apiSend = <Body>(
  method: 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<ApiResult<Body>> =>
  call(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
