import type { ApiResult, Problem } from './api-client';

/** One message of a Server-Sent Events answer. */
export interface ServerEvent {
  event: string;
  data: unknown;
}

/** Takes the text of an event stream apart; comments and what isn't complete in the end are left out. */
export async function* serverEvents(chunks: AsyncIterable<string>): AsyncGenerator<ServerEvent> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const value = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = value('data');
      if (data !== undefined) yield { event: value('event') ?? 'message', data: JSON.parse(data) as unknown };
    }
  }
}

/** Does something whose answer comes bit by bit. A refusal before it begins is a value; rejects when `signal` ends it. */
export async function apiStream(
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<ApiResult<AsyncIterable<ServerEvent>>> {
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(body),
    signal,
  });
  if (response.ok && response.body) return { ok: true, body: serverEvents(texts(response.body)) };
  const problem = ((await response.json().catch(() => null)) ?? {}) as Partial<Problem>;
  const detail = problem.detail ?? `The server answered ${response.status}. Try again.`;
  return {
    ok: false,
    problem: { ...problem, status: response.status, code: problem.code ?? 'error', detail },
  };
}

/** A reader instead of `for await`: not every browser iterates streams. */
async function* texts(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      yield decoder.decode(next.value, { stream: true });
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
