import { describe, expect, it } from 'vitest';
import { also, draw, extensions } from '@/engine/compile/testing/draw';
import { anythingAt, variablesAt } from './scope';

const form = (...keys: string[]) => ({
  $type: 'countersign:Form',
  body: JSON.stringify({ fields: keys.map((key) => ({ key, label: key, type: 'number' })) }),
});
const SCHEMA = JSON.stringify({
  type: 'object',
  properties: {
    amount: { type: 'number' },
    due: { type: 'string', format: 'date' },
    lines: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } } } },
  },
});

const document = draw(
  {
    S: { type: 'StartEvent', values: extensions(form('amount', 'customer.id')) },
    A: {
      type: 'ServiceTask',
      values: extensions({ $type: 'countersign:AiCall', resultVariable: 'read', outputSchema: SCHEMA }),
    },
    U: { type: 'UserTask', values: extensions(form('note')) },
    B: { type: 'BoundaryEvent', refs: { attachedToRef: 'U' }, events: ['Timer'] },
    R: {
      type: 'ScriptTask',
      values: extensions({ $type: 'zeebe:Script', expression: '=1', resultVariable: 'late' }),
    },
    Sub: 'SubProcess',
    T: { type: 'StartEvent', in: 'Sub' },
    I: {
      type: 'ScriptTask',
      in: 'Sub',
      values: extensions({ $type: 'zeebe:Script', expression: '=1', resultVariable: 'inner' }),
    },
    M: {
      type: 'ScriptTask',
      values: extensions(
        { $type: 'zeebe:Script', expression: '=1', resultVariable: 'hidden' },
        {
          $type: 'zeebe:IoMapping',
          inputParameters: [{ $type: 'zeebe:Input', source: '=1', target: 'local' }],
          outputParameters: [{ $type: 'zeebe:Output', source: '=hidden', target: 'shown.part' }],
        },
      ),
    },
    E: 'EndEvent',
  },
  ['S > A', 'f: A > U', 'U > Sub', 'T > I', 'Sub > M', 'M > E', 'B > R'],
);

const names = (id: string) => variablesAt(document, id).map((variable) => variable.name);

describe('variables in scope', () => {
  it.each([
    ['the start', 'S', []],
    ['a step', 'U', ['amount', 'customer', 'read']],
    ['a flow, which is after its source', 'f', ['amount', 'customer', 'read']],
    ['a border event, which doesn’t see what its step would set', 'B', ['amount', 'customer', 'read']],
    ['the inside of a sub-process', 'I', ['amount', 'customer', 'note', 'read']],
    [
      'what follows a sub-process, with its own input',
      'M',
      ['amount', 'customer', 'inner', 'local', 'note', 'read'],
    ],
    ['what follows output mappings', 'E', ['amount', 'customer', 'inner', 'note', 'read', 'shown']],
  ])('at %s', (_name, id, expected) => {
    expect(names(id)).toEqual(expected);
  });

  it('have types, members and who sets them', () => {
    const [amount, customer, read] = variablesAt(document, 'U');
    expect(amount).toEqual({ name: 'amount', type: 'number', setBy: 'S' });
    expect(customer).toMatchObject({ type: 'context', entries: [{ name: 'id', type: 'number' }] });
    expect(read?.entries?.[0]).toMatchObject({
      name: 'value',
      entries: [
        { name: 'amount', type: 'number' },
        { name: 'due', type: 'date' },
        { name: 'lines', type: 'list', entries: [{ name: 'text', type: 'string' }] },
      ],
    });
  });

  it('include the example output a file carries', () => {
    const example = {
      $type: 'zeebe:Property',
      name: 'camundaModeler:exampleOutputJson',
      value: '{"who":"x","n":1}',
    };
    const drawn = draw(
      {
        S: { type: 'StartEvent', values: extensions({ $type: 'zeebe:Properties', properties: [example] }) },
        A: 'Task',
      },
      ['S > A'],
    );
    expect(variablesAt(drawn, 'A')).toEqual([
      { name: 'n', type: 'number', setBy: 'S' },
      { name: 'who', type: 'string', setBy: 'S' },
    ]);
  });
});

describe('what surrounds an element', () => {
  const names = (document: Parameters<typeof variablesAt>[0], id: string) =>
    variablesAt(document, id).map(({ name }) => name);

  it('gives a repeated step its item and its counters, also to the steps inside', () => {
    const items = extensions({
      $type: 'zeebe:LoopCharacteristics',
      inputCollection: '=items',
      inputElement: 'item',
      outputCollection: 'results',
    });
    const looped = also(draw({ Sub: 'SubProcess', A: { type: 'Task', in: 'Sub' }, B: 'Task' }, ['Sub > B']), {
      L: {
        type: 'MultiInstanceLoopCharacteristics',
        parent: 'Sub',
        containment: 'loopCharacteristics',
        values: items,
      },
    });
    expect(names(looped, 'Sub')).toEqual(expect.arrayContaining(['item', 'loopCounter']));
    expect(names(looped, 'A')).toEqual(expect.arrayContaining(['item', 'loopCounter']));
    expect(names(looped, 'B')).toEqual(['results']);
  });

  it('gives a complex gateway the number of what has arrived', () => {
    expect(names(draw({ X: 'ComplexGateway' }, []), 'X')).toEqual(['activationCount', 'waitingForStart']);
  });

  it('sets what a caught error and connected data say', () => {
    const events = [{ type: 'Error', attrs: { 'camunda:errorCodeVariable': 'code' } }];
    const document = also(
      draw(
        {
          A: 'Task',
          X: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events },
          B: 'Task',
          C: 'Task',
        },
        ['X > B', 'A > C'],
      ),
      {
        Order: { type: 'DataObject', parent: 'P', containment: 'flowElements', attrs: { name: 'Order' } },
        Out: {
          type: 'DataOutputAssociation',
          parent: 'A',
          containment: 'dataOutputAssociations',
          refs: { targetRef: 'Order' },
        },
      },
    );
    expect(names(document, 'B')).toEqual(['code']);
    expect(names(document, 'C')).toEqual(['Order', 'OrderState']);
  });
});

describe('whether anything may have been brought', () => {
  const S = { type: 'StartEvent', values: extensions(form('amount')) };
  const onMessage = (type: string) => ({ type, events: ['Message'] });
  const mapped = (type: string) => ({
    type,
    values: extensions({
      $type: 'zeebe:IoMapping',
      outputParameters: [{ $type: 'zeebe:Output', source: '=orderId', target: 'order' }],
    }),
  });
  const line = (before: Parameters<typeof draw>[0][string], first: typeof before = S) =>
    draw({ S: first, B: before, X: 'ScriptTask' }, ['S > B', 'f: B > X']);

  it.each([
    ['a start without form', line('ScriptTask', 'StartEvent'), true],
    ['a start by a message', line('ScriptTask', onMessage('StartEvent')), true],
    ['a start with a form', line('ScriptTask'), false],
    ['no start event', draw({ B: 'ScriptTask', X: 'ScriptTask' }, ['B > X']), true],
    ['a receive task', line('ReceiveTask'), true],
    ['a receive task that maps what it takes', line(mapped('ReceiveTask')), false],
    ['a message that is waited for', line(onMessage('IntermediateCatchEvent')), true],
    ['a signal that is waited for', line({ type: 'IntermediateCatchEvent', events: ['Signal'] }), true],
    ['a timer', line({ type: 'IntermediateCatchEvent', events: ['Timer'] }), false],
    ['external work', line('ServiceTask'), true],
    [
      'a message inside a sub-process before',
      draw({ S, B: 'SubProcess', R: { type: 'ReceiveTask', in: 'B' }, X: 'ScriptTask' }, ['S > B', 'B > X']),
      true,
    ],
    ['a message after it only', draw({ S, X: 'ScriptTask', R: 'ReceiveTask' }, ['S > X', 'X > R']), false],
    [
      'an event sub-process beside it',
      draw(
        {
          S,
          X: 'ScriptTask',
          E: { type: 'SubProcess', attrs: { triggeredByEvent: true } },
          M: { ...onMessage('StartEvent'), in: 'E' },
        },
        ['S > X'],
      ),
      true,
    ],
    [
      'a border event that takes a message',
      draw(
        {
          S,
          A: 'ScriptTask',
          M: { ...onMessage('BoundaryEvent'), refs: { attachedToRef: 'A' } },
          X: 'ScriptTask',
        },
        ['S > A', 'M > X'],
      ),
      true,
    ],
  ])('%s: at the step', (_name, document, expected) => {
    expect(anythingAt(document, 'X')).toBe(expected);
  });

  it('is so on the path behind what brings it, and for its own output mappings', () => {
    const document = line(mapped('ReceiveTask'));
    expect(anythingAt(line('ReceiveTask'), 'f')).toBe(true);
    expect(anythingAt(document, 'B', 'outputs[0].source')).toBe(true);
    expect(anythingAt(document, 'B', 'inputs[0].source')).toBe(false);
  });

  it('the result of a step is seen by its own output mappings and by nothing before', () => {
    expect(variablesAt(document, 'M', 'outputs[0].source').map(({ name }) => name)).toContain('hidden');
    expect(variablesAt(document, 'M', 'script').map(({ name }) => name)).not.toContain('hidden');
  });
});
