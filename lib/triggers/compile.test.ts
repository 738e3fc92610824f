import { describe, expect, it } from 'vitest';
import { also, type Drawn, draw, type Entry, expression, extensions } from '@/engine/compile/testing/draw';
import type { Throw, Trigger } from '@/engine/core/triggers';
import { compiled, compileX, listed, shown } from './testing/compiled';

/** A trigger or throw with its expressions as texts. */
function plain(found: Trigger | Throw | undefined): object {
  const entries = Object.entries(found ?? {}).filter(([, value]) => typeof value !== 'function');
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key === 'correlation') return [key, value.by === 'key' ? shown(value.key) : value.by];
      return [key, typeof value === 'object' && value && 'mode' in value ? shown(value) : value];
    }),
  );
}

const event = (type: string, definition: Entry | string, attrs: Drawn & object = { type }): Drawn => ({
  ...attrs,
  type,
  events: [definition],
});
const catching = (definition: Entry | string) => event('IntermediateCatchEvent', definition);
const throwing = (definition: Entry | string) => event('IntermediateThrowEvent', definition);
const ending = (definition: Entry | string) => event('EndEvent', definition);
const onHost = (definition: Entry | string, attrs = {}): Drawn => ({
  type: 'BoundaryEvent',
  refs: { attachedToRef: 'Host' },
  attrs,
  events: [definition],
});

const ROOTS: Record<string, Entry> = {
  M: {
    type: 'Message',
    attrs: { name: 'Order' },
    values: extensions({ $type: 'zeebe:Subscription', correlationKey: '=id' }),
  },
  Plain: { type: 'Message', attrs: { name: 'Plain' } },
  Computed: { type: 'Message', attrs: { name: '="Order" + kind' } },
  Sig: { type: 'Signal', attrs: { name: 'Alarm' } },
  Err: { type: 'Error', attrs: { name: 'No stock', errorCode: 'E1' } },
  Esc: { type: 'Escalation', attrs: { name: 'Late', escalationCode: 'L1' } },
  Open: { type: 'Escalation', attrs: { name: 'Open', escalationCode: '=code' } },
};

const CAUGHT: [name: string, drawn: Drawn, trigger: object][] = [
  ['a timer', catching({ type: 'Timer', values: { timeDuration: expression('PT1H') } }), { type: 'timer' }],
  [
    'a message',
    catching({ type: 'Message', refs: { messageRef: 'M' } }),
    { type: 'message', name: 'Order', correlation: '=id' },
  ],
  [
    'a message without key',
    catching({ type: 'Message', refs: { messageRef: 'Plain' } }),
    { type: 'message', name: 'Plain', correlation: 'none' },
  ],
  [
    'a computed message',
    catching({ type: 'Message', refs: { messageRef: 'Computed' } }),
    { type: 'message', name: '="Order" + kind', correlation: 'none' },
  ],
  [
    'a message that starts',
    event('StartEvent', { type: 'Message', refs: { messageRef: 'M' } }),
    { type: 'message', name: 'Order', correlation: 'none' },
  ],
  ['a signal', catching({ type: 'Signal', refs: { signalRef: 'Sig' } }), { type: 'signal', name: 'Alarm' }],
  [
    'a condition',
    catching({ type: 'Conditional', values: { condition: expression('x > 1') } }),
    { type: 'condition', condition: '=x > 1' },
  ],
  [
    'a condition for some variables',
    catching({
      type: 'Conditional',
      values: {
        condition: expression('x > 1'),
        ...extensions({ $type: 'zeebe:ConditionalFilter', variableNames: 'x, y', variableEvents: 'create' }),
      },
    }),
    { type: 'condition', condition: '=x > 1', only: { names: ['x', 'y'], how: ['create'] } },
  ],
  [
    'a condition of Camunda 7 for one variable',
    catching({
      type: 'Conditional',
      attrs: { 'camunda:variableName': 'x', 'camunda:variableEvents': 'update, delete' },
      values: { condition: expression('x > 1') },
    }),
    { type: 'condition', condition: '=x > 1', only: { names: ['x'], how: ['update'] } },
  ],
  [
    'an error',
    onHost({
      type: 'Error',
      refs: { errorRef: 'Err' },
      attrs: { 'camunda:errorCodeVariable': 'c', 'camunda:errorMessageVariable': 'm' },
    }),
    { type: 'error', code: 'E1', codeVariable: 'c', messageVariable: 'm' },
  ],
  ['every error', onHost('Error'), { type: 'error', code: null }],
  [
    'an error of Flowable',
    onHost({ type: 'Error', attrs: { 'flowable:errorVariableName': 'v' } }),
    { type: 'error', code: null, codeVariable: 'v' },
  ],
  [
    'an escalation',
    onHost(
      {
        type: 'Escalation',
        refs: { escalationRef: 'Esc' },
        attrs: { 'camunda:escalationCodeVariable': 'c' },
      },
      { cancelActivity: false },
    ),
    { type: 'escalation', code: 'L1', codeVariable: 'c' },
  ],
  ['every escalation', onHost('Escalation'), { type: 'escalation', code: null }],
];

const THROWN: [name: string, drawn: Drawn, thrown: object][] = [
  [
    'a message',
    throwing({ type: 'Message', refs: { messageRef: 'M' } }),
    { type: 'message', name: 'Order', correlation: '=id', timeToLive: null },
  ],
  [
    'a message with a key of its own',
    {
      type: 'EndEvent',
      events: [{ type: 'Message', refs: { messageRef: 'M' } }],
      values: extensions({ $type: 'zeebe:publishMessage', correlationKey: '=other', timeToLive: 'PT1M' }),
    },
    { type: 'message', name: 'Order', correlation: '=other', timeToLive: 60_000 },
  ],
  ['a signal', ending({ type: 'Signal', refs: { signalRef: 'Sig' } }), { type: 'signal', name: 'Alarm' }],
  [
    'an error',
    ending({ type: 'Error', refs: { errorRef: 'Err' } }),
    { type: 'error', code: 'E1', message: 'No stock' },
  ],
  ['an error without a code', ending('Error'), { type: 'error', code: '', message: 'X' }],
  [
    'an escalation',
    throwing({ type: 'Escalation', refs: { escalationRef: 'Esc' } }),
    { type: 'escalation', code: 'L1' },
  ],
  [
    'a computed escalation',
    throwing({ type: 'Escalation', refs: { escalationRef: 'Open' } }),
    { type: 'escalation', code: '=code' },
  ],
  ['compensation of all', throwing('Compensate'), { type: 'compensation', activity: null, wait: true }],
  [
    'compensation of one, not waited for',
    ending({ type: 'Compensate', refs: { activityRef: 'Host' }, attrs: { waitForCompletion: false } }),
    { type: 'compensation', activity: 'Host', wait: false },
  ],
  ['termination', ending('Terminate'), { type: 'terminate' }],
];

const HOST = { Host: 'Task' };

describe('what an event waits for', () => {
  it.each(CAUGHT)('%s', (_name, drawn, trigger) => {
    expect(compileX(drawn, ROOTS, HOST).triggers?.map(plain)).toEqual([trigger]);
  });

  it('several triggers, any or all of them', () => {
    const both = { type: 'IntermediateCatchEvent', events: ['Message', 'Signal'] };
    expect(compileX(both).triggers).toHaveLength(2);
    expect(compileX(both).parallelMultiple).toBeUndefined();
    expect(compileX({ ...both, attrs: { parallelMultiple: true } }).parallelMultiple).toBe(true);
    const one = { type: 'StartEvent', events: ['Message'], attrs: { parallelMultiple: true } };
    expect(compileX(one).parallelMultiple).toBeUndefined();
  });

  it('a shared definition, after its own', () => {
    const shared = { Shared: { type: 'SignalEventDefinition', refs: { signalRef: 'Sig' } }, ...ROOTS };
    const drawn = { type: 'IntermediateCatchEvent', refs: { eventDefinitionRef: ['Shared'] } };
    expect(compileX(drawn, shared).triggers?.map(plain)).toEqual([{ type: 'signal', name: 'Alarm' }]);
    const both = { ...drawn, events: [{ type: 'Message', refs: { messageRef: 'Plain' } }] };
    expect(compileX(both, shared).triggers?.map((each) => each.type)).toEqual(['message', 'signal']);
  });

  it('a timer that knows its first and its next firing', () => {
    const definition = { type: 'Timer', values: { timeCycle: expression('R3/PT1H') } };
    const [timer] = compileX(catching(definition)).triggers ?? [];
    if (timer?.type !== 'timer') throw new Error('no timer');
    const now = '2026-01-01T00:00:00.000Z';
    const step = {
      now,
      evaluate: () => 'R3/PT1H',
      raiseIncident: () => {
        throw new Error('incident');
      },
    };
    const first = timer.first(step, '“X”');
    expect(first).toEqual({ dueAt: '2026-01-01T01:00:00.000Z', data: { text: 'PT1H', left: 2 } });
    expect(timer.next(first.data, first.dueAt, now)?.dueAt).toBe('2026-01-01T02:00:00.000Z');
  });

  it('cancellation, on the border of a transaction', () => {
    const cancel = onHost('Cancel');
    expect(compileX(cancel, {}, { Host: 'Transaction' }).triggers).toEqual([{ type: 'cancel' }]);
  });
});

describe('what an event throws', () => {
  it.each(THROWN)('%s', (_name, drawn, thrown) => {
    expect(compileX(drawn, ROOTS, HOST).throws?.map(plain)).toEqual([thrown]);
  });

  it('several, in order', () => {
    const drawn = { type: 'EndEvent', events: ['Signal', 'Message', 'Terminate'] };
    expect(compileX(drawn).throws?.map((each) => each.type)).toEqual(['signal', 'message', 'terminate']);
  });

  it('nothing itself where a worker does the sending', () => {
    const worker = extensions({ $type: 'zeebe:TaskDefinition', type: 'mail' });
    const drawn = { type: 'IntermediateThrowEvent', events: ['Message'], values: worker };
    const node = compileX(drawn);
    expect([node.kind, node.throws]).toEqual(['service-task', undefined]);
    const topic = { type: 'Message', attrs: { 'camunda:type': 'external', 'camunda:topic': 'mail' } };
    expect(compileX(ending(topic))).toMatchObject({
      kind: 'service-task',
      config: { workType: { value: 'mail' } },
    });
  });

  it('a message, by a send task', () => {
    const node = compileX({ type: 'SendTask', refs: { messageRef: 'Plain' } }, ROOTS);
    expect(node.kind).toBe('throw-event');
    expect(node.throws?.map(plain)).toMatchObject([{ type: 'message', name: 'Plain' }]);
  });

  it('cancellation, inside a transaction', () => {
    const drawn = { type: 'EndEvent', events: ['Cancel'], in: 'Host' };
    expect(compileX(drawn, {}, { Host: 'Transaction' }).throws).toEqual([{ type: 'cancel' }]);
  });
});

describe('links', () => {
  const link = (type: string, name: string, scope?: string): Drawn => ({
    type,
    events: [{ type: 'Link', attrs: { name } }],
    ...(scope ? { in: scope } : {}),
  });
  const [source, target] = ['IntermediateThrowEvent', 'IntermediateCatchEvent'] as const;

  it('lead to the event of their name in their own scope', () => {
    const { nodes } = compiled(
      draw({ S: 'SubProcess', A: link(source, 'L'), B: link(target, 'L'), C: link(target, 'L', 'S') }, []),
    );
    expect(nodes.A?.throws).toEqual([{ type: 'link', targets: ['B'] }]);
    expect(nodes.B?.triggers).toBeUndefined();
  });

  it('without any name belong together', () => {
    const unnamed = (type: string): Drawn => ({ ...(link(type, '') as object), type, attrs: { name: '' } });
    const { nodes } = compiled(draw({ A: unnamed(source), B: unnamed(target) }, []));
    expect(nodes.A?.throws).toEqual([{ type: 'link', targets: ['B'] }]);
  });

  it.each([
    ['nothing catches', { A: link(source, 'L') }, ['error A link.name']],
    [
      'two catch',
      { A: link(source, 'L'), B: link(target, 'L'), C: link(target, 'L') },
      ['error A link.name'],
    ],
    ['nothing throws', { B: link(target, 'L') }, ['warning B link.name']],
  ])('are refused or remarked where %s', (_name, nodes, expected) => {
    expect(listed(compiled(draw(nodes, [])).problems, 'link-events')).toEqual(expected);
  });
});

describe('what an event may not be', () => {
  const ROWS: [name: string, drawn: Drawn, code: string, expected: string[]][] = [
    [
      'an error caught by a computed code',
      onHost({ type: 'Error', refs: { errorRef: 'Open' } }),
      'event-code',
      ['error X error.code'],
    ],
    [
      'an escalation caught by a computed code',
      onHost({ type: 'Escalation', refs: { escalationRef: 'Open' } }),
      'event-code',
      ['error X escalation.code'],
    ],
    [
      'a condition that searches a list',
      catching({ type: 'Conditional', values: { condition: expression('some x in xs satisfies x > 1') } }),
      'condition',
      ['error X conditional.condition'],
    ],
    [
      'an event without its condition',
      catching('Conditional'),
      'condition',
      ['error X conditional.condition'],
    ],
    ['a timer without a time', catching('Timer'), 'timer', ['error X timer.value']],
    [
      'a message kept for a strange time',
      {
        type: 'EndEvent',
        events: ['Message'],
        values: extensions({ $type: 'zeebe:publishMessage', timeToLive: 'soon' }),
      },
      'time-to-live',
      ['error X message.timeToLive'],
    ],
    [
      'compensation of a step elsewhere',
      throwing({ type: 'Compensate', refs: { activityRef: 'gone' } }),
      'compensation-activity',
      ['error X compensation.activity'],
    ],
    ['compensation without a handler', onHost('Compensate'), 'compensation-handler', ['warning X']],
    ['cancellation of a task', onHost('Cancel'), 'cancel-event', ['error X']],
    ['cancellation outside a transaction', ending('Cancel'), 'cancel-event', ['error X']],
    [
      'a trigger inside an embedded sub-process',
      { type: 'StartEvent', events: ['Message'], in: 'Sub' },
      'event-trigger',
      ['error X'],
    ],
    ['a catch event without a trigger', 'IntermediateCatchEvent', 'event-trigger', ['error X']],
    [
      'a border event without a trigger',
      { type: 'BoundaryEvent', refs: { attachedToRef: 'Host' } },
      'event-trigger',
      ['error X'],
    ],
    [
      'an error that goes on beside its step',
      onHost('Error', { cancelActivity: false }),
      'event-trigger',
      ['error X'],
    ],
    [
      'a definition that is gone',
      { type: 'StartEvent', refs: { eventDefinitionRef: ['gone'] } },
      'event-trigger',
      ['error X'],
    ],
    [
      'a link among others',
      { type: 'IntermediateThrowEvent', events: ['Link', 'Signal'] },
      'event-trigger',
      ['error X'],
    ],
    [
      'something thrown among things that must all come',
      {
        type: 'BoundaryEvent',
        refs: { attachedToRef: 'Host' },
        attrs: { parallelMultiple: true },
        events: ['Error', 'Signal'],
      },
      'event-trigger',
      ['error X'],
    ],
    [
      'something thrown among things of which one is enough',
      { type: 'BoundaryEvent', refs: { attachedToRef: 'Host' }, events: ['Error', 'Signal'] },
      'event-trigger',
      [],
    ],
    ['a message without a name', catching('Message'), 'message-name', ['warning X message.name']],
    ['a signal without a name', catching('Signal'), 'signal-name', ['warning X signal.name']],
    ['an error end without a code', ending('Error'), 'error-code', ['warning X error.code']],
    [
      'a condition for variables that are deleted',
      catching({
        type: 'Conditional',
        attrs: { 'camunda:variableEvents': 'delete' },
        values: { condition: expression('x') },
      }),
      'condition-filter',
      ['info X conditional.condition'],
    ],
  ];
  it.each(ROWS)('%s', (_name, drawn, code, expected) => {
    const nodes = { ...HOST, Sub: 'SubProcess', X: drawn };
    const open: Entry = { type: 'Error', attrs: { errorCode: '=code' } };
    const { problems } = compiled(
      also(draw(nodes, []), JSON.stringify(drawn).includes('errorRef') ? { ...ROOTS, Open: open } : ROOTS),
    );
    expect(listed(problems, code)).toEqual(expected);
  });
});

describe('an event sub-process', () => {
  const POSITIONS: [definition: string, interrupting: boolean, legal: boolean][] = [
    ['Message', true, true],
    ['Message', false, true],
    ['Timer', false, true],
    ['Signal', false, true],
    ['Conditional', false, true],
    ['Escalation', false, true],
    ['Error', true, true],
    ['Error', false, false],
    ['Compensate', true, true],
    ['Cancel', true, false],
    ['Link', true, false],
    ['Terminate', true, false],
  ];
  it.each(POSITIONS)('on %s, interrupting: %s', (definition, interrupting, legal) => {
    const { problems } = compiled(around(definition, interrupting));
    expect(listed(problems, 'event-trigger')).toEqual(legal ? [] : ['error S']);
  });

  it('waits for what its start event says', () => {
    const { nodes, executables } = compiled(around({ type: 'Signal', refs: { signalRef: 'Sig' } }, false));
    expect(nodes.E).toMatchObject({ kind: 'event-sub-process', interrupting: false, startNodes: ['S'] });
    expect(nodes.E?.triggers?.map(plain)).toEqual([{ type: 'signal', name: 'Alarm' }]);
    expect(nodes.S?.triggers).toBeUndefined();
    expect(executables[0]?.eventSubProcesses).toEqual(['E']);
  });

  function around(definition: string | Entry, interrupting: boolean) {
    const attrs: Record<string, boolean> = interrupting ? {} : { isInterrupting: false };
    return also(
      draw(
        {
          Begin: 'StartEvent',
          E: { type: 'SubProcess', attrs: { triggeredByEvent: true } },
          S: { type: 'StartEvent', in: 'E', events: [definition], attrs },
        },
        [],
      ),
      ROOTS,
    );
  }
});

it('throws last what may end the event or its scope, so that all of a multiple event happens', () => {
  const events = ['Error', 'Terminate', 'Escalation', 'Compensate', 'Signal', 'Message'];
  const { throws = [] } = compileX({ type: 'EndEvent', events });
  expect(throws.map(({ type }) => type)).toEqual([
    'signal',
    'message',
    'compensation',
    'escalation',
    'terminate',
    'error',
  ]);
});
