import { describe, expect, it } from 'vitest';
import { get } from '@/lib/document';
import { POSITIONS, type Position } from '@/lib/triggers/positions';
import { KINDS, kindById, type Placeable } from './kinds';
import { addNode } from './operations/add-node';
import { morph } from './operations/morph';
import { canMorph } from './operations/morph-rules';
import { remove } from './operations/remove';
import { done, planeId, sample } from './testing/diagrams';
import { traitsOfSeed } from './traits';
import { isRefused } from './types';

const { document, ids } = sample();
const plane = planeId(document);

const TYPES: Record<Exclude<Position, 'inner-start'>, [type: string, attrs: Record<string, boolean>]> = {
  start: ['bpmn:StartEvent', {}],
  'event-sub-process': ['bpmn:StartEvent', {}],
  'event-sub-process-beside': ['bpmn:StartEvent', { isInterrupting: false }],
  catch: ['bpmn:IntermediateCatchEvent', {}],
  boundary: ['bpmn:BoundaryEvent', {}],
  'boundary-beside': ['bpmn:BoundaryEvent', { cancelActivity: false }],
  throw: ['bpmn:IntermediateThrowEvent', {}],
  end: ['bpmn:EndEvent', {}],
};
const DEFINITIONS: Record<string, string | undefined> = { none: undefined, compensation: 'Compensate' };
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Every trigger in every position that BPMN 2.0.2, table 10.93 lets it take; compensation is never beside. */
const EVENTS = Object.entries(POSITIONS).flatMap(([trigger, positions]) =>
  positions
    .filter(
      (position) =>
        position !== 'inner-start' && !(trigger === 'compensation' && position.endsWith('beside')),
    )
    .map((position) => [trigger, position as Exclude<Position, 'inner-start'>] as const),
);

const find = (
  type: string,
  triggers: readonly string[],
  attrs: Record<string, boolean>,
): Placeable | undefined =>
  KINDS.find(({ seed }) => {
    const own = Object.entries(seed.attrs ?? {}).filter(([name]) => name !== 'name');
    const same =
      own.length === Object.keys(attrs).length && own.every(([name, value]) => attrs[name] === value);
    return seed.type === type && same && traitsOfSeed(seed).triggers.join() === triggers.join();
  });

describe('what can be placed', () => {
  it.each(EVENTS)('a %s event: %s', (trigger, position) => {
    const [type, attrs] = TYPES[position];
    const word = trigger in DEFINITIONS ? DEFINITIONS[trigger] : capital(trigger);
    expect(find(type, word ? [`bpmn:${word}EventDefinition`] : [], attrs)).toBeDefined();
  });

  it.each(Object.entries(TYPES))('several triggers: %s', (position, [type, attrs]) => {
    const both = ['bpmn:MessageEventDefinition', 'bpmn:SignalEventDefinition'];
    expect(find(type, both, attrs)).toBeDefined();
    const waits = !/throw|end$/.test(position);
    if (waits) expect(find(type, both, { ...attrs, parallelMultiple: true })).toBeDefined();
  });

  it.each(
    [
      'Task UserTask ServiceTask SendTask ReceiveTask ScriptTask ManualTask BusinessRuleTask CallActivity',
      'SubProcess Transaction AdHocSubProcess',
      'ExclusiveGateway ParallelGateway InclusiveGateway EventBasedGateway ComplexGateway',
      'DataObjectReference DataStoreReference TextAnnotation Group Participant',
    ].flatMap((line) => line.split(' ')),
  )('%s', (type) => {
    expect(KINDS.some(({ seed }) => seed.type === `bpmn:${type}`)).toBe(true);
  });

  it('has ids that are told apart, and sizes of the standard', () => {
    expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
    for (const { seed, size } of KINDS)
      if (seed.type.endsWith('Event')) expect(size).toEqual({ width: 36, height: 36 });
  });
});

const activities = KINDS.filter(
  ({ group, id }) => group === 'activity' && !/event-sub-process|closed/.test(id),
);
const gateways = KINDS.filter(({ group, id }) => group === 'gateway' && !/event-based/.test(id));

describe('what a drawn element can be turned into', () => {
  it.each(activities.map((kind) => [kind.id, kind] as const))('a task with flows: %s', (_id, kind) => {
    const made = done(morph(document, ids.task, kind)).document;
    expect(get(made, ids.task)).toMatchObject({
      type: kind.seed.type,
      refs: get(document, ids.task)?.refs as object,
    });
  });
  it.each(gateways.map((kind) => [kind.id, kind] as const))('a gateway with flows: %s', (_id, kind) => {
    expect(get(done(morph(document, ids.gateway, kind)).document, ids.gateway)?.type).toBe(kind.seed.type);
  });
  it.each(KINDS.filter(({ group }) => group === 'boundary').map((kind) => [kind.id, kind] as const))(
    'an attached event: %s',
    (id, kind) => {
      const rule = canMorph(document, ids.timer, kind);
      expect(isRefused(rule)).toBe(id === 'boundary-event.cancel');
    },
  );
  it.each(
    KINDS.filter(({ group }) => /start|intermediate|end/.test(group)).map((kind) => [kind.id, kind] as const),
  )('an event without flows: %s', (id, kind) => {
    const loose = done(addNode(document, kindById('throw-event'), { plane, at: { x: 600, y: 600 } }));
    const rule = canMorph(loose.document, loose.select[0] ?? '', kind);
    expect(isRefused(rule)).toBe(id === 'end-event.cancel');
  });
  it('an event sub-process only without flows', () => {
    const kind = kindById('event-sub-process');
    expect(isRefused(canMorph(document, ids.task, kind))).toBe(true);
    const alone = done(remove(document, [ids.timer])).document;
    const loose = done(addNode(alone, kindById('task'), { plane, at: { x: 600, y: 600 } }));
    expect(isRefused(canMorph(loose.document, loose.select[0] ?? '', kind))).toBe(false);
  });
});
