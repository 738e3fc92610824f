import { z } from 'zod';
import { walk } from './order';
import type { DocElement, ProcessDocument } from './types';

/** A document that arrived as JSON is either one we can work with, or refused naming the element. */
export type DocumentValidation =
  | { ok: true; document: ProcessDocument }
  | { ok: false; code: DocumentRefusal; message: string; elementId?: string; field?: string };

export type DocumentRefusal =
  | 'not-a-document'
  | 'unknown-format'
  | 'too-large'
  | 'too-many-elements'
  | 'forbidden-character'
  | 'inconsistent';

/** The same model may take more bytes here as in XML (at most 2.3 times over the corpora). */
export const DOCUMENT_LIMITS = { bytes: 5_000_000, modelElements: 5_000, entries: 20_000 } as const;

const id = z.string().min(1).max(1_000);
const name = z.string().min(1).max(200);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const inline = z.looseObject({ $type: name });
const element = z.strictObject({
  id,
  type: name,
  implicitId: z.literal(true).optional(),
  parent: id.nullable(),
  containment: z.string().max(200),
  attrs: z.record(name, scalar),
  refs: z.record(name, z.union([z.string(), z.array(z.string())])),
  children: z.record(name, z.array(id)),
  values: z.record(name, z.union([inline, z.array(inline)])),
  qnames: z.record(name, z.record(z.string(), z.string())).optional(),
});
const documentShape = z.strictObject({
  format: z.literal(1),
  root: id,
  namespaces: z.record(z.string(), z.string()),
  elements: z.record(id, element),
});

/**
 * Checks a document that comes from outside: its size, its shape, and that containment is a tree over all
 * entries in which parents and children agree. Nothing about BPMN's own rules; those are problems, not
 * refusals.
 */
export function validateDocument(value: unknown): DocumentValidation {
  const oversize = checkSize(value);
  if (oversize) return oversize;
  const parsed = documentShape.safeParse(value);
  if (!parsed.success) return shapeRefusal(value, parsed.error.issues[0]);
  const document = parsed.data as ProcessDocument;
  return checkLimits(document) ?? checkTree(document) ?? { ok: true, document };
}

type Refusal = Extract<DocumentValidation, { ok: false }>;

function checkSize(value: unknown): Refusal | undefined {
  const text = JSON.stringify(value) ?? '';
  if (text.length > DOCUMENT_LIMITS.bytes) {
    return refuse('too-large', `The document is larger than ${DOCUMENT_LIMITS.bytes / 1e6} MB.`);
  }
  // What PostgreSQL can't store as JSON and XML can't carry.
  if (/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(text)) {
    return refuse(
      'forbidden-character',
      'The document holds a character that can’t be stored (U+0000 or half a pair).',
    );
  }
  return undefined;
}

function shapeRefusal(value: unknown, issue: z.core.$ZodIssue | undefined): Refusal {
  const path = issue?.path.map(String) ?? [];
  if (path[0] === 'format')
    return refuse('unknown-format', 'The document has a format that this version doesn’t know.');
  const inElement = path[0] === 'elements' && typeof value === 'object' ? path[1] : undefined;
  const field = path.slice(inElement === undefined ? 0 : 2).join('.');
  const where = inElement === undefined ? 'The document' : `Element “${inElement}”`;
  const message = `${where} is not valid${field ? ` at “${field}”` : ''}: ${issue?.message ?? 'unknown shape'}.`;
  return refuse('not-a-document', message, inElement, field || undefined);
}

function checkLimits(document: ProcessDocument): Refusal | undefined {
  const entries = Object.values(document.elements);
  const model = entries.filter((entry) => !entry.implicitId && entry.type.startsWith('bpmn:'));
  if (model.length > DOCUMENT_LIMITS.modelElements || entries.length > DOCUMENT_LIMITS.entries) {
    const limit = DOCUMENT_LIMITS.modelElements.toLocaleString('en');
    return refuse('too-many-elements', `The document has more than ${limit} elements.`);
  }
  return undefined;
}

function checkTree(document: ProcessDocument): Refusal | undefined {
  const root = own(document, document.root);
  if (root?.type !== 'bpmn:Definitions' || root.parent !== null) {
    return refuse('inconsistent', 'The document’s root is not its definitions.', document.root, 'root');
  }
  for (const [key, entry] of Object.entries(document.elements)) {
    if (entry.id !== key)
      return refuse('inconsistent', `Element “${key}” says its id is “${entry.id}”.`, key, 'id');
    const fault = checkChildren(document, entry);
    if (fault) return fault;
  }
  return checkReach(document);
}

function checkChildren(document: ProcessDocument, entry: DocElement): Refusal | undefined {
  for (const [property, ids] of Object.entries(entry.children)) {
    for (const childId of ids) {
      const child = own(document, childId);
      const agrees = child?.parent === entry.id && child.containment === property;
      if (child && agrees) continue;
      const reason = child ? `which says it is in “${child.parent}”` : 'which is not in the document';
      return refuse(
        'inconsistent',
        `Element “${entry.id}” contains “${childId}”, ${reason}.`,
        childId,
        property,
      );
    }
    if (new Set(ids).size < ids.length) {
      return refuse(
        'inconsistent',
        `Element “${entry.id}” contains the same element twice.`,
        entry.id,
        property,
      );
    }
  }
  return undefined;
}

/** Every entry is reached from the root: none is lost, and there is no ring of containment. */
function checkReach(document: ProcessDocument): Refusal | undefined {
  const reached = new Set([...walk(document)].map((entry) => entry.id));
  const lost = Object.keys(document.elements).find((key) => !reached.has(key));
  return lost === undefined
    ? undefined
    : refuse('inconsistent', `Element “${lost}” is contained in nothing.`, lost, 'parent');
}

const own = (document: ProcessDocument, key: string): DocElement | undefined =>
  Object.hasOwn(document.elements, key) ? document.elements[key] : undefined;

function refuse(code: DocumentRefusal, message: string, elementId?: string, field?: string): Refusal {
  return { ok: false, code, message, ...(elementId && { elementId }), ...(field && { field }) };
}
