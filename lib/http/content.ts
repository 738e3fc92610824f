import 'server-only';
import { DOCUMENT_LIMIT, mediaType, parseJson, XML_LIMIT } from './body';
import type { ApiAnswer, ApiCall } from './route';

const isJson = (request: Request): boolean =>
  /^application\/json\b/i.test(request.headers.get('content-type') ?? '');

/** Largest body of a process by how it is written: a document takes more room than XML. */
export const processLimit = (request: Request): number => (isJson(request) ? DOCUMENT_LIMIT : XML_LIMIT);

/** A process as it was sent: BPMN 2.0 XML (at most 2 MB) or a document. @throws AppError 413, 415 */
export function contentOf(call: ApiCall): { xml: Uint8Array } | { document: unknown } {
  const type = mediaType(call.request, ['application/xml', 'text/xml', 'application/json']);
  if (type === 'application/json') return { document: parseJson(call.body) };
  return { xml: call.body };
}

/** XML as a file to save. */
export const xmlAnswer = ({ fileName, xml }: { fileName: string; xml: string }): ApiAnswer => ({
  raw: xml,
  headers: {
    'content-type': 'application/xml; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  },
});
