import 'server-only';
import { AppError, malformed, tooLarge } from '@/lib/errors/app-error';
import { checkJson } from './text';

/** Largest body of a JSON call; documents and XML have their own. */
export const JSON_LIMIT = 1_200_000;
export const DOCUMENT_LIMIT = 8_000_000;
export const XML_LIMIT = 2_000_000;

/** Reads a body piece by piece and stops at the limit, so that memory stays flat. @throws AppError 413 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  const refuse = () => tooLarge(`The request is larger than ${(limit / 1_000_000).toLocaleString('en')} MB.`);
  if (declared > limit) throw refuse();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw refuse();
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** @throws AppError 400 with the place when it isn't JSON, too deep or holds what can't be stored; empty is `{}` */
export function parseJson(bytes: Uint8Array): unknown {
  const value = decodeJson(bytes);
  checkJson(value);
  return value;
}

function decodeJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch (error) {
    throw malformed({ code: 'not-json', userMessage: `The body is not JSON: ${(error as Error).message}` });
  }
}

/** The media type without parameters. @throws AppError 415 when it isn't one of those allowed */
export function mediaType(request: Request, allowed: readonly string[]): string {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (allowed.includes(type)) return type;
  throw new AppError({
    status: 415,
    code: 'unsupported-media-type',
    userMessage: `Send ${allowed.join(' or ')}, not ${type || 'an unnamed type'}.`,
  });
}
