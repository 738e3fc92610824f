import type { DocElement, InlineValue, ProcessDocument } from '@/lib/document';
import type { Seed } from '@/lib/elements/define';
import { isActivity, isEvent, traitsOf, traitsOfSeed } from '../traits';

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

/** Whether a type can carry a property of that name. */
export const fitsType = (name: string, type: string): boolean => OWNED[name]?.test(type) ?? true;

/** Data associations of a side that the new type doesn't have. */
export const readsNoMore = (type: string): string[] => {
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

/** Extensions that a kind brings, in the words of what would be lost with them. */
export const EXTENSION_WORDS: Record<string, string> = {
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

/** Whether an extension goes along to a new kind. */
export function keeps(value: InlineValue, seed: Seed): boolean {
  const type = value.$type;
  if (COMMON_EXTENSIONS.has(type)) return isActivity(seed.type) || isEvent(seed.type);
  if (PERSON.has(type))
    return seed.type === 'bpmn:UserTask' || (type === 'countersign:Form' && seed.type === 'bpmn:StartEvent');
  const marked = seedExtensions(seed).some((own) => /^countersign:/.test(own.$type));
  if (JOB.has(type)) return /Service|Send|BusinessRule|Script/.test(seed.type) && !marked;
  if (seedExtensions(seed).some((own) => own.$type === type)) return true;
  return !EXTENSION_WORDS[type];
}

/** The extensions that make a new kind what it is. */
export const seedExtensions = (seed: Seed): InlineValue[] => {
  const holder = seed.values?.extensionElements;
  const list = holder && !Array.isArray(holder) ? holder.values : undefined;
  return Array.isArray(list)
    ? (list.filter((v) => typeof v === 'object' && v !== null) as InlineValue[])
    : [];
};

/** Whether an element waits for or sends the same as a new kind does. */
export function sameTrigger(document: ProcessDocument, element: DocElement, seed: Seed): boolean {
  const now = traitsOf(document, element.id)?.triggers ?? [];
  const next = traitsOfSeed(seed).triggers;
  return now.length === next.length && now.every((type, i) => type === next[i]);
}
