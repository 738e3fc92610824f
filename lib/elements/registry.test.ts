import { describe, expect, it } from 'vitest';
import { draw, extensions } from '@/engine/compile/testing/draw';
import { typeInfo } from '@/lib/bpmn/metamodel/types';
import { behaviors } from './behaviors';
import { catalogue, kindOf, morphTargets, variants } from './catalogue';
import { compileRegistry } from './compile-registry';
import { FLOW_NODE_KINDS } from './kinds';
import { registry, specOf } from './registry';

const POSITIONS = {
  start: 'StartEvent',
  catch: 'IntermediateCatchEvent',
  throw: 'IntermediateThrowEvent',
  boundary: 'BoundaryEvent',
  end: 'EndEvent',
};
const DEFINITIONS = [
  'Message',
  'Timer',
  'Signal',
  'Error',
  'Escalation',
  'Conditional',
  'Link',
  'Compensate',
  'Cancel',
  'Terminate',
];
/** BPMN 2.0.2, table 10.93; a start event alone is that of a process. */
const LEGAL = new Set(
  [
    'start Message|start Timer|start Signal|start Conditional',
    'catch Message|catch Timer|catch Signal|catch Conditional|catch Link',
    'throw Message|throw Signal|throw Escalation|throw Compensate|throw Link',
    'boundary Message|boundary Timer|boundary Signal|boundary Conditional|boundary Error|boundary Escalation',
    'boundary Compensate|boundary Cancel',
    'end Message|end Signal|end Error|end Escalation|end Compensate|end Cancel|end Terminate',
  ].flatMap((line) => line.split('|')),
);

const events = Object.entries(POSITIONS).flatMap(([position, type]) =>
  DEFINITIONS.map((definition) => [`${position} ${definition}`, type, definition, position] as const),
);

describe('kinds', () => {
  it.each(events)('%s event', (name, type, definition, position) => {
    const document = draw({ X: { type, events: [definition] } }, []);
    const obstacle = compileRegistry.notExecutable(document, document.elements.X!);
    expect(obstacle === null).toBe(LEGAL.has(name));
    if (obstacle !== null) expect(obstacle).toMatch(/^BPMN doesn’t let an? /);
    expect(kindOf(document, 'X')).toBe(`${position}-event`);
  });

  it.each([
    ['Task', 'task'],
    ['ManualTask', 'task'],
    ['UserTask', 'user-task'],
    ['ServiceTask', 'service-task'],
    ['SendTask', 'service-task'],
    ['BusinessRuleTask', 'service-task'],
    ['ScriptTask', 'script-task'],
    ['ReceiveTask', 'receive-task'],
    ['CallActivity', 'call-activity'],
    ['SubProcess', 'sub-process'],
    ['Transaction', 'transaction'],
    ['AdHocSubProcess', 'ad-hoc-sub-process'],
    ['ExclusiveGateway', 'exclusive-gateway'],
    ['ParallelGateway', 'parallel-gateway'],
    ['InclusiveGateway', 'inclusive-gateway'],
    ['EventBasedGateway', 'event-based-gateway'],
    ['ComplexGateway', 'complex-gateway'],
    ['ChoreographyTask', 'unsupported'],
    ['CallChoreography', 'unsupported'],
    ['DataObjectReference', 'data-object'],
    ['DataStoreReference', 'data-store'],
    ['TextAnnotation', 'annotation'],
    ['Group', 'group'],
    ['Association', 'association'],
    ['Lane', 'lane'],
    ['Participant', 'pool'],
    ['MessageFlow', 'message-flow'],
    ['Message', 'other'],
  ])('%s is %s', (type, kind) => {
    const document = draw({ X: type }, []);
    expect(kindOf(document, 'X')).toBe(kind);
  });

  it('explains every flow node that can’t run', () => {
    const document = draw({ X: 'ChoreographyTask', Y: 'ImplicitThrowEvent' }, []);
    for (const id of ['X', 'Y'])
      expect(compileRegistry.notExecutable(document, document.elements[id]!)).toMatch(
        /^An? .* can’t run here\./,
      );
  });

  it('knows an event sub-process, and a send task that says what it sends', () => {
    const document = draw(
      {
        E: { type: 'SubProcess', attrs: { triggeredByEvent: true } },
        M: { type: 'SendTask', refs: { messageRef: 'Message' } },
        W: {
          type: 'SendTask',
          refs: { messageRef: 'Message' },
          values: extensions({ $type: 'zeebe:TaskDefinition', type: 'mail' }),
        },
      },
      [],
    );
    expect(['E', 'M', 'W'].map((id) => kindOf(document, id))).toEqual([
      'event-sub-process',
      'send-task',
      'service-task',
    ]);
  });
});

describe('registry', () => {
  it('has a compiler whose behaviour exists for every flow node', () => {
    for (const kind of FLOW_NODE_KINDS)
      expect(Object.keys(behaviors)).toContain(registry[kind].compiler?.behavior);
  });

  it('knows the kinds of the catalogue by the same words', () => {
    for (const [kind, { schema, bpmn, ...spec }] of Object.entries(registry))
      expect(spec).toMatchObject(catalogue[kind as keyof typeof catalogue]);
    expect(Object.keys(registry)).toEqual(Object.keys(catalogue));
  });

  it('draws only what the metamodel knows, under unique names', () => {
    expect(new Set(variants.map((variant) => variant.id)).size).toBe(variants.length);
    for (const { seed } of variants) {
      expect(typeInfo(seed.type), seed.type).toBeDefined();
      for (const child of Object.values(seed.children ?? {}).flat())
        expect(typeInfo(child.type), child.type).toBeDefined();
    }
  });

  it('gives a drawn variant the kind it was offered as', () => {
    for (const { id, seed, spec } of variants) {
      const events = (seed.children?.eventDefinitions ?? []).map((each) =>
        each.type.slice(5, -'EventDefinition'.length),
      );
      const drawn = { type: seed.type.slice(5), attrs: seed.attrs, values: seed.values, events };
      expect([id, specOf(draw({ X: drawn }, []), 'X').kind]).toEqual([id, spec.kind]);
    }
  });

  it('reads a default view that its own schema accepts', () => {
    for (const { seed, spec } of variants) {
      const document = draw({ X: { type: seed.type.slice(5), attrs: seed.attrs, values: seed.values } }, []);
      const { schema, bpmn } = registry[spec.kind];
      expect(schema.safeParse(bpmn.read(document, 'X')).success, spec.kind).toBe(true);
    }
  });

  it('offers a step the other steps to morph into', () => {
    const targets = morphTargets(draw({ X: 'Task' }, []), 'X').map((variant) => variant.id);
    expect(targets).toEqual(
      expect.arrayContaining(['ai-call', 'approval', 'sub-process', 'service-task.send']),
    );
    expect(targets).not.toContain('exclusive-gateway');
  });
});
