import type { ElementState, SymbolSpec, WaitReason } from './types';

const STATES: Record<ElementState, string> = {
  notReached: 'not reached',
  active: 'active',
  waiting: 'waiting',
  completed: 'completed',
  incident: 'incident',
  cancelled: 'cancelled',
  compensated: 'compensated',
};

const REASONS: Record<WaitReason, string> = {
  person: 'waiting for a person',
  timer: 'waiting for a time',
  message: 'waiting for a message',
  work: 'waiting for a worker',
};

const POSITIONS = {
  start: 'start event',
  catch: 'catching event',
  throw: 'throwing event',
  boundary: 'boundary event',
  end: 'end event',
} as const;

const TRIGGERS: Partial<Record<NonNullable<SymbolSpec['trigger']>, string>> = {
  parallelMultiple: 'parallel multiple',
};

/** `bpmn:BusinessRuleTask` → “business rule task”. */
function words(bpmnType: string): string {
  return bpmnType
    .replace(/^.*:/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

/** What kind of element this is, in words: “AI call”, “non-interrupting timer boundary event”, “exclusive gateway”. */
export function kindName(spec: SymbolSpec): string {
  if (spec.ai && spec.shape === 'task') return 'AI call';
  if (spec.approval) return 'approval';
  if (spec.shape === 'event') {
    const trigger =
      spec.trigger && spec.trigger !== 'none' ? `${TRIGGERS[spec.trigger] ?? spec.trigger} ` : '';
    return `${spec.interrupting === false ? 'non-interrupting ' : ''}${trigger}${POSITIONS[spec.position ?? 'start']}`;
  }
  if (spec.shape === 'pool') return 'pool';
  if (spec.shape === 'subprocess') {
    if (spec.triggeredByEvent) return 'event sub-process';
    return spec.bpmnType === 'bpmn:AdHocSubProcess'
      ? 'ad-hoc sub-process'
      : words(spec.bpmnType).replace('sub process', 'sub-process');
  }
  return words(spec.bpmnType);
}

/** A state in words, e.g. for an accessible name. */
export function stateName(state: ElementState, reason?: WaitReason): string {
  return state === 'waiting' && reason ? REASONS[reason] : STATES[state];
}

/** The accessible name of an element: name, kind, state. */
export function describeElement(
  spec: SymbolSpec,
  label?: string,
  state?: ElementState,
  reason?: WaitReason,
): string {
  const name = label ?? spec.label;
  return [name?.replace(/\s+/g, ' ').trim(), kindName(spec), state && stateName(state, reason)]
    .filter(Boolean)
    .join(', ');
}
