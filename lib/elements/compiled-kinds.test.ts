import { describe, expect, it } from 'vitest';
import { type Drawn, draw, type Entry, expression, extensions } from '@/engine/compile/testing/draw';
import { compiled, compileX, listed, shown } from '@/lib/triggers/testing/compiled';
import type { CallActivityConfig } from './call-activity/config';

const call = (values: object[], attrs = {}): Drawn => ({
  type: 'CallActivity',
  attrs,
  values: extensions(...(values as Parameters<typeof extensions>)),
});
const called = (rest: object) => call([{ $type: 'zeebe:CalledElement', processId: 'Q', ...rest }]);

describe('a call activity', () => {
  const ROWS: [name: string, drawn: Drawn, config: object][] = [
    ['of Zeebe', called({}), { process: 'Q', binding: { type: 'latest' }, in: true, out: true }],
    ['of a process that is computed', called({ processId: '=next' }), { process: '=next' }],
    [
      'of what was published with it',
      called({ bindingType: 'deployment' }),
      { binding: { type: 'deployment' } },
    ],
    [
      'of a tag',
      called({ bindingType: 'versionTag', versionTag: 'v2' }),
      { binding: { type: 'tag', tag: 'v2' } },
    ],
    [
      'that hands nothing over',
      called({ propagateAllParentVariables: 'false', propagateAllChildVariables: 'false' }),
      { in: false, out: false },
    ],
    ['with a business key', called({ businessId: '=id' }), { key: '=id' }],
    [
      'of the standard',
      call([], { calledElement: 'Q' }),
      { process: 'Q', binding: { type: 'latest' }, in: true, out: true },
    ],
    [
      'of a version, of Camunda 7',
      call([], {
        calledElement: 'Q',
        'camunda:calledElementBinding': 'version',
        'camunda:calledElementVersion': '3',
      }),
      { binding: { type: 'version', version: 3 } },
    ],
    [
      'of a tag, of Camunda 7',
      call([], {
        calledElement: 'Q',
        'camunda:calledElementBinding': 'versionTag',
        'camunda:calledElementVersionTag': 'v2',
      }),
      { binding: { type: 'tag', tag: 'v2' } },
    ],
    [
      'of Camunda 7 that hands over what it says',
      call(
        [
          { $type: 'camunda:In', source: 'a', target: 'b' },
          { $type: 'camunda:In', businessKey: '#{id}' },
          { $type: 'camunda:Out', variables: 'all' },
        ],
        { calledElement: '#{next}' },
      ),
      { process: '=next', key: '=id', in: false, out: true },
    ],
    [
      'of Flowable',
      call([], { calledElement: 'Q', 'flowable:sameDeployment': 'true', 'flowable:businessKey': '#{id}' }),
      { binding: { type: 'deployment' }, key: '=id' },
    ],
  ];
  it.each(ROWS)('%s', (_name, drawn, expected) => {
    const { kind, config } = compileX(drawn);
    const { processKey, binding, businessKey, allParentVariables, allChildVariables } =
      config as CallActivityConfig;
    expect(kind).toBe('call-activity');
    expect({
      process: shown(processKey),
      binding,
      key: shown(businessKey),
      in: allParentVariables,
      out: allChildVariables,
    }).toMatchObject(expected);
  });

  it.each([
    ['nothing', call([]), ['error X process']],
    [
      'a strange version',
      call([], {
        calledElement: 'Q',
        'camunda:calledElementBinding': 'version',
        'camunda:calledElementVersion': 'two',
      }),
      ['error X version'],
    ],
    ['no tag', called({ bindingType: 'versionTag' }), ['error X version']],
  ])('that calls %s is refused', (_name, drawn, expected) => {
    expect(
      listed(
        compiled(draw({ X: drawn }, [])).problems,
        expected[0]?.endsWith('process') ? 'called-process' : 'called-version',
      ),
    ).toEqual(expected);
  });

  const GLOBAL: [type: string, more: Partial<Entry>, kind: string, config: object][] = [
    ['GlobalTask', {}, 'task', {}],
    ['GlobalManualTask', {}, 'task', {}],
    [
      'GlobalUserTask',
      { values: extensions({ $type: 'zeebe:AssignmentDefinition', assignee: 'mia' }) },
      'user-task',
      { assignee: { value: 'mia' } },
    ],
    ['GlobalUserTask', { values: extensions({ $type: 'countersign:Approval' }) }, 'approval', {}],
    [
      'GlobalScriptTask',
      { attrs: { scriptLanguage: 'feel', script: '=1 + 1' } },
      'script-task',
      { expression: { source: '1 + 1' }, language: 'feel' },
    ],
    [
      'GlobalScriptTask',
      { attrs: { scriptLanguage: 'feel' }, values: { $children: { $type: 'bpmn:script', $body: '=2' } } },
      'script-task',
      { expression: { source: '2' } },
    ],
    [
      'GlobalBusinessRuleTask',
      { values: extensions({ $type: 'zeebe:TaskDefinition', type: 'rules' }) },
      'service-task',
      { workType: { value: 'rules' } },
    ],
  ];
  it.each(GLOBAL)('of a %s is %j', (type, more, kind, config) => {
    const node = compileX(call([], { calledElement: 'Shared' }), { Shared: { type, ...more } });
    expect(node).toMatchObject({ kind, elementType: 'callActivity', config });
  });

  it('reads a qualified name', () => {
    const document = {
      ...draw({ X: call([], { calledElement: 'tns:Q' }) }, []),
      namespaces: { tns: 'urn:x' },
    };
    expect(shown((compiled(document).nodes.X!.config as CallActivityConfig).processKey)).toBe('Q');
  });
});

describe('gateways', () => {
  it('complex: goes on when its condition says so', () => {
    const values = { activationCondition: expression('activationCount >= 2') };
    const node = compileX({ type: 'ComplexGateway', values });
    expect(node).toMatchObject({
      kind: 'complex-gateway',
      config: { activationCondition: { source: 'activationCount >= 2' } },
    });
  });
  it('complex: says when nothing says when it goes on', () => {
    const { problems } = compiled(draw({ A: 'Task', B: 'Task', X: 'ComplexGateway' }, ['A > X', 'B > X']));
    expect(listed(problems)).toEqual(['warning X activationCondition']);
  });
  it('event-based: all or the first, where it starts the process', () => {
    const attrs = { instantiate: true, eventGatewayType: 'Parallel' };
    const node = compileX({ type: 'EventBasedGateway', attrs });
    expect(node).toMatchObject({ kind: 'event-based-gateway', config: { parallel: true } });
    expect(compileX('EventBasedGateway').config).toEqual({ parallel: false });
    const late = compiled(
      draw({ X: { type: 'EventBasedGateway', attrs: { eventGatewayType: 'Parallel' } } }, []),
    );
    expect(listed(late.problems, 'parallel-event-gateway')).toEqual(['error X parallel']);
  });
  it('inclusive', () => expect(compileX('InclusiveGateway').kind).toBe('inclusive-gateway'));
});

describe('an ad-hoc sub-process', () => {
  it('offers what nothing leads to', () => {
    const nodes: Record<string, Drawn> = {
      X: 'AdHocSubProcess',
      A: { type: 'Task', in: 'X' },
      B: { type: 'Task', in: 'X' },
      C: { type: 'Task', in: 'X' },
      Undo: { type: 'Task', in: 'X', attrs: { isForCompensation: true } },
      Border: { type: 'BoundaryEvent', in: 'X', events: ['Timer'], refs: { attachedToRef: 'A' } },
      E: { type: 'SubProcess', in: 'X', attrs: { triggeredByEvent: true } },
      Start: { type: 'StartEvent', in: 'X' },
    };
    const document = draw(nodes, ['A > B']);
    document.elements.Border_Timer!.values.timeDuration = expression('PT1H');
    expect(compiled(document).nodes.X?.config).toEqual({
      sequential: false,
      cancelRemaining: true,
      inner: ['A', 'C'],
    });
  });

  it('reads order, end and what Zeebe adds', () => {
    const node = compileX({
      type: 'AdHocSubProcess',
      attrs: { ordering: 'Sequential', cancelRemainingInstances: false },
      values: {
        completionCondition: expression('done'),
        ...extensions({
          $type: 'zeebe:AdHoc',
          activeElementsCollection: '=["A"]',
          outputCollection: 'all',
          outputElement: '=one',
        }),
      },
    });
    expect(node.config).toMatchObject({
      sequential: true,
      cancelRemaining: false,
      completionCondition: { source: 'done' },
      activeElements: { source: '["A"]' },
      gathers: { collection: 'all', element: { source: 'one' } },
    });
  });
});

describe('a receive task', () => {
  it('waits for its message', () => {
    const node = compileX(
      { type: 'ReceiveTask', refs: { messageRef: 'M' } },
      { M: { type: 'Message', attrs: { name: 'Order' } } },
    );
    expect(node).toMatchObject({
      kind: 'receive-task',
      triggers: [{ type: 'message', name: { value: 'Order' } }],
    });
  });
  it('that starts the process belongs into the process', () => {
    const document = draw({ X: { type: 'ReceiveTask', attrs: { instantiate: true } } }, []);
    expect(compiled(document).executables[0]?.triggeredStarts).toEqual(['X']);
  });
});

it('a transaction is a scope of its own', () => {
  const { nodes } = compiled(draw({ X: 'Transaction', A: { type: 'Task', in: 'X' } }, []));
  expect(nodes.X).toMatchObject({ kind: 'transaction', startNodes: ['A'] });
});
