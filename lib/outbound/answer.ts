import type { Json, JsonObject } from '@/engine/core/json';

/** What a process may see of an answer's headers; cookies and the like stay outside. */
const VISIBLE = new Set([
  'content-type',
  'content-language',
  'date',
  'etag',
  'last-modified',
  'link',
  'location',
]);

/** The headers of an answer that a process sees: a fixed few, rate limits, and the receiver's own `x-` ones. */
export function visibleHeaders(headers: Headers): JsonObject {
  const shown = [...headers].filter(
    ([name]) =>
      VISIBLE.has(name) || (/^(?:x-|ratelimit)/.test(name) && !/token|auth|cookie|secret|key/.test(name)),
  );
  return Object.fromEntries(shown.map(([name, value]) => [name, value.slice(0, 1000)]));
}

/** The body as JSON when it says so or an empty body as null, else as text. A body that lies about being JSON is text. */
export async function bodyOf(answer: Response): Promise<Json> {
  const text = await answer.text();
  if (text === '') return null;
  const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json')) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
