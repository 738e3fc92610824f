import type { InlineValue } from '@/lib/document';
import type { Seed } from '@/lib/elements/define';

export type KindGroup =
  | 'start'
  | 'intermediate'
  | 'end'
  | 'boundary'
  | 'gateway'
  | 'activity'
  | 'data'
  | 'other';

/** Something that can be put on the drawing: what is written into the document when it is placed. */
export interface Placeable {
  id: string;
  label: string;
  group: KindGroup;
  seed: Seed;
  size: { width: number; height: number };
  /** Further words people search it by. */
  words?: string;
}

const EVENT = { width: 36, height: 36 };
const GATEWAY = { width: 50, height: 50 };
const TASK = { width: 100, height: 80 };

const TRIGGERS: readonly [string, string][] = [
  ['message', 'Message'],
  ['timer', 'Timer'],
  ['signal', 'Signal'],
  ['conditional', 'Conditional'],
  ['error', 'Error'],
  ['escalation', 'Escalation'],
  ['compensate', 'Compensation'],
  ['cancel', 'Cancel'],
  ['link', 'Link'],
  ['terminate', 'Terminate'],
];

/** Which event definitions exist at a position (BPMN 2.0 table 10.93, without multiple). */
const ALLOWED: Record<string, readonly string[]> = {
  start: ['message', 'timer', 'signal', 'conditional'],
  catch: ['message', 'timer', 'signal', 'conditional', 'link'],
  throw: ['message', 'signal', 'escalation', 'compensate', 'link'],
  end: ['message', 'error', 'terminate', 'signal', 'escalation', 'compensate', 'cancel'],
  boundary: ['timer', 'error', 'message', 'signal', 'conditional', 'escalation', 'compensate', 'cancel'],
};

const events = (position: string, group: KindGroup, type: string, suffix: string): Placeable[] =>
  TRIGGERS.filter(([id]) => ALLOWED[position]?.includes(id)).map(([id, label]) => ({
    id: `${id}-${position}`,
    label: `${label} ${suffix}`,
    group,
    seed: { type, children: { eventDefinitions: [{ type: `bpmn:${capital(id)}EventDefinition` }] } },
    size: EVENT,
  }));

const capital = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`;

const gateway = (id: string, label: string, type: string, words: string): Placeable => ({
  id,
  label,
  group: 'gateway',
  seed: { type },
  size: GATEWAY,
  words,
});

interface TaskParts {
  extensions?: InlineValue[];
  attrs?: Seed['attrs'];
  words?: string;
  size?: Placeable['size'];
}

const task = (id: string, label: string, type: string, parts: TaskParts = {}): Placeable => ({
  id,
  label,
  group: 'activity',
  seed: {
    type,
    attrs: { name: label, ...parts.attrs },
    ...(parts.extensions
      ? { values: { extensionElements: { $type: 'bpmn:ExtensionElements', values: parts.extensions } } }
      : {}),
  },
  size: parts.size ?? TASK,
  words: parts.words,
});

const ai: InlineValue = {
  $type: 'countersign:AiCall',
  timeout: 'PT30S',
  retries: 2,
  resultVariable: 'result',
  confidenceSource: 'schema-checks',
  threshold: 0.9,
};
const approval: InlineValue = {
  $type: 'countersign:Approval',
  resultVariable: 'decision',
  outcomes: [
    {
      $type: 'countersign:Outcome',
      id: 'approve',
      label: 'Approve',
      tone: 'positive',
      commentRequired: false,
    },
    { $type: 'countersign:Outcome', id: 'reject', label: 'Reject', tone: 'negative', commentRequired: true },
  ],
};
const http: InlineValue = {
  $type: 'countersign:Http',
  method: 'GET',
  url: '',
  timeout: 'PT10S',
  resultVariable: 'response',
};
const userTask: InlineValue = { $type: 'zeebe:UserTask' };
const script: InlineValue = { $type: 'zeebe:Script', expression: '=', resultVariable: 'result' };

/** Every kind that can be placed, in the order of the palette's list. */
export const KINDS: readonly Placeable[] = [
  { id: 'start', label: 'Start event', group: 'start', seed: { type: 'bpmn:StartEvent' }, size: EVENT },
  ...events('start', 'start', 'bpmn:StartEvent', 'start event'),
  task('ai-call', 'AI call', 'bpmn:ServiceTask', { extensions: [ai], words: 'llm model prompt extract' }),
  task('approval', 'Approval', 'bpmn:UserTask', {
    extensions: [userTask, approval],
    words: 'decide countersign',
  }),
  task('task', 'Task', 'bpmn:Task', { words: 'step activity' }),
  task('user-task', 'User task', 'bpmn:UserTask', { extensions: [userTask], words: 'human form person' }),
  task('service-task', 'Service task', 'bpmn:ServiceTask', { words: 'worker job external' }),
  task('http-call', 'HTTP request', 'bpmn:ServiceTask', { extensions: [http], words: 'rest api connector' }),
  task('script-task', 'Script task', 'bpmn:ScriptTask', { extensions: [script], words: 'feel calculate' }),
  task('send-task', 'Send task', 'bpmn:SendTask', { words: 'message' }),
  task('receive-task', 'Receive task', 'bpmn:ReceiveTask', { words: 'message wait' }),
  task('manual-task', 'Manual task', 'bpmn:ManualTask'),
  task('business-rule-task', 'Business rule task', 'bpmn:BusinessRuleTask', { words: 'decision dmn' }),
  task('call-activity', 'Call activity', 'bpmn:CallActivity', { words: 'process reuse' }),
  task('sub-process', 'Sub-process', 'bpmn:SubProcess', {
    size: { width: 350, height: 200 },
    words: 'embedded',
  }),
  task('event-sub-process', 'Event sub-process', 'bpmn:SubProcess', {
    size: { width: 350, height: 200 },
    attrs: { triggeredByEvent: true },
  }),
  gateway('exclusive-gateway', 'Exclusive gateway', 'bpmn:ExclusiveGateway', 'xor or condition decision'),
  gateway('parallel-gateway', 'Parallel gateway', 'bpmn:ParallelGateway', 'and fork join'),
  gateway('inclusive-gateway', 'Inclusive gateway', 'bpmn:InclusiveGateway', 'or'),
  gateway('event-gateway', 'Event-based gateway', 'bpmn:EventBasedGateway', 'wait race'),
  gateway('complex-gateway', 'Complex gateway', 'bpmn:ComplexGateway', ''),
  ...events('catch', 'intermediate', 'bpmn:IntermediateCatchEvent', 'catch event'),
  {
    id: 'none-throw',
    label: 'Intermediate event',
    group: 'intermediate',
    seed: { type: 'bpmn:IntermediateThrowEvent' },
    size: EVENT,
  },
  ...events('throw', 'intermediate', 'bpmn:IntermediateThrowEvent', 'throw event'),
  ...events('boundary', 'boundary', 'bpmn:BoundaryEvent', 'boundary event'),
  { id: 'end', label: 'End event', group: 'end', seed: { type: 'bpmn:EndEvent' }, size: EVENT },
  ...events('end', 'end', 'bpmn:EndEvent', 'end event'),
  {
    id: 'pool',
    label: 'Pool',
    group: 'other',
    seed: { type: 'bpmn:Participant', attrs: { name: 'Pool' } },
    size: { width: 600, height: 250 },
  },
  {
    id: 'data-object',
    label: 'Data object',
    group: 'data',
    seed: { type: 'bpmn:DataObjectReference' },
    size: { width: 36, height: 50 },
  },
  {
    id: 'data-store',
    label: 'Data store',
    group: 'data',
    seed: { type: 'bpmn:DataStoreReference' },
    size: { width: 50, height: 50 },
  },
  {
    id: 'group',
    label: 'Group',
    group: 'other',
    seed: { type: 'bpmn:Group' },
    size: { width: 300, height: 300 },
  },
  {
    id: 'note',
    label: 'Note',
    group: 'other',
    seed: { type: 'bpmn:TextAnnotation' },
    size: { width: 100, height: 40 },
    words: 'annotation comment',
  },
];

const BY_ID = new Map(KINDS.map((kind) => [kind.id, kind]));

/** The kind of that id; throws for an unknown one (a bug: ids are ours). */
export function kindById(id: string): Placeable {
  const kind = BY_ID.get(id);
  if (!kind) throw new Error(`No element kind "${id}"`);
  return kind;
}

/** The extension elements that make an element what it is, by the kind they belong to. */
export const MARKERS: ReadonlyMap<string, string> = new Map([
  ['countersign:AiCall', 'ai-call'],
  ['countersign:Approval', 'approval'],
  ['countersign:Http', 'http-call'],
]);
