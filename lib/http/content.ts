import 'server-only';
import { tooLarge } from '@/lib/errors/app-error';
import { mediaType, parseJson, XML_LIMIT } from './body';
import type { ApiAnswer, ApiCall } from './route';

/** A process as it was sent: BPMN 2.0 XML (at most 2 MB) or a document. @throws AppError 413, 415 */
export function contentOf(call: ApiCall): { xml: Uint8Array } | { document: unknown } {
  const type = mediaType(call.request, ['application/xml', 'text/xml', 'application/json']);
  if (type === 'application/json') return { document: parseJson(call.body) };
  if (call.body.byteLength > XML_LIMIT)
    throw tooLarge('The model is larger than 2 MB. Take embedded icons and images out and try again.');
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
