import { describe, expect, it } from 'vitest';
import type { ExecutableNode } from '../core/model';
import { compile } from './compile';
import type { ProcessDocument } from './document';
import { expressionsOf } from './expressions';
import type { CompileRegistry } from './registry';
import { also, type Drawn, draw, type Entry, expression, extensions } from './testing/draw';

const registry: CompileRegistry = {
  compilerOf: () => ({ behavior: 'any', compile: () => ({}) }),
  notExecutable: () => null,
  triggersOf: () => [],
  throwsOf: (_context, definitions) =>
    (definitions ?? []).map((each) => ({
      type: 'escalation',
      code: { mode: 'static', source: '', value: each.id },
    })),
};

function compiled(document: ProcessDocument) {
  const result = compile(document, { versionId: 'v', checksum: 'c', registry });
  const nodes: Readonly<Record<string, ExecutableNode>> = result.ok
    ? (result.executables[0]?.nodes ?? {})
    : {};
  const problems = result.problems.map(({ severity, code, field }) =>
    `${severity} ${code} ${field ?? ''}`.trim(),
  );
  return { nodes, problems };
}

/** A task `X` with a loop `L` and whatever else. */
const looped = (loop: Entry, more: Record<string, Entry> = {}) =>
  also(draw({ X: 'Task' }, []), { L: { parent: 'X', containment: 'loopCharacteristics', ...loop }, ...more });
const STANDARD = 'StandardLoopCharacteristics';
const MULTI = 'MultiInstanceLoopCharacteristics';
const three = { loopCardinality: expression('3') };

describe('a loop', () => {
  it('runs while its condition holds', () => {
    const values = { loopCondition: expression('x < 3') };
    const { nodes } = compiled(
      looped({ type: STANDARD, attrs: { testBefore: true, loopMaximum: 5 }, values }),
    );
    expect(nodes.X?.loop).toMatchObject({
      type: 'standard',
      testBefore: true,
      maximum: 5,
      condition: { source: 'x < 3' },
    });
  });

  const ITEMS: [name: string, loop: Entry, expected: object, more?: Record<string, Entry>][] = [
    [
      'a number of times',
      { type: MULTI, values: three },
      { sequential: false, cardinality: { source: '3' }, behavior: { of: 'all' } },
    ],
    [
      'one after the other',
      { type: MULTI, attrs: { isSequential: true }, values: three },
      { sequential: true },
    ],
    [
      'a list, in Zeebe’s words',
      {
        type: MULTI,
        values: extensions({
          $type: 'zeebe:LoopCharacteristics',
          inputCollection: '=items',
          inputElement: 'item',
          outputCollection: 'all',
          outputElement: '=one',
        }),
      },
      {
        collection: { source: 'items' },
        inputElement: 'item',
        outputCollection: 'all',
        outputElement: { source: 'one' },
      },
    ],
    [
      'a list, in Camunda 7’s words',
      { type: MULTI, attrs: { 'camunda:collection': 'items', 'camunda:elementVariable': 'item' } },
      { collection: { source: 'items' }, inputElement: 'item' },
    ],
    [
      'a list, in the standard’s words',
      { type: MULTI, refs: { loopDataInputRef: 'Items', loopDataOutputRef: 'Results' } },
      {
        collection: { source: 'Items' },
        inputElement: 'item',
        outputCollection: 'Results',
        outputElement: { source: 'one' },
      },
      {
        Items: { type: 'DataObject', parent: 'P', containment: 'flowElements', attrs: { name: 'Items' } },
        Results: { type: 'DataObject', parent: 'P', containment: 'flowElements', attrs: { name: 'Results' } },
        In: { type: 'DataInput', parent: 'L', containment: 'inputDataItem', attrs: { name: 'item' } },
        Out: { type: 'DataOutput', parent: 'L', containment: 'outputDataItem', attrs: { name: 'one' } },
      },
    ],
    [
      'until enough is done',
      { type: MULTI, values: { ...three, completionCondition: expression('done') } },
      { completionCondition: { source: 'done' } },
    ],
  ];
  it.each(ITEMS)('over %s', (_name, loop, expected, more) => {
    const { nodes, problems } = compiled(looped(loop, more));
    expect(problems).toEqual([]);
    expect(nodes.X?.loop).toMatchObject({ type: 'multi', ...expected });
  });

  const THROWN: Record<string, Entry> = {
    Def: { type: 'EscalationEventDefinition' },
    Rule: {
      type: 'ComplexBehaviorDefinition',
      parent: 'L',
      containment: 'complexBehaviorDefinition',
      values: { condition: expression('x') },
    },
    Throw: {
      type: 'ImplicitThrowEvent',
      parent: 'Rule',
      containment: 'event',
      refs: { eventDefinitionRef: ['Def'] },
    },
  };
  it.each([
    ['None', { noneBehaviorEventRef: 'Def' }, { of: 'none', throws: { code: { value: 'Def' } } }],
    ['One', { oneBehaviorEventRef: 'Def' }, { of: 'one', throws: { code: { value: 'Def' } } }],
    [
      'Complex',
      {},
      { of: 'complex', rules: [{ condition: { source: 'x' }, throws: { code: { value: 'Def' } } }] },
    ],
    ['All', {}, { of: 'all' }],
  ])('throws what its behaviour %s says', (behavior, refs, expected) => {
    const { nodes } = compiled(looped({ type: MULTI, attrs: { behavior }, refs, values: three }, THROWN));
    expect(nodes.X?.loop).toMatchObject({ behavior: expected });
  });

  const WRONG: [name: string, loop: Entry, expected: string[], more?: Record<string, Entry>][] = [
    ['without an end', { type: STANDARD }, ['warning endless-loop loop.condition']],
    [
      'with a strange limit',
      { type: STANDARD, attrs: { loopMaximum: -1 }, values: { loopCondition: expression('x') } },
      ['error loop-count loop.maximum'],
    ],
    ['over nothing', { type: MULTI }, ['error multi-instance-size loop.collection']],
    [
      'a negative number of times',
      { type: MULTI, values: { loopCardinality: expression('-1') } },
      ['error loop-count loop.cardinality'],
    ],
    [
      'that throws nothing',
      { type: MULTI, attrs: { behavior: 'One' }, values: three },
      ['warning loop-event loop.behavior'],
    ],
    [
      'with half a rule',
      { type: MULTI, attrs: { behavior: 'Complex' }, values: three },
      ['error loop-event loop.behavior'],
      { Rule: { type: 'ComplexBehaviorDefinition', parent: 'L', containment: 'complexBehaviorDefinition' } },
    ],
  ];
  it.each(WRONG)('%s is reported', (_name, loop, expected, more) => {
    expect(compiled(looped(loop, more)).problems).toEqual(expected);
  });

  it('has its expressions found', () => {
    const document = looped({ type: MULTI, values: { ...three, completionCondition: expression('done') } });
    expect(expressionsOf(document, registry).map(({ field }) => field)).toEqual([
      'loop.cardinality',
      'loop.completionCondition',
    ]);
  });
});

describe('token quantities', () => {
  it.each([
    [
      { startQuantity: 2, completionQuantity: 3 },
      { startQuantity: 2, completionQuantity: 3 },
    ],
    [{ startQuantity: 1, completionQuantity: 1 }, {}],
  ])('%j', (attrs, expected) => {
    const { nodes } = compiled(draw({ X: { type: 'Task', attrs } }, []));
    const { startQuantity, completionQuantity } = nodes.X ?? {};
    expect({ startQuantity, completionQuantity }).toEqual({
      startQuantity: undefined,
      completionQuantity: undefined,
      ...expected,
    });
  });
  it.each([0, -1, 1.5])('%s is refused', (quantity) => {
    const attrs = { startQuantity: quantity, completionQuantity: quantity };
    expect(compiled(draw({ X: { type: 'Task', attrs } }, [])).problems).toEqual([
      'error token-quantity startQuantity',
      'error token-quantity completionQuantity',
    ]);
  });
});

describe('compensation', () => {
  const undone: Record<string, Drawn> = {
    S: 'StartEvent',
    X: 'Task',
    B: { type: 'BoundaryEvent', refs: { attachedToRef: 'X' }, events: ['Compensate'] },
    H: { type: 'Task', attrs: { isForCompensation: true } },
  };
  it.each([
    ['from the event to the handler', { sourceRef: 'B', targetRef: 'H' }],
    ['the other way round', { sourceRef: 'H', targetRef: 'B' }],
  ])('by an association %s', (_name, refs) => {
    const { nodes } = compiled(
      also(draw(undone, []), { A: { type: 'Association', parent: 'P', containment: 'artifacts', refs } }),
    );
    expect(nodes.X?.compensation).toEqual({ activity: 'H' });
    expect([nodes.H?.isCompensation, nodes.X?.isCompensation]).toEqual([true, undefined]);
  });
  it('by an event sub-process inside', () => {
    const inside = {
      X: 'SubProcess',
      E: { type: 'SubProcess', in: 'X', attrs: { triggeredByEvent: true } },
      T: { type: 'StartEvent', in: 'E', events: ['Compensate'] },
    };
    const { nodes } = compiled(draw(inside, []));
    expect(nodes.X).toMatchObject({ compensation: { eventSubProcess: 'E' }, eventSubProcesses: ['E'] });
  });
});

describe('data associations', () => {
  const DATA: Record<string, Entry> = {
    Object: {
      type: 'DataObject',
      parent: 'P',
      containment: 'flowElements',
      attrs: { name: 'Purchase order' },
    },
    Ref: {
      type: 'DataObjectReference',
      parent: 'P',
      containment: 'flowElements',
      refs: { dataObjectRef: 'Object' },
    },
    State: { type: 'DataState', parent: 'Ref', containment: 'dataState', attrs: { name: 'approved' } },
    Io: { type: 'InputOutputSpecification', parent: 'X', containment: 'ioSpecification' },
    In: { type: 'DataInput', parent: 'Io', containment: 'dataInputs', attrs: { name: 'order' } },
    Out: { type: 'DataOutput', parent: 'Io', containment: 'dataOutputs', attrs: { name: 'answer' } },
  };
  const input = (more: Partial<Entry>): Entry => ({
    type: 'DataInputAssociation',
    parent: 'X',
    containment: 'dataInputAssociations',
    ...more,
  });
  const output = (more: Partial<Entry>): Entry => ({
    type: 'DataOutputAssociation',
    parent: 'X',
    containment: 'dataOutputAssociations',
    ...more,
  });
  const assignment = (from: string, to: string): Entry => ({
    type: 'Assignment',
    parent: 'A',
    containment: 'assignment',
    values: { from: expression(from), to: expression(to) },
  });
  const IN = { sourceRef: ['Ref'], targetRef: 'In' };
  const OUT = { sourceRef: ['Out'], targetRef: 'Ref' };

  const APPROVED = { PurchaseOrderState: 'approved' };

  const ROWS: [
    name: string,
    type: string,
    entries: Record<string, Entry>,
    inputs: string[],
    outputs: string[],
    states?: Record<string, string>,
  ][] = [
    [
      'copy a data object to an input',
      'ServiceTask',
      { A: input({ refs: IN }) },
      ['order := PurchaseOrder'],
      [],
    ],
    [
      'copy an output to a data object, with its state',
      'ServiceTask',
      { A: output({ refs: OUT }) },
      [],
      ['PurchaseOrder := answer'],
      APPROVED,
    ],
    [
      'transform',
      'ServiceTask',
      { A: input({ refs: IN, values: { transformation: expression('PurchaseOrder.id') } }) },
      ['order := PurchaseOrder.id'],
      [],
    ],
    [
      'assign',
      'ServiceTask',
      { A: input({ refs: IN }), Z: assignment('=PurchaseOrder.id', 'order.id') },
      ['order.id := PurchaseOrder.id'],
      [],
    ],
    [
      'assign a constant as jBPM writes it',
      'ServiceTask',
      { A: input({ refs: { targetRef: 'In' } }), Z: assignment('Milestone', 'In') },
      ['order := Milestone'],
      [],
    ],
    ...['ServiceTask', 'Task', 'CallActivity', 'SubProcess'].map((type): (typeof ROWS)[number] => [
      `only drawn at a ${type}, they set the state and keep nothing back`,
      type,
      { A: output({ refs: { targetRef: 'Ref' } }) },
      [],
      [],
      APPROVED,
    ]),
    [
      'only drawn to an object without state, they do nothing',
      'ServiceTask',
      { A: output({ refs: { targetRef: 'Object' } }) },
      [],
      [],
    ],
  ];
  it.each(ROWS)('%s', (_name, type, entries, inputs, outputs, states) => {
    const { nodes, problems } = compiled(also(draw({ X: type }, []), { ...DATA, ...entries }));
    const listed = (list: ExecutableNode['inputs'] = []) =>
      list.map(({ target, value }) => `${target} := ${value.source}`);
    expect(problems).toEqual([]);
    expect([listed(nodes.X?.inputs), listed(nodes.X?.outputs)]).toEqual([inputs, outputs]);
    expect(nodes.X?.dataStates).toEqual(states);
  });

  it('in another language are left out with a remark', () => {
    const transformation = expression('//id', 'http://www.w3.org/1999/XPath');
    const { problems } = compiled(
      also(draw({ X: 'ServiceTask' }, []), { ...DATA, A: input({ refs: IN, values: { transformation } }) }),
    );
    expect(problems).toEqual(['warning mapping-not-run inputs']);
  });
});

it('what a call activity of Camunda 7 hands in and out is mapped', () => {
  const values = extensions(
    { $type: 'camunda:In', source: 'a', target: 'b' },
    { $type: 'camunda:In', sourceExpression: '=a + 1', target: 'c' },
    { $type: 'camunda:In', variables: 'all' },
    { $type: 'camunda:Out', source: 'd', target: 'e' },
  );
  const { nodes } = compiled(draw({ X: { type: 'CallActivity', values } }, []));
  expect(nodes.X?.inputs?.map(({ target, value }) => `${target} := ${value.source}`)).toEqual([
    'b := a',
    'c := a + 1',
  ]);
  expect(nodes.X?.outputs?.map(({ target, value }) => `${target} := ${value.source}`)).toEqual(['e := d']);
});
