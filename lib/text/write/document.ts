import { undrawn } from '@/lib/bpmn/layout/missing';
import { canonical, type DocElement, get, hash, mustGet, type ProcessDocument } from '@/lib/document';
import { DEFAULTS, TEXT_FORMAT } from '../defaults';
import { Unwritable } from '../keys';
import { readText } from '../read/document';
import { chunks } from './chunks';
import { elementTree, fieldsOf, type WriteContext } from './element';
import { type Fields, line, type Tree } from './tree';
import { writeYaml } from './yaml';

/**
 * Writes a document as text that reads back as the same document, fact for fact. What the text form has no words
 * for (none of the corpora's models) is written as the document's own JSON below `document`.
 */
export function documentToText(document: ProcessDocument): string {
  const text = inWords(document);
  const back = text === undefined ? undefined : readText(text);
  if (text !== undefined && back?.ok && hash(back.document) === hash(document)) return text;
  return writeYaml(
    new Map<string, Tree>([
      ['countersign', TEXT_FORMAT],
      ['document', jsonTree(document)],
    ]),
  );
}

/** The document in the words of the text form, not yet compared; undefined when it has none for something. */
export function inWords(document: ProcessDocument): string | undefined {
  try {
    return writeYaml(documentTree(document));
  } catch (error) {
    if (error instanceof Unwritable) return undefined;
    throw error;
  }
}

function documentTree(document: ProcessDocument): Fields {
  const elements = Object.values(document.elements);
  const listed = elements.some(({ refs }) => refs.incoming !== undefined || refs.outgoing !== undefined);
  const flowLists = listed || !elements.some(({ type }) => type === 'bpmn:SequenceFlow');
  const context = { document, flowLists };
  const root = mustGet(document, document.root);
  const tree: Fields = new Map([['countersign', TEXT_FORMAT]]);
  const own = rootElements(context, root);
  for (const [key, value] of own.fields) tree.set(key, value);
  if (!flowLists) tree.set('flowLists', false);
  const head = definitionsTree(context, root, own.processId);
  if (head) tree.set('definitions', head);
  if (canonical(document.namespaces) !== canonical(DEFAULTS.namespaces))
    tree.set('namespaces', new Map(Object.entries(document.namespaces).sort(([a], [b]) => (a < b ? -1 : 1))));
  const left = undrawn(document).sort();
  if (left.length > 0) tree.set('undrawn', chunks(left));
  const diagrams = root.children.diagrams;
  if (diagrams)
    tree.set(
      'diagrams',
      diagrams.map((id) => elementTree(context, mustGet(document, id))),
    );
  return tree;
}

/** The one process with its declarations after it, or all elements in their order. */
function rootElements(context: WriteContext, root: DocElement): { fields: Fields; processId?: string } {
  const all = (root.children.rootElements ?? []).flatMap((id) => get(context.document, id) ?? []);
  const [process, ...others] = all;
  const single = process?.type === 'bpmn:Process' && !process.implicitId;
  if (!process || !single || others.some(({ type }) => type === 'bpmn:Process')) {
    const given = root.children.rootElements !== undefined;
    return {
      fields: new Map(given ? [['elements', all.map((element) => elementTree(context, element))]] : []),
    };
  }
  const fields = elementTree(context, process);
  if (others.length > 0)
    fields.set(
      'declarations',
      others.map((element) => elementTree(context, element)),
    );
  return { fields, processId: process.id };
}

/** The attributes of the file as a whole; undefined when they are the usual ones. */
function definitionsTree(
  context: WriteContext,
  root: DocElement,
  processId: string | undefined,
): Fields | undefined {
  const fields = fieldsOf(context, root, ['rootElements', 'diagrams']);
  const usualId = processId !== undefined && root.id === DEFAULTS.rootId(processId) && !root.implicitId;
  const usual = canonical(Object.fromEntries(fields)) === canonical(DEFAULTS.attrs);
  if (usualId && usual) return undefined;
  return new Map<string, Tree>([['id', root.implicitId ? null : root.id], ...fields]);
}

function jsonTree(value: unknown): Tree {
  if (Array.isArray(value)) return line(value.map(jsonTree));
  if (typeof value === 'object' && value !== null)
    return new Map(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => [key, jsonTree(member)]),
    );
  return value as string | number | boolean | null;
}
