import {
  childrenOf,
  type DocElement,
  type ElementId,
  get,
  type InlineProperty,
  type InlineValue,
  type ProcessDocument,
  processes,
  refList,
} from '@/lib/document';
import { isConnection, isNode, labelOf } from '@/lib/editing';
import { outlineOf } from './outline';

/** A place in the document where the searched text stands. */
export interface Hit {
  id: ElementId;
  /** The property, as the inspector and problems name its field; `name` and `id` for those. */
  field: string;
  /** The same in words: “User prompt”. */
  fieldLabel: string;
  /** The text around what was found, in one line. */
  excerpt: string;
  /** Where in the excerpt it stands. */
  at: number;
  length: number;
}

interface Written {
  field: string;
  label: string;
  text: string;
}

/** As many as anybody looks through; the list says when there are more. */
const MOST = 200;

/**
 * Finds text in labels, ids and in whatever is written in properties: prompts, conditions, variables, names of
 * messages. Labels come first, then ids, then the rest; each in the order of the outline.
 */
export function findIn(document: ProcessDocument, typed: string): Hit[] {
  const search = typed.trim().toLowerCase();
  if (!search) return [];
  const hits: [Hit[], Hit[], Hit[]] = [[], [], []];
  for (const id of searchable(document)) {
    add(hits[0], id, { field: 'name', label: 'Name', text: labelOf(document, id) }, search);
    add(hits[1], id, { field: 'id', label: 'Id', text: id }, search);
    for (const written of propertiesOf(document, id)) add(hits[2], id, written, search);
  }
  // a process is no part of its drawing, but has an owner, tags and those who may start it
  for (const process of processes(document))
    for (const written of propertiesOf(document, process.id)) add(hits[2], process.id, written, search);
  return hits.flat().slice(0, MOST);
}

function add(hits: Hit[], id: ElementId, { field, label, text }: Written, search: string): void {
  const line = text.replace(/\s+/g, ' ').trim();
  const found = line.toLowerCase().indexOf(search);
  if (found < 0) return;
  const from = found > 40 ? Math.max(0, line.lastIndexOf(' ', found - 25)) : 0;
  const head = from > 0 ? '… ' : '';
  const excerpt = head + line.slice(from, found + 100).trimStart();
  const at = excerpt.toLowerCase().indexOf(search, head.length);
  hits.push({ id, field, fieldLabel: label, excerpt, at, length: search.length });
}

/** Nodes in the order of the outline, then the lines between them. */
function searchable(document: ProcessDocument): ElementId[] {
  const nodes = outlineOf(document).map((item) => item.id);
  const listed = new Set(nodes);
  const others = Object.values(document.elements).filter(
    (element) => !listed.has(element.id) && (isConnection(element) || isNode(element)),
  );
  return [...nodes, ...others.map((element) => element.id)];
}

/** Everything written in an element, its definitions and what those refer to, with the field it stands in. */
function propertiesOf(document: ProcessDocument, id: ElementId): Written[] {
  const element = get(document, id);
  if (!element) return [];
  const inner = Object.keys(element.children).flatMap((property) =>
    childrenOf(document, id, property).filter((child): boolean => !isNode(child) && !isConnection(child)),
  );
  const own = [element, ...inner.filter((child) => DEFINING.test(child.type))];
  const shared = own.flatMap((entry) =>
    REFERENCES.flatMap((property) => refList(entry, property).flatMap((each) => get(document, each) ?? [])),
  );
  return [...own, ...shared].flatMap((entry) => writtenIn(entry, entry === element));
}

const DEFINING = /EventDefinition$|LoopCharacteristics$|^bpmn:(Documentation|Property)$/;
const REFERENCES = [
  'messageRef',
  'signalRef',
  'errorRef',
  'escalationRef',
  'eventDefinitionRef',
  'dataObjectRef',
];

function writtenIn(entry: DocElement, isSelf: boolean): Written[] {
  const attrs = Object.entries(entry.attrs).flatMap(([name, value]): Written[] =>
    typeof value === 'string' && !(isSelf && (name === 'name' || (name === 'text' && isNote(entry))))
      ? [{ ...fieldOf(isSelf || name !== 'name' ? name : kindOfReference(entry)), text: value }]
      : [],
  );
  const values = Object.entries(entry.values).flatMap(([name, value]) => inlineTexts(value, name));
  return [...attrs, ...values];
}

const isNote = (entry: DocElement): boolean => entry.type === 'bpmn:TextAnnotation';
const kindOfReference = (entry: DocElement): string =>
  entry.type.slice(5).charAt(0).toLowerCase() + entry.type.slice(6);

function inlineTexts(value: InlineProperty | InlineValue[] | undefined, field: string): Written[] {
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return value.flatMap((each) => inlineTexts(each as InlineProperty, field));
  if (typeof value !== 'object') return [{ ...fieldOf(field), text: String(value) }];
  return Object.entries(value as InlineValue).flatMap(([name, inner]) =>
    name.startsWith('$') ? [] : inlineTexts(inner as InlineProperty, CARRIERS.has(name) ? field : name),
  );
}

/** Members that only hold the text of what they are in. */
const CARRIERS = new Set(['body', 'text', 'values', 'json', 'content']);

/** Fields whose name in the inspector differs from the property's. */
const FIELDS: Record<string, string> = {
  conditionExpression: 'condition',
  timeDuration: 'timer.value',
  timeCycle: 'timer.value',
  timeDate: 'timer.value',
  message: 'message.name',
  signal: 'signal.name',
  people: 'starterPeople',
  groups: 'starterGroups',
};

/** A field of a problem in words: “User prompt”, “Loop collection”. */
export const fieldWords = (field: string): string =>
  fieldOf(
    field
      .replace(/\[?\d+\]?/g, '')
      .replaceAll('.', ' ')
      .trim(),
  ).label.replace(/ +/g, ' ');

function fieldOf(property: string): Pick<Written, 'field' | 'label'> {
  const field = FIELDS[property] ?? property;
  const words = (field === 'condition' ? field : property)
    .replace(/^.*:/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { field, label: words.charAt(0).toUpperCase() + words.slice(1) };
}
