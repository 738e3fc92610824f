import { describe, expect, it } from 'vitest';
import { flowModel } from './flow-model';
import { eventStart, eventSubProcesses, startNodes, triggeredStarts } from './starts';
import { type Drawn, draw } from './testing/draw';

const scopeOf = (nodes: Record<string, Drawn>, flows: string[] = [], id = 'P') => {
  const scope = flowModel(draw(nodes, flows)).scopes.get(id);
  if (!scope) throw new Error(`no scope ${id}`);
  return scope;
};

const receive = { type: 'ReceiveTask', attrs: { instantiate: true } };
const gateway = { type: 'EventBasedGateway', attrs: { instantiate: true } };
const timer = { type: 'StartEvent', events: ['Timer'] };
const links = { type: 'IntermediateCatchEvent', events: ['Link'] };
const eventSubProcess = { type: 'SubProcess', attrs: { triggeredByEvent: true } };

const ROWS: [
  name: string,
  nodes: Record<string, Drawn>,
  flows: string[],
  plain: string[],
  triggered: string[],
][] = [
  ['a plain start', { S: 'StartEvent' }, [], ['S'], []],
  ['the first of two plain starts', { S: 'StartEvent', T: 'StartEvent' }, [], ['S'], []],
  ['a plain and a triggered start', { S: 'StartEvent', T: timer }, [], ['S'], ['T']],
  ['a triggered start only', { T: timer, A: 'Task' }, [], [], ['T']],
  ['a shared trigger', { T: { type: 'StartEvent', refs: { eventDefinitionRef: ['gone'] } } }, [], [], ['T']],
  ['a receive task that starts', { R: receive, A: 'Task' }, ['R > A'], [], ['R']],
  ['an event-based gateway that starts', { G: gateway, C: 'IntermediateCatchEvent' }, ['G > C'], [], ['C']],
  ['a receive task that doesn’t', { R: 'ReceiveTask' }, [], ['R'], []],
  [
    'no link, handler, border event or event sub-process',
    {
      A: 'Task',
      L: links,
      H: { type: 'Task', attrs: { isForCompensation: true } },
      B: { type: 'BoundaryEvent' },
      E: eventSubProcess,
    },
    [],
    ['A'],
    [],
  ],
];

describe('where a process begins', () => {
  it.each(ROWS)('%s', (_name, nodes, flows, plain, triggered) => {
    const scope = scopeOf(nodes, flows);
    expect([startNodes(scope), triggeredStarts(scope)]).toEqual([plain, triggered]);
  });
});

it('begins a sub-process at all of its plain starts', () => {
  const nodes = {
    Sub: 'SubProcess',
    S: { type: 'StartEvent', in: 'Sub' },
    T: { type: 'StartEvent', in: 'Sub' },
  };
  expect(startNodes(scopeOf(nodes, [], 'Sub'))).toEqual(['S', 'T']);
});

describe('an event sub-process', () => {
  const nodes = { E: eventSubProcess, S: { ...timer, in: 'E' }, A: { type: 'Task', in: 'E' } };
  it('begins at its start event, whatever that waits for', () => {
    expect(startNodes(scopeOf(nodes, [], 'E'))).toEqual(['S']);
    expect(eventStart(scopeOf(nodes, [], 'E'))?.id).toBe('S');
  });
  it('is known to the scope around it', () => {
    expect(eventSubProcesses(scopeOf(nodes))).toEqual(['E']);
  });
});

it('an empty transaction is a scope', () => {
  expect(scopeOf({ T: 'Transaction' }, [], 'T').nodes).toEqual([]);
});
