import { describe, expect, it } from 'vitest';
import { draw } from '@/engine/compile/testing/draw';
import { typeInfo } from '@/lib/bpmn/metamodel/types';
import { behaviors } from './behaviors';
import { compileRegistry } from './compile-registry';
import { FLOW_NODE_KINDS } from './kinds';
import { kindOf, morphTargets, registry, specOf, variants } from './registry';

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
const EXECUTABLE = new Set(['end Terminate', 'end Error', 'catch Timer', 'boundary Timer', 'boundary Error']);

const events = Object.entries(POSITIONS).flatMap(([position, type]) =>
  DEFINITIONS.map((definition) => [`${position} ${definition}`, type, definition] as const),
);

describe('kinds', () => {
  it.each(events)('%s event', (name, type, definition) => {
    const document = draw({ X: { type, events: [definition] } }, []);
    expect(kindOf(document, 'X') !== 'unsupported').toBe(EXECUTABLE.has(name));
  });

  it.each([
    ['Task', 'task'],
    ['ManualTask', 'task'],
    ['UserTask', 'user-task'],
    ['ServiceTask', 'service-task'],
    ['SendTask', 'service-task'],
    ['BusinessRuleTask', 'service-task'],
    ['ScriptTask', 'script-task'],
    ['ReceiveTask', 'unsupported'],
    ['CallActivity', 'unsupported'],
    ['SubProcess', 'sub-process'],
    ['Transaction', 'unsupported'],
    ['AdHocSubProcess', 'unsupported'],
    ['ExclusiveGateway', 'exclusive-gateway'],
    ['ParallelGateway', 'parallel-gateway'],
    ['InclusiveGateway', 'unsupported'],
    ['EventBasedGateway', 'unsupported'],
    ['ComplexGateway', 'unsupported'],
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
    const document = draw({ X: { type: 'StartEvent', events: ['Message'] }, Y: 'InclusiveGateway' }, []);
    for (const id of ['X', 'Y'])
      expect(compileRegistry.notExecutable(document, document.elements[id]!)).toMatch(
        /^An? .* can’t run here yet/,
      );
  });

  it('explains loops, compensation and token quantities', () => {
    const document = draw(
      {
        A: { type: 'Task', attrs: { isForCompensation: true } },
        B: { type: 'Task', attrs: { startQuantity: 2 } },
        C: 'Task',
      },
      [],
    );
    document.elements.C!.children.loopCharacteristics = ['L'];
    document.elements.L = {
      ...document.elements.A!,
      id: 'L',
      type: 'bpmn:StandardLoopCharacteristics',
      parent: 'C',
    };
    for (const id of ['A', 'B', 'C'])
      expect(compileRegistry.notExecutable(document, document.elements[id]!)).toContain('can’t run here yet');
  });
});

describe('registry', () => {
  it('has a compiler whose behaviour exists for every flow node', () => {
    for (const kind of FLOW_NODE_KINDS)
      expect(Object.keys(behaviors)).toContain(registry[kind].compiler?.behavior);
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
      expect(spec.schema.safeParse(spec.bpmn.read(document, 'X')).success, spec.kind).toBe(true);
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
