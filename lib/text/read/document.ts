import type { Node } from 'yaml';
import { settleReferences } from '@/lib/bpmn/import/references';
import { undrawn } from '@/lib/bpmn/layout/missing';
import { type TypeInfo, typeInfo } from '@/lib/bpmn/metamodel/types';
import { type ImportFailure, ImportRefused, type Problem } from '@/lib/bpmn/problems';
import type { DocElement, ElementId, ProcessDocument } from '@/lib/document';
import { validateDocument } from '@/lib/document/validate';
import { DEFAULTS, TEXT_FORMAT } from '../defaults';
import { newEntry, type Reading, readElement, readFields } from './element';
import { nearest } from './nearest';
import { type Entry, type Place, Source } from './source';

/** A text that was read. */
export interface TextSuccess {
  ok: true;
  document: ProcessDocument;
  notes: Problem[];
  /** Where each element stands in the text, by id, and each of its fields, by id and key with a space between. */
  places: ReadonlyMap<string, Place>;
  /** Steps and flows that are new: the diagram, when there is one, neither draws them nor leaves them out on purpose. */
  missing: ElementId[];
}

const KEYS = [
  'countersign',
  'flowLists',
  'definitions',
  'namespaces',
  'process',
  'elements',
  'declarations',
  'undrawn',
  'diagrams',
  'document',
];

/**
 * Reads the text form of a model. What can't be read is a value with line, column and what to do, never an exception.
 * Layout is separate, as for XML (`layoutDocument`).
 */
export function readText(text: string): TextSuccess | ImportFailure {
  try {
    return convert(new Source(text.replace(/^\ufeff/, '')));
  } catch (error) {
    if (error instanceof ImportRefused) return { ok: false, ...error.failure };
    throw error;
  }
}

function convert(source: Source): TextSuccess {
  if (source.root === null) throw new ImportRefused({ code: 'empty', message: 'The file is empty.' });
  const entries = source.entries(source.root, 'A model');
  const find = (key: string) => entries.find((entry) => entry.key === key);
  checkFormat(source, find('countersign'));
  const verbatim = find('document');
  if (verbatim) return fromJson(source, verbatim);
  const flowLists = find('flowLists');
  const reading: Reading = {
    source,
    elements: {},
    places: new Map(),
    flowLists: !flowLists || source.text(flowLists.value) !== 'false',
  };
  const root = readRoot(reading, entries);
  const given = find('namespaces');
  const namespaces = given
    ? Object.fromEntries(
        source
          .entries(given.value, '“namespaces”', given.keyNode)
          .map(({ key, value }) => [key, value === null ? '' : source.text(value)]),
      )
    : { ...DEFAULTS.namespaces };
  const document: ProcessDocument = { format: 1, root: root.id, namespaces, elements: reading.elements };
  return checked(reading, document, find('undrawn'));
}

function checkFormat(source: Source, format: Entry | undefined): void {
  if (!format || source.text(format.value) === String(TEXT_FORMAT)) return;
  source.refuse(
    format.value,
    `This is format ${source.text(format.value)} of the text form; this version reads format ${TEXT_FORMAT}.`,
  );
}

function readRoot(reading: Reading, entries: readonly Entry[]): DocElement {
  const { source } = reading;
  const find = (key: string) => entries.find((entry) => entry.key === key);
  const type = typeInfo('bpmn:Definitions') as TypeInfo;
  const process = find('process');
  if (!process && !find('elements') && !find('definitions')) {
    const wrong = entries.find(({ key }) => !KEYS.includes(key));
    const hint =
      wrong && nearest(wrong.key, KEYS) === 'process'
        ? ` Did you mean “process” instead of “${wrong.key}”?`
        : '';
    source.refuse(source.root, `A model begins with “process: id”.${hint}`);
  }
  if (process?.value === null)
    source.refuse(process.keyNode, 'A process needs an id, such as “process: invoice”.');
  const head = find('definitions');
  const fields = head ? source.entries(head.value, '“definitions”', head.keyNode) : undefined;
  const id = fields?.find(({ key }) => key === 'id');
  const processId = process ? source.text(process.value) : undefined;
  const given = id
    ? id.value === null
      ? undefined
      : source.text(id.value)
    : processId && DEFAULTS.rootId(processId);
  const root = newEntry(
    reading,
    type.name,
    given,
    { parent: null, containment: '', index: 0 },
    source.root as Node,
  );
  if (fields)
    readFields(
      reading,
      root,
      type,
      fields.filter(({ key }) => key !== 'id'),
    );
  else root.attrs = { ...DEFAULTS.attrs };
  readRootElements(reading, root, entries);
  const diagrams = find('diagrams');
  if (diagrams) root.children.diagrams = readList(reading, root, 'diagrams', diagrams, 'bpmndi:BPMNDiagram');
  return root;
}

function readRootElements(reading: Reading, root: DocElement, entries: readonly Entry[]): void {
  const { source } = reading;
  const find = (key: string) => entries.find((entry) => entry.key === key);
  const [elements, process, declarations] = [find('elements'), find('process'), find('declarations')];
  if (elements && process)
    source.refuse(elements.keyNode, 'Write either “process” or “elements”, which lists all processes.');
  if (elements)
    root.children.rootElements = readList(reading, root, 'rootElements', elements, 'bpmn:RootElement');
  if (process) {
    const type = typeInfo('bpmn:Process') as TypeInfo;
    const slot = { parent: root.id, containment: 'rootElements', index: 0 };
    const element = newEntry(reading, type.name, source.text(process.value), slot, process.keyNode);
    root.children.rootElements = [element.id];
    const own = entries.filter(({ key }) => !KEYS.includes(key));
    readFields(reading, element, type, own);
    if (declarations)
      root.children.rootElements.push(
        ...readList(reading, root, 'rootElements', declarations, 'bpmn:RootElement', 1),
      );
    return;
  }
  const stray = entries.find(({ key }) => !KEYS.includes(key));
  if (stray)
    source.refuse(
      stray.keyNode,
      `“${stray.key}” belongs to a process; below “elements”, write it in the process.`,
    );
}

function readList(
  reading: Reading,
  root: DocElement,
  containment: string,
  { value }: Entry,
  allowed: string,
  first = 0,
): string[] {
  return reading.source
    .items(value)
    .map((node, index) =>
      readElement(reading, node, { parent: root.id, containment, index: first + index }, allowed),
    );
}

/** The document's own JSON, for what the text form has no words for. */
function fromJson(source: Source, { value, keyNode }: Entry): TextSuccess {
  const json = (value as { toJSON(): unknown } | null)?.toJSON();
  const result = validateDocument(json);
  if (!result.ok) return source.refuse(value ?? keyNode, result.message);
  return { ok: true, document: result.document, notes: [], places: new Map(), missing: [] };
}

/** Limits and the tree of elements, then references: those that name nothing are notes, as on import from XML. */
function checked(
  { source, places }: Reading,
  document: ProcessDocument,
  left: Entry | undefined,
): TextSuccess {
  const result = validateDocument(document);
  if (!result.ok) return source.refuse(source.root, result.message);
  const notes = settleReferences(structuredClone(document));
  const known = new Set(
    left ? source.items(left.value).flatMap((item) => source.text(item).split(/\s+/)) : [],
  );
  const missing = undrawn(document).filter((id) => !known.has(id));
  return { ok: true, document, notes, places, missing };
}
