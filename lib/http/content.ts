import 'server-only';
import { DOCUMENT_LIMIT, mediaType, parseJson, XML_LIMIT } from './body';
import type { ApiAnswer, ApiCall } from './route';

const isJson = (request: Request): boolean =>
  /^application\/json\b/i.test(request.headers.get('content-type') ?? '');

/** Largest body of a process by how it is written: a document takes more room than XML. */
export const processLimit = (request: Request): number => (isJson(request) ? DOCUMENT_LIMIT : XML_LIMIT);

const YAML_TYPES = ['application/yaml', 'application/x-yaml', 'text/yaml'];

/** A process as it was sent. @throws AppError 413, 415 */
export function contentOf(call: ApiCall): { xml: Uint8Array } | { text: Uint8Array } | { document: unknown } {
  const type = mediaType(call.request, ['application/xml', 'text/xml', 'application/json', ...YAML_TYPES]);
  if (type === 'application/json') return { document: parseJson(call.body) };
  return YAML_TYPES.includes(type) ? { text: call.body } : { xml: call.body };
}

interface FileContent {
  fileName: string;
  content: string;
  /** Of a draft: becomes the entity tag, which a change is sent back with. */
  revision?: number | undefined;
}

/** Something as a file to save. */
const fileAnswer = (type: string, { fileName, content, revision }: FileContent): ApiAnswer => ({
  raw: content,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    ...(revision !== undefined && { etag: `"${revision}"` }),
  },
});

export const xmlAnswer = ({
  xml,
  ...file
}: {
  fileName: string;
  xml: string;
  revision?: number | undefined;
}) => fileAnswer('application/xml', { ...file, content: xml });
export const yamlAnswer = (file: FileContent) => fileAnswer('application/yaml', file);
export const svgAnswer = (file: FileContent) => fileAnswer('image/svg+xml', file);
