import type { Node } from 'yaml';
import { type TypeInfo, typeInfo } from '@/lib/bpmn/metamodel/types';
import type { DocElement, ElementId, InlineValue } from '@/lib/document';
import { newEntry, type Reading, readElement, readFields } from './element';
import { type Entry, isMap, isScalar } from './source';

const EXAMPLE = '“task: 270 138 100 80” (x, y, width, height) or “flow: 216 178 / 270 178”';

/** Reads what a plane draws. */
export function readDraws(reading: Reading, plane: DocElement, { value, keyNode }: Entry): void {
  const ids: ElementId[] = [];
  plane.children.planeElement = ids;
  for (const entry of reading.source.entries(value, '“draws”', keyNode))
    ids.push(readItem(reading, plane, entry, ids.length));
}

function readItem(
  reading: Reading,
  plane: DocElement,
  { key: target, keyNode, value }: Entry,
  index: number,
): ElementId {
  const { source } = reading;
  const entries = isMap(value) ? source.entries(value, `“${target}”`) : [];
  const find = (key: string) => entries.find((entry) => entry.key === key);
  const via = find('via');
  const at = isScalar(value) ? value : (find('at') ?? via)?.value;
  if (!at) return source.refuse(value ?? keyNode, `“${target}” has to say where it is drawn: ${EXAMPLE}.`);
  const text = source.text(at);
  const edge = via !== undefined || text.includes('/');
  const named = find('id');
  const id = named ? (named.value === null ? undefined : source.text(named.value)) : `${target}_di`;
  const type = typeInfo(edge ? 'bpmndi:BPMNEdge' : 'bpmndi:BPMNShape') as TypeInfo;
  const item = newEntry(
    reading,
    type.name,
    id,
    { parent: plane.id, containment: 'planeElement', index },
    keyNode,
  );
  item.refs.bpmnElement = target;
  if (edge)
    item.values.waypoint = text
      .split('/')
      .map((point) => numbers(reading, at, point, 'dc:Point', ['x', 'y']));
  else item.values.bounds = numbers(reading, at, text, 'dc:Bounds', BOUNDS);
  const label = find('label');
  if (label) readLabel(reading, item, label);
  readFields(
    reading,
    item,
    type,
    entries.filter(({ key }) => !['at', 'via', 'id', 'label'].includes(key)),
  );
  return item.id;
}

const BOUNDS = ['x', 'y', 'width', 'height'];

function readLabel(reading: Reading, item: DocElement, { value, keyNode }: Entry): void {
  const slot = { parent: item.id, containment: 'label', index: 0 };
  if (isMap(value)) {
    item.children.label = [readElement(reading, value as Node, slot, 'bpmndi:BPMNLabel')];
    return;
  }
  const text = value === null ? 'auto' : reading.source.text(value);
  const label = newEntry(reading, 'bpmndi:BPMNLabel', undefined, slot, keyNode);
  item.children.label = [label.id];
  if (text !== 'auto') label.values.bounds = numbers(reading, value, text, 'dc:Bounds', BOUNDS);
}

function numbers(
  { source }: Reading,
  node: Node | null,
  text: string,
  type: string,
  keys: readonly string[],
): InlineValue {
  const found = text.trim().split(/\s+/).map(Number);
  if (found.length !== keys.length || found.some((each) => !Number.isFinite(each)))
    source.refuse(node, `“${text.trim()}” is not ${keys.length} numbers. Write ${EXAMPLE}.`);
  return { $type: type, ...Object.fromEntries(keys.map((key, index) => [key, found[index] ?? 0])) };
}
