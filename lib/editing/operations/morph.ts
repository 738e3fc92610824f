import {
  boundaryEvents,
  boundsOf,
  type DocElement,
  type ElementId,
  extensionsOf,
  get,
  type InlineValue,
  incoming,
  mustGet,
  nameOf,
  outgoing,
  type ProcessDocument,
  shapeOf,
} from '@/lib/document';
import type { Seed } from '@/lib/elements/define';
import { setBounds } from '../di';
import { Edit } from '../edit';
import { followEdges } from '../follow';
import { around, centre } from '../geometry';
import type { Placeable } from '../kinds';
import { isExpanded, plant } from '../place';
import { canAttach, canContain, label, mayEnd, mayFollowEventGateway, mayStart } from '../rules';
import { isActivity, isEvent, isGateway, isSubProcess, traitsOf, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, type Refusal, refuse } from '../types';
import { redeclareData } from './data-association';
import { contentRefusal } from './markers';
import { removeAll } from './remove';

/** What an element is about, in general: it can be turned into others of the same family. */
export type Family = 'activity' | 'gateway' | 'boundary' | 'event' | 'other';

export function familyOf(type: string): Family {
  if (type === 'bpmn:BoundaryEvent') return 'boundary';
  if (isEvent(type)) return 'event';
  if (isGateway(type)) return 'gateway';
  return isActivity(type) ? 'activity' : 'other';
}

/** Attributes that say what kind an element is, rather than what it is called or how it behaves. */
const KIND_ATTRS = new Set([
  'triggeredByEvent',
  'instantiate',
  'parallelMultiple',
  'cancelActivity',
  'isInterrupting',
  'ordering',
  'eventGatewayType',
  'implementation',
  'scriptFormat',
  'calledElement',
]);

/**
 * What belongs to some types only: the XML of another type can't carry it. Attributes, references, values and what is
 * contained, by name.
 */
const OWNED: Record<string, RegExp> = {
  messageRef: /^bpmn:(Send|Receive)Task$/,
  operationRef: /^bpmn:(Service|Send|Receive)Task$/,
  renderings: /^bpmn:UserTask$/,
  activationCondition: /^bpmn:ComplexGateway$/,
  completionCondition: /^bpmn:AdHocSubProcess$/,
  cancelRemainingInstances: /^bpmn:AdHocSubProcess$/,
  method: /^bpmn:Transaction$/,
  gatewayDirection: /Gateway$/,
  isForCompensation: /(Task|Activity|SubProcess|Transaction)$/,
  startQuantity: /(Task|Activity|SubProcess|Transaction)$/,
  completionQuantity: /(Task|Activity|SubProcess|Transaction)$/,
  loopCharacteristics: /(Task|Activity|SubProcess|Transaction)$/,
  resources: /(Task|Activity|SubProcess|Transaction)$/,
  ioSpecification: /(Task|Activity)$/,
  laneSets: /(SubProcess|Transaction)$/,
  dataInputs: /(ThrowEvent|EndEvent)$/,
  inputSet: /(ThrowEvent|EndEvent)$/,
  dataOutputs: /(CatchEvent|StartEvent|BoundaryEvent)$/,
  outputSet: /(CatchEvent|StartEvent|BoundaryEvent)$/,
};

const LOST: Record<string, string> = {
  messageRef: 'The message',
  operationRef: 'The operation that is called',
  calledElement: 'The called process',
  script: 'The script',
  activationCondition: 'When it goes on',
  completionCondition: 'When it is done',
  loopCharacteristics: 'Repetition',
  isForCompensation: 'That it undoes another step',
  resources: 'Who does it',
};

const fitsType = (name: string, type: string): boolean => OWNED[name]?.test(type) ?? true;

/** Data associations of a side that the new type doesn't have. */
const readsNoMore = (type: string): string[] => {
  if (/(CatchEvent|StartEvent|BoundaryEvent)$/.test(type)) return ['dataInputAssociations'];
  return /(ThrowEvent|EndEvent)$/.test(type) ? ['dataOutputAssociations'] : [];
};

/** Extensions that belong to every activity. */
const COMMON_EXTENSIONS = new Set(['zeebe:IoMapping', 'zeebe:Properties', 'zeebe:ExecutionListeners']);

/** Extensions two kinds share, by what they need to be. */
const PERSON = new Set([
  'countersign:Form',
  'zeebe:UserTask',
  'zeebe:AssignmentDefinition',
  'zeebe:TaskSchedule',
  'zeebe:PriorityDefinition',
  'zeebe:FormDefinition',
]);
const JOB = new Set(['zeebe:TaskDefinition', 'zeebe:TaskHeaders']);

/** Whether an element may become something else, or why not. */
export function canMorph(
  document: ProcessDocument,
  id: ElementId,
  kind: Placeable,
): { allowed: true } | Refusal {
  const element = get(document, id);
  if (!element) return refuse('This element is no longer there');
  if (kind.id.endsWith('.closed'))
    return refuse('Make it a sub-process; it opens and closes with its marker');
  const next = traitsOfSeed(kind.seed);
  if (familyOf(element.type) !== familyOf(next.type) || familyOf(element.type) === 'other')
    return refuse('Elements can be turned into others of their family only');
  if (incoming(document, id).length > 0) {
    const refusal = mayEnd(next) ?? afterEventGateway(document, id, next);
    if (refusal) return refusal;
  }
  const start = outgoing(document, id).length > 0 ? mayStart(next) : undefined;
  if (start) return start;
  if (
    isSubProcess(element.type) &&
    !isSubProcess(next.type) &&
    (element.children.flowElements ?? []).length > 0
  )
    return refuse('Its content would be lost: move it out first');
  if (
    next.type === 'bpmn:EventBasedGateway' &&
    outgoing(document, id).some((flow) => !waitsAt(document, flow))
  )
    return refuse('An event-based gateway leads to what it waits for');
  return fitsBorder(document, id, next);
}

function fitsBorder(document: ProcessDocument, id: ElementId, next: ReturnType<typeof traitsOfSeed>) {
  const content = isSubProcess(next.type) ? contentRefusal(document, id, next.type) : undefined;
  if (content) return refuse(content);
  const home = get(document, id)?.parent;
  const contained = home && next.type !== 'bpmn:BoundaryEvent' ? canContain(document, next, home) : undefined;
  if (contained && isRefused(contained)) return contained;
  for (const event of boundaryEvents(document, id)) {
    const cancels = traitsOf(document, event.id)?.triggers.includes('bpmn:CancelEventDefinition');
    if (cancels && next.type !== 'bpmn:Transaction')
      return refuse('A cancel event sits on a transaction only');
  }
  const host = get(document, id)?.refs.attachedToRef;
  if (next.type === 'bpmn:BoundaryEvent' && typeof host === 'string') return canAttach(document, next, host);
  if (boundaryEvents(document, id).length > 0 && next.triggeredByEvent)
    return refuse('An event sub-process carries no boundary events');
  return { allowed: true as const };
}

const waitsAt = (document: ProcessDocument, flow: DocElement): boolean => {
  const target = traitsOf(document, String(flow.refs.targetRef));
  return target !== undefined && mayFollowEventGateway(target);
};

function afterEventGateway(document: ProcessDocument, id: ElementId, next: ReturnType<typeof traitsOfSeed>) {
  const after = incoming(document, id).some(
    (flow) => get(document, String(flow.refs.sourceRef))?.type === 'bpmn:EventBasedGateway',
  );
  return after && !mayFollowEventGateway(next)
    ? refuse('An event-based gateway leads to what it waits for')
    : undefined;
}

/** What would be lost, in plain words, most important first; empty when nothing is. */
export function lossesOf(document: ProcessDocument, id: ElementId, kind: Placeable): string[] {
  const element = mustGet(document, id);
  const lost = extensionsOf(element).filter((value) => !keeps(value, kind.seed));
  const definitions = (element.children.eventDefinitions ?? []).length;
  return [
    ...new Set(lost.map((value) => WORDS[value.$type] ?? value.$type)),
    ...(definitions > 0 && !sameTrigger(document, element, kind.seed)
      ? ['What the event waits for or sends']
      : []),
    ...lostOf(element, kind),
  ];
}

/** Properties of the old type that the new one can't have, by what they are called. */
function lostOf(element: DocElement, kind: Placeable): string[] {
  const { attrs, refs, values, children } = element;
  const names = [
    ...Object.keys(attrs),
    ...Object.keys(refs),
    ...Object.keys(values),
    ...Object.keys(children),
  ];
  const gone = names.filter((name) => {
    if (!fitsType(name, kind.seed.type)) return true;
    const kindOnly = name === 'calledElement' || name === 'script';
    return kindOnly && element.type !== kind.seed.type;
  });
  const data = readsNoMore(kind.seed.type).some((name) => children[name]);
  return [...new Set(gone.flatMap((name) => LOST[name] ?? []))].concat(
    data ? ['Data that it reads or writes'] : [],
  );
}

const WORDS: Record<string, string> = {
  'countersign:AiCall': 'Prompt, schema and confidence',
  'countersign:Approval': 'Outcomes and four-eyes rules',
  'countersign:Form': 'The form',
  'countersign:Http': 'The HTTP request',
  'zeebe:Script': 'The script',
  'zeebe:TaskDefinition': 'The work type and its retries',
  'zeebe:TaskHeaders': 'Headers of the work',
  'zeebe:AssignmentDefinition': 'Who does it',
  'zeebe:TaskSchedule': 'The due date',
  'zeebe:UserTask': 'Its place in the inbox',
  'zeebe:CalledElement': 'The called process',
  'zeebe:CalledDecision': 'The called decision',
};

function keeps(value: InlineValue, seed: Seed): boolean {
  const type = value.$type;
  if (COMMON_EXTENSIONS.has(type)) return isActivity(seed.type) || isEvent(seed.type);
  if (PERSON.has(type))
    return seed.type === 'bpmn:UserTask' || (type === 'countersign:Form' && seed.type === 'bpmn:StartEvent');
  const marked = seedExtensions(seed).some((own) => /^countersign:/.test(own.$type));
  if (JOB.has(type)) return /Service|Send|BusinessRule|Script/.test(seed.type) && !marked;
  if (seedExtensions(seed).some((own) => own.$type === type)) return true;
  return !WORDS[type];
}

const seedExtensions = (seed: Seed): InlineValue[] => {
  const holder = seed.values?.extensionElements;
  const list = holder && !Array.isArray(holder) ? holder.values : undefined;
  return Array.isArray(list)
    ? (list.filter((v) => typeof v === 'object' && v !== null) as InlineValue[])
    : [];
};

function sameTrigger(document: ProcessDocument, element: DocElement, seed: Seed): boolean {
  const now = traitsOf(document, element.id)?.triggers ?? [];
  const next = traitsOfSeed(seed).triggers;
  return now.length === next.length && now.every((type, i) => type === next[i]);
}

/** Turns an element into another kind; id, name, documentation, flows and what both kinds know are kept. */
export function morph(document: ProcessDocument, id: ElementId, kind: Placeable): EditResult {
  const rule = canMorph(document, id, kind);
  if (isRefused(rule)) return rule;
  const element = mustGet(document, id);
  const edit = new Edit(document);
  if (!sameTrigger(document, element, kind.seed)) {
    edit.remove(element.children.eventDefinitions ?? []);
    edit.ref(id, 'eventDefinitionRef', undefined);
    for (const seed of kind.seed.children?.eventDefinitions ?? []) plant(edit, seed, id, 'eventDefinitions');
  }
  edit.patch(id, {
    type: kind.seed.type,
    attrs: attrsAfter(element, kind),
    values: valuesAfter(element, kind.seed),
  });
  if (element.children.ioSpecification && !fitsType('ioSpecification', kind.seed.type))
    redeclareData(edit, id);
  dropForeign(edit, id, kind.seed.type);
  if (!/Exclusive|Inclusive|Complex/.test(kind.seed.type) && !isActivity(kind.seed.type))
    edit.ref(id, 'default', undefined);
  fitSize(edit, id, kind);
  return {
    document: edit.document,
    select: [id],
    announce: `Changed ${label(document, id)} to ${kind.label.toLowerCase()}`,
  };
}

/** Takes away references and contents that the new type can't carry. */
function dropForeign(edit: Edit, id: ElementId, type: string): void {
  const { refs, children } = edit.must(id);
  for (const name of Object.keys(refs)) if (!fitsType(name, type)) edit.ref(id, name, undefined);
  const gone = Object.entries(children).flatMap(([name, list]) =>
    !fitsType(name, type) || readsNoMore(type).includes(name) ? list : [],
  );
  if (gone.length > 0) removeAll(edit, gone);
}

function attrsAfter(element: DocElement, kind: Placeable): DocElement['attrs'] {
  const kept = Object.entries(element.attrs).filter(
    ([name]) => !KIND_ATTRS.has(name) && fitsType(name, kind.seed.type),
  );
  const attrs: DocElement['attrs'] = Object.fromEntries(kept);
  for (const [name, value] of Object.entries(kind.seed.attrs ?? {})) if (name !== 'name') attrs[name] = value;
  const generic = ['Task', 'Step', ''].includes(nameOf(element));
  if (generic && kind.seed.attrs?.name) attrs.name = kind.seed.attrs.name;
  return attrs;
}

function valuesAfter(element: DocElement, seed: Seed): DocElement['values'] {
  const kept = extensionsOf(element).filter((value) => keeps(value, seed));
  const added = seedExtensions(seed).filter((own) => !kept.some((value) => value.$type === own.$type));
  const { extensionElements: _old, script: _script, ...rest } = element.values;
  const values = Object.fromEntries(Object.entries(rest).filter(([name]) => fitsType(name, seed.type)));
  const list = [...added, ...kept];
  if (element.type === seed.type && element.values.script) values.script = element.values.script;
  return list.length > 0
    ? { ...values, extensionElements: { $type: 'bpmn:ExtensionElements', values: list } }
    : values;
}

/** Open sub-processes keep their size; everything else takes the size of its new kind around the same centre. */
function fitSize(edit: Edit, id: ElementId, kind: Placeable): void {
  const before = boundsOf(edit.base, id);
  const shape = shapeOf(edit.base, id);
  if (!before || !shape) return;
  if (isSubProcess(kind.seed.type)) {
    if (isExpanded(edit.base, id)) return;
    edit.attr(shape.id, 'isExpanded', false);
  } else edit.attr(shape.id, 'isExpanded', undefined);
  const size = isSubProcess(kind.seed.type) ? { width: 100, height: 80 } : kind.size;
  if (size.width === before.width && size.height === before.height) return;
  setBounds(edit, id, around(centre(before), size));
  followEdges(edit, new Set([id]));
}
