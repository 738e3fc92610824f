import type { Node } from 'yaml';
import { type PropertyInfo, type TypeInfo, typeInfo } from '@/lib/bpmn/metamodel/types';
import type { DocElement, ElementId, InlineValue } from '@/lib/document';
import { keyOfType, kindOf, OWN_EXTENSIONS, propertyOf, typeOfKey } from '../keys';
import { readDraws } from './draws';
import { readExtension, readTagged, readValues, scalarValue, unknownField } from './inline';
import { nearest } from './nearest';
import { type Entry, isMap, isScalar, isSeq, type Place, type Source } from './source';
import { putInOrder, readSteps } from './steps';

/** Where an element hangs in the document. */
export interface Slot {
  parent: ElementId | null;
  containment: string;
  index: number;
}

/** Everything that is being read: the elements so far, and where each stands in the text. */
export interface Reading {
  source: Source;
  elements: Record<ElementId, DocElement>;
  places: Map<ElementId, Place>;
  /** Whether nodes get lists of their flows. */
  flowLists: boolean;
}

/** Fields that mean the same on every element and aren't BPMN's. */
const COMMON = ['steps', 'order', 'next', 'draws', 'otherAttributes', ...OWN_EXTENSIONS.keys()];

/**
 * Reads an element whose first key says what it is, with all it contains; returns its id.
 * @param allowed the type of the property it stands in.
 */
export function readElement(
  reading: Reading,
  node: Node,
  slot: Slot,
  allowed: string,
  autoId?: string,
): ElementId {
  const { source } = reading;
  const [head, ...fields] = source.entries(node, 'An element');
  if (!head)
    return source.refuse(node, 'An element begins with what it is and its id, such as “userTask: approve”.');
  const type = elementType(source, head, allowed);
  const given = head.value === null ? autoId : source.text(head.value);
  const element = newEntry(reading, type.name, given, slot, head.keyNode);
  readFields(reading, element, type, fields);
  return element.id;
}

function elementType(source: Source, { key, keyNode }: Entry, allowed: string): TypeInfo {
  const type = typeOfKey(key);
  if (type?.isEntry && type.is(allowed)) return type;
  if (type?.isEntry)
    return source.refuse(keyNode, `A ${key} can't stand here: a ${keyOfType(allowed)} is expected.`);
  const near = nearest(key, STARTS);
  const hint = near ? ` Did you mean “${near}”?` : '';
  return source.refuse(
    keyNode,
    `The first key says what an element is, such as “userTask: approve”; “${key}” is no BPMN element.${hint}`,
  );
}

/** What steps begin with; only to guess what was meant. */
const STARTS = [
  ...['startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent'],
  ...[
    'task',
    'userTask',
    'serviceTask',
    'scriptTask',
    'sendTask',
    'receiveTask',
    'manualTask',
    'businessRuleTask',
  ],
  ...['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway', 'eventBasedGateway'],
  ...['subProcess', 'transaction', 'adHocSubProcess', 'callActivity', 'sequenceFlow', 'dataObjectReference'],
  ...['process', 'message', 'signal', 'error', 'escalation', 'collaboration', 'participant', 'lane'],
];

/** Adds an empty entry; without id it gets one by its position, as on import from XML. */
export function newEntry(
  { source, elements, places }: Reading,
  type: string,
  given: string | undefined,
  slot: Slot,
  node: Node,
): DocElement {
  if (given === '' || given === '__proto__') source.refuse(node, `“${given}” can't be an id.`);
  if (given !== undefined && Object.hasOwn(elements, given)) {
    const first = places.get(given);
    const before = first ? ` in line ${first.line}` : '';
    source.refuse(node, `The id “${given}” is used${before} already. Ids are unique in a file.`);
  }
  const implicit = slot.parent === null ? '~definitions' : `${slot.parent}~${slot.containment}.${slot.index}`;
  const element: DocElement = {
    id: given ?? implicit,
    type,
    ...(given === undefined && { implicitId: true as const }),
    parent: slot.parent,
    containment: slot.containment,
    attrs: {},
    refs: {},
    children: {},
    values: {},
  };
  elements[element.id] = element;
  const place = source.place(node);
  if (place) places.set(element.id, place);
  return element;
}

/** Reads the fields of an element that isn't told by its first key. */
export function readFields(
  reading: Reading,
  element: DocElement,
  type: TypeInfo,
  fields: readonly Entry[],
): void {
  const extensions: InlineValue[] = [];
  for (const entry of fields) {
    const place = reading.source.place(entry.keyNode);
    if (place) reading.places.set(`${element.id} ${entry.key}`, place);
    const found = readOne(reading, element, type, entry);
    if (found) extensions.push(found);
  }
  const order = fields.find(({ key }) => key === 'order');
  if (order && !propertyOf(type, 'order')) putInOrder(reading, element, order);
  if (extensions.length === 0) return;
  const listed = element.values.extensionElements as InlineValue | undefined;
  const before = Array.isArray(listed?.values) ? listed.values : [];
  element.values.extensionElements = { $type: 'bpmn:ExtensionElements', values: [...before, ...extensions] };
}

/** Reads a field; an extension element is handed back. */
function readOne(
  reading: Reading,
  element: DocElement,
  type: TypeInfo,
  entry: Entry,
): InlineValue | undefined {
  const { source } = reading;
  const { key, keyNode, value } = entry;
  const property = propertyOf(type, key);
  if (property) readProperty(reading, element, property, entry);
  else if (key === 'extensionElements') readExtensionList(source, element, value);
  else if (key === 'steps' && propertyOf(type, 'flowElements')) readSteps(reading, element, entry);
  else if (key === 'order' || key === 'next') return undefined;
  else if (key === 'draws' && propertyOf(type, 'planeElement')) readDraws(reading, element, entry);
  else if (key === 'otherAttributes') readOthers(source, element, entry);
  else if (key === '$children')
    element.values.$children = source.items(value).map((item) => readTagged(source, item));
  else if (key === '$qnames') element.qnames = readSpellings(source, entry);
  else if (OWN_EXTENSIONS.has(key)) return readExtension(source, key, value);
  else if (key.includes(':') && (isMap(value) || value === null)) return readExtension(source, key, value);
  else if (/^\$|:/.test(key)) element.attrs[key] = source.text(value);
  else unknownField(source, keyNode, key, type, COMMON);
  return undefined;
}

function readProperty(reading: Reading, element: DocElement, property: PropertyInfo, entry: Entry): void {
  const { source } = reading;
  const { key, keyNode, value } = entry;
  if (key === 'extensionElements') {
    readExtensionList(source, element, value);
    return;
  }
  switch (kindOf(property)) {
    case 'reference':
      if (value !== null) element.refs[key] = references(source, value, property);
      return;
    case 'elements':
      element.children[key] = readChildren(reading, element, property, entry);
      return;
    case 'values':
      element.values[key] = readValues(source, value, property);
      return;
    case 'scalar':
      if (value === null)
        source.refuse(keyNode, `“${key}” has no value. Write '' for an empty text, or leave it out.`);
      element.attrs[key] = scalarValue(source, value, property);
  }
}

function references(source: Source, node: Node, property: PropertyInfo): string | string[] {
  if (isSeq(node) || property.isMany) return source.items(node).map((item) => source.text(item));
  return source.text(node);
}

function readChildren(
  reading: Reading,
  element: DocElement,
  property: PropertyInfo,
  { value, keyNode }: Entry,
): ElementId[] {
  const { source } = reading;
  if (isScalar(value))
    source.refuse(
      value,
      `“${property.key}” holds elements of their own, such as “${keyOfType(concrete(property))}: id”.`,
    );
  if (isSeq(value) && !property.isMany)
    source.refuse(keyNode, `“${property.key}” holds one element, not a list.`);
  return source
    .items(value)
    .map((item, index) =>
      readElement(reading, item, { parent: element.id, containment: property.key, index }, property.type),
    );
}

const concrete = (property: PropertyInfo): string => (typeInfo(property.type) ? property.type : 'bpmn:task');

function readExtensionList(source: Source, element: DocElement, value: Node | null): void {
  const values = source.items(value).map((item) => readTagged(source, item));
  element.values.extensionElements = { $type: 'bpmn:ExtensionElements', ...(value !== null && { values }) };
}

function readOthers(source: Source, element: DocElement, { key, value, keyNode }: Entry): void {
  for (const other of source.entries(value, `“${key}”`, keyNode))
    element.attrs[other.key] = source.text(other.value);
}

function readSpellings(
  source: Source,
  { key, value, keyNode }: Entry,
): Record<string, Record<string, string>> {
  const spelled = source.entries(value, `“${key}”`, keyNode).map((property) => {
    const names = source.entries(property.value, `“${property.key}”`, property.keyNode);
    return [
      property.key,
      Object.fromEntries(names.map((name) => [name.key, source.text(name.value)])),
    ] as const;
  });
  return Object.fromEntries(spelled);
}
