import type { ProcessDocument } from '@/engine/compile/document';
import { get } from '@/lib/document';
import { begunQuorum } from '../approval/begun-quorum';

/** How a text is written: a line, several lines, FEEL, or text that FEEL may take the place of. */
export type Writing = 'line' | 'lines' | 'expression' | 'either';

type View = Readonly<Record<string, unknown>>;

/** What a field is called where several elements are edited at once, and when it means something. */
export interface FieldWords {
  label: string;
  writing?: Writing;
  hint?: string;
  /** Words for the values of a choice. */
  values?: Readonly<Record<string, string>>;
  /** Whether the field means something for this element as it is. */
  when?(view: View, document: ProcessDocument, id: string): boolean;
  /** What changes with it, so that the element means something afterwards. */
  also?(view: View, value: unknown): View;
}

const repeats =
  (...kinds: string[]) =>
  (view: View) =>
    kinds.includes(String(view.kind));
const items = repeats('parallel', 'sequential');
const bound = ({ binding }: View) => binding === 'version' || binding === 'tag';
const inEventSubProcess = (document: ProcessDocument, id: string) =>
  get(document, get(document, id)?.parent)?.attrs.triggeredByEvent === true;
const sends = (_view: View, document: ProcessDocument, id: string) =>
  /Throw|End|SendTask/.test(get(document, id)?.type ?? '');

const VERSIONS = {
  latest: 'The newest version',
  deployment: 'The version published together with this one',
  version: 'A version by number',
  tag: 'A version by its tag',
};

/** Fields of the repetition of a step, which are none of the element's own. */
const LOOP: Record<string, FieldWords> = {
  kind: {
    label: 'Done',
    values: {
      none: 'Once',
      standard: 'Again while a condition holds',
      parallel: 'For each item, all at once',
      sequential: 'For each item, one after the other',
    },
  },
  condition: { label: 'Again as long as', writing: 'expression', when: repeats('standard') },
  testBefore: { label: 'Ask before the first time', when: repeats('standard') },
  maximum: { label: 'At most', when: repeats('standard') },
  collection: { label: 'List of items', writing: 'expression', when: items },
  inputElement: { label: 'Variable of one item', when: items },
  outputCollection: { label: 'List of results', when: items },
  outputElement: { label: 'Result of one item', writing: 'expression', when: items },
  cardinality: {
    label: 'Or so many times',
    writing: 'expression',
    when: (view) => items(view) && view.collection === '',
  },
  completionCondition: { label: 'Enough when', writing: 'expression', when: items },
};

/** Fields of elements themselves, by the name problems call them by. */
const OWN: Record<string, FieldWords> = {
  owner: { label: 'Owner', hint: 'Who answers for it. Changes nobody’s rights.' },
  documentation: { label: 'Documentation', writing: 'lines', hint: 'In Markdown' },
  resultVariable: { label: 'Result variable' },
  retries: { label: 'Retries', hint: 'How often it is tried again after a failure' },
  timeout: { label: 'Timeout', hint: 'PT30S is 30 seconds' },
  type: { label: 'Type', writing: 'either', hint: 'Workers ask for this type. Empty: the id of each' },
  method: { label: 'Method' },
  url: { label: 'Address', writing: 'either' },
  body: { label: 'Body', writing: 'either' },
  secret: { label: 'Secret', hint: 'Name of a stored secret; it is sent as a bearer token' },
  script: { label: 'Script', writing: 'lines' },
  text: { label: 'Text', writing: 'lines' },
  condition: { label: 'Condition', writing: 'expression' },
  activationCondition: { label: 'Condition on what has arrived', writing: 'expression' },
  instantiate: {
    label: 'Starts the process',
    also: (view, on) => ({ parallel: on === true && view.parallel === true }),
  },
  parallel: { label: 'Needs all of them', when: (view) => view.instantiate === true },
  isExecutable: { label: 'Can be run' },
  interrupting: {
    label: 'Stops what it belongs to',
    hint: 'Otherwise that goes on beside it',
    when: ({ trigger }, document, id) =>
      get(document, id)?.type === 'bpmn:BoundaryEvent'
        ? !['error', 'cancel', 'compensation'].includes(String(trigger))
        : trigger !== 'none' && inEventSubProcess(document, id),
  },
  assignee: { label: 'Person', writing: 'either' },
  candidateUsers: { label: 'People', writing: 'either', hint: 'Who may take it beside the groups' },
  candidateGroups: { label: 'Groups', writing: 'either' },
  dueDate: { label: 'Due', writing: 'either', hint: 'A duration from now, a date, or an expression' },
  reminder: { label: 'Reminders', writing: 'either' },
  priority: { label: 'Priority', writing: 'either', hint: '0 to 100' },
  calendar: { label: 'Counted in', hint: 'What due date and reminders are counted in' },
  signature: {
    label: 'Needs a signature',
    hint: 'Deciding asks once more who they are: for the password, or at the single sign-on.',
  },
  meaning: {
    label: 'What the signature says',
    writing: 'lines',
    when: ({ signature, meaning }) => signature === true || meaning !== '',
  },
  requiredIf: { label: 'Only required if', writing: 'expression' },
  notInitiator: { label: 'Not the person who started it' },
  sentence: { label: 'What is decided', writing: 'lines' },
  quorum: {
    label: 'Decided by',
    values: {
      first: 'The first who decides',
      all: 'All who are asked',
      count: 'A number of them',
      share: 'A share of them',
    },
    also: begunQuorum,
  },
  quorumValue: {
    label: 'How many, or per cent, must agree',
    when: ({ quorum }) => quorum === 'count' || quorum === 'share',
  },
  quorumOf: { label: 'Of how many', when: ({ quorum }) => quorum !== 'first' },
  rejection: {
    label: 'Turned down',
    values: { 'out-of-reach': 'When agreement is out of reach', first: 'At once: one is enough' },
    when: ({ quorum }) => quorum !== 'first',
  },
  provider: { label: 'Provider', also: () => ({ model: '' }) },
  model: { label: 'Model', hint: 'Empty: the provider’s usual one' },
  temperature: { label: 'Temperature' },
  requireQuotes: { label: 'Require quotes' },
  maxTokens: { label: 'Most tokens' },
  maxCost: { label: 'Most cost of a call' },
  maxCostPerDay: { label: 'Most cost of a day' },
  currency: { label: 'Currency' },
  onBudget: {
    label: 'When a limit is reached',
    values: { incident: 'An incident: a person decides', fallback: 'The next model is asked' },
  },
  systemPrompt: { label: 'System prompt', writing: 'lines' },
  userPrompt: { label: 'Prompt', writing: 'lines' },
  confidenceSource: {
    label: 'Confidence measured by',
    values: {
      'schema-checks': 'Checks of the answer against its schema',
      'field-agreement': 'Agreement of several answers, field by field',
      logprobs: 'Token probabilities of the model',
      'self-report': 'What the model says of itself (no number)',
    },
  },
  threshold: { label: 'Below this a person should look' },
  process: { label: 'Process', writing: 'either', hint: 'The id of the process' },
  binding: { label: 'Version', values: VERSIONS },
  version: { label: 'Number or tag of the version', when: bound },
  businessKey: { label: 'Business key', writing: 'either' },
  allParentVariables: { label: 'Hand over all variables' },
  allChildVariables: { label: 'Take back all variables' },
  decisionId: { label: 'Decision id', writing: 'either' },
  mapping: {
    label: 'Shape of the result',
    values: {
      value: 'As DMN gives it',
      singleEntry: 'One value (singleEntry)',
      singleResult: 'The results of one rule (singleResult)',
      collectEntries: 'A list of values (collectEntries)',
      resultList: 'A list of results (resultList)',
    },
  },
  sequential: { label: 'One after the other' },
  completionCondition: { label: 'Done when', writing: 'expression' },
  cancelRemaining: { label: 'Stops what still runs then' },
  activeElements: { label: 'Steps to begin with', writing: 'expression' },
  outputCollection: { label: 'List of results' },
  outputElement: { label: 'Result of each step', writing: 'expression' },
  'timer.kind': {
    label: 'Timer',
    values: { date: 'At a time', duration: 'After some time', cycle: 'Again and again' },
  },
  'timer.value': { label: 'When', writing: 'either', hint: 'ISO 8601, cron, or an expression' },
  'message.name': { label: 'Message', writing: 'either' },
  'message.correlationKey': { label: 'Correlation key', writing: 'expression' },
  'message.timeToLive': { label: 'Kept for', when: sends },
  'signal.name': { label: 'Signal', writing: 'either' },
  'error.code': { label: 'Error code', writing: 'either' },
  'escalation.code': { label: 'Escalation code', writing: 'either' },
  'conditional.condition': { label: 'Condition', writing: 'expression' },
  'compensation.wait': { label: 'Waits until everything is undone' },
  'link.name': { label: 'Link' },
};

/**
 * What means something for one element only, or has an editor of its own: names, which trigger an event has, forms,
 * schemas, and whatever points at another element.
 */
const ONE_BY_ONE: ReadonlySet<string> = new Set([
  'name',
  'trigger',
  'form.json',
  'form.foreign',
  'outputSchema',
  'language',
  'aiSource',
  'isDefault',
  'compensation.activity',
]);

/** The words of a field; made of its name where none are written. Null: it is edited one by one. */
export function wordsOf(path: string, part: 'own' | 'loop'): FieldWords | null {
  if (part === 'loop') return LOOP[path] ?? { label: inWords(path) };
  if (ONE_BY_ONE.has(path)) return null;
  return OWN[path] ?? { label: inWords(path) };
}

/** `maxCostPerDay` as “Max cost per day”. */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[.\-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
