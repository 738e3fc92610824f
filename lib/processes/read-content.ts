import 'server-only';
import type { Problem } from '@/engine/compile/problem';
import { importBpmn } from '@/lib/bpmn/import';
import { layoutDocument } from '@/lib/bpmn/layout';
import type { ImportFailure } from '@/lib/bpmn/problems';
import { hasDiagram, type ProcessDocument } from '@/lib/document';
import { validateDocument } from '@/lib/document/validate';
import { AppError, invalid } from '@/lib/errors/app-error';
import { readDrawnText } from '@/lib/text';

export interface ReadContent {
  document: ProcessDocument;
  /** What the import noticed and kept. */
  notes: Problem[];
}

function fromXml(xml: string | Uint8Array): ReadContent {
  const result = importBpmn(xml);
  return result.ok ? { document: result.document, notes: result.notes } : refuse('bpmn', result);
}

/** YAML is UTF-8 here: another encoding would change names without a word. */
async function fromText(text: string | Uint8Array): Promise<ReadContent> {
  const result = await readDrawnText(typeof text === 'string' ? text : decoded(text));
  return result.ok ? { document: result.document, notes: result.notes } : refuse('text', result);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('text', {
      ok: false,
      code: 'bad-encoding',
      message: 'The text is not UTF-8. Save it as UTF-8.',
    });
  }
}

function refuse(form: 'bpmn' | 'text', result: ImportFailure): never {
  const at = result.line ? ` (line ${result.line}${result.column ? `, column ${result.column}` : ''})` : '';
  throw new AppError({
    status: result.code === 'too-large' ? 413 : 422,
    code: `${form}-${result.code}`,
    userMessage: `${result.message}${at}`,
    errors: [
      { path: result.elementId ?? (result.line ? `line ${result.line}` : ''), message: result.message },
    ],
  });
}

function fromJson(value: unknown): ReadContent {
  const result = validateDocument(value);
  if (result.ok) return { document: result.document, notes: [] };
  throw invalid({
    code: 'invalid-document',
    userMessage: result.message,
    errors: [{ path: result.elementId ?? '', message: result.message }],
  });
}

/**
 * Reads what was sent into a document; lays it out when it has no diagram.
 * @throws AppError 413 or 422 with line, element and reason; nothing is stored.
 */
export async function readContent(
  content: { xml: string | Uint8Array } | { text: string | Uint8Array } | { document: unknown },
): Promise<ReadContent> {
  if ('text' in content) return fromText(content.text);
  const read = 'xml' in content ? fromXml(content.xml) : fromJson(content.document);
  return hasDiagram(read.document) ? read : { ...read, document: await layoutDocument(read.document) };
}
