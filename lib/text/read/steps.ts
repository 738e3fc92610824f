import type { Node } from 'yaml';
import { typeInfo } from '@/lib/bpmn/metamodel/types';
import type { DocElement, ElementId } from '@/lib/document';
import { flowId } from '../flow-id';
import { newEntry, type Reading, readElement, readFields } from './element';
import { type Entry, isMap, isScalar, type Source } from './source';

/** What is known of a container's flows while its steps are read. */
interface Steps {
  container: DocElement;
  ids: ElementId[];
  /** The flows a node names in its `next`, by node. */
  next: Map<ElementId, ElementId[]>;
  /** Lists of flows that the text itself gives, by node and key. */
  given: Set<string>;
}

/** Reads the steps of a process or sub-process, the flows that leave each, and their order in the file. */
export function readSteps(reading: Reading, container: DocElement, { value, keyNode }: Entry): void {
  const { source } = reading;
  if (isMap(value) || isScalar(value))
    source.refuse(
      keyNode,
      '“steps” is a list: each step begins with “- ” and what it is, such as “- userTask: approve”.',
    );
  const steps: Steps = { container, ids: [], next: new Map(), given: new Set() };
  container.children.flowElements = steps.ids;
  for (const node of source.items(value)) readStep(reading, steps, node);
  if (reading.flowLists) listFlows(reading, steps);
}

/** Puts what a container holds into the order that the text gives; what it doesn't name follows where it stands. */
export function putInOrder({ source }: Reading, container: DocElement, { value }: Entry): void {
  const ids = container.children.flowElements ?? [];
  const wanted = source.items(value).flatMap((item) => source.text(item).split(/\s+/).filter(Boolean));
  const place = new Map(wanted.map((id, index) => [id, index]));
  let last = -1;
  const keyed = ids.map((id) => {
    last = place.get(id) ?? last;
    return { id, at: place.get(id) ?? last + 0.5 };
  });
  container.children.flowElements = keyed.sort((a, b) => a.at - b.at).map(({ id }) => id);
}

function readStep(reading: Reading, steps: Steps, node: Node): void {
  const { source } = reading;
  const entries = source.entries(node, 'A step');
  const next = entries.find(({ key }) => key === 'next');
  const slot = { parent: steps.container.id, containment: 'flowElements', index: steps.ids.length };
  const id = readElement(
    reading,
    node,
    slot,
    'bpmn:FlowElement',
    next && freeId(reading, entries[0]?.key ?? 'Step'),
  );
  steps.ids.push(id);
  for (const { key } of entries)
    if (key === 'incoming' || key === 'outgoing') steps.given.add(`${id} ${key}`);
  if (!next) return;
  const flows = nextEntries(source, next).map((flow) => readFlow(reading, steps, id, flow));
  steps.next.set(id, flows);
}

/** A step that others follow needs an id, also when nobody gave it one. */
function freeId({ elements }: Reading, key: string): string {
  const base = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  for (let n = 1; ; n++) if (!Object.hasOwn(elements, `${base}_${n}`)) return `${base}_${n}`;
}

interface NextEntry {
  to: Node;
  fields: Entry[];
}

function nextEntries(source: Source, { value, keyNode }: Entry): NextEntry[] {
  if (value === null)
    return source.refuse(keyNode, '“next” names no step. Leave it out where the process ends.');
  return source.items(value).map((item): NextEntry => {
    if (isScalar(item)) return { to: item, fields: [] };
    const entries = source.entries(item, 'A flow');
    const to = entries.find(({ key }) => key === 'to')?.value;
    if (!to) return source.refuse(item, 'A flow says where it goes: “to: id”.');
    return { to, fields: entries.filter(({ key }) => key !== 'to') };
  });
}

function readFlow(reading: Reading, steps: Steps, from: ElementId, { to, fields }: NextEntry): ElementId {
  const { source } = reading;
  const target = source.text(to);
  const named = fields.find(({ key }) => key === 'id');
  const id = named ? source.text(named.value) : flowId(from, target);
  const type = typeInfo('bpmn:SequenceFlow');
  const slot = { parent: steps.container.id, containment: 'flowElements', index: steps.ids.length };
  const flow = newEntry(reading, 'bpmn:SequenceFlow', id, slot, to);
  flow.refs.sourceRef = from;
  flow.refs.targetRef = target;
  const others = fields.filter(({ key }) => key !== 'id' && key !== 'default');
  if (type) readFields(reading, flow, type, others);
  const usual = fields.find(({ key }) => key === 'default');
  if (usual) {
    const element = reading.elements[from];
    if (element && source.text(usual.value) === 'true') element.refs.default = id;
  }
  steps.ids.push(id);
  return id;
}

/** Gives nodes the lists of their flows that other tools read, where the text doesn't. */
function listFlows({ elements }: Reading, steps: Steps): void {
  const flows = steps.ids.flatMap((id) => {
    const flow = elements[id];
    return flow?.type === 'bpmn:SequenceFlow' && !flow.implicitId && typeof flow.refs.targetRef === 'string'
      ? [flow]
      : [];
  });
  const at = (end: string) => {
    const map = new Map<string, ElementId[]>();
    for (const flow of flows) {
      const node = String(flow.refs[end] ?? '');
      map.set(node, [...(map.get(node) ?? []), flow.id]);
    }
    return map;
  };
  const [into, out] = [at('targetRef'), at('sourceRef')];
  for (const id of steps.ids) {
    const node = elements[id];
    if (!node || !typeInfo(node.type)?.is('bpmn:FlowNode')) continue;
    const next = steps.next.get(id) ?? [];
    const own = (out.get(id) ?? []).filter((flow) => !next.includes(flow));
    const lists = { incoming: into.get(id) ?? [], outgoing: [...next, ...own] };
    for (const key of ['incoming', 'outgoing'] as const)
      if (!steps.given.has(`${id} ${key}`) && lists[key].length > 0) node.refs[key] = lists[key];
  }
}
