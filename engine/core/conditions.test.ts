import { expect, it } from 'vitest';
import { equals } from '../testing/expressions';
import { World } from '../testing/world';
import { BEHAVIORS, line, type Part, pass } from '../testing/world/models';
import type { Behaviors } from './behavior';
import type { Json } from './json';
import type { ExecutableNode } from './model';

const behaviors: Behaviors = {
  ...BEHAVIORS,
  scope: { activate: (step) => step.activateChildren() },
  set: { activate: (step, config) => step.complete({ x: config as Json }) },
};

const sets = (id: string, x: Json): Part => ({ id, kind: 'set', config: x });

/** Steps in a sub-process that is left when x is 1. */
function guarded(...steps: Part[]) {
  const inner = line('S', ...steps);
  const first = steps[0]?.id ?? '';
  const outer = line('P', { id: 'S', kind: 'scope', startNodes: [first], boundary: ['B'] }, pass('E'));
  const event: ExecutableNode = {
    id: 'B',
    name: '',
    kind: 'catch',
    elementType: 'boundaryEvent',
    scope: 'P',
    incoming: [],
    outgoing: [],
    boundary: [],
    attachedTo: 'S',
    interrupting: true,
    triggers: [{ type: 'condition', condition: equals('x', 1) }],
    config: {},
  };
  return {
    ...outer,
    nodes: { ...outer.nodes, ...inner.nodes, B: event },
    flows: { ...outer.flows, ...inner.flows },
  };
}

const completed = (steps: Part[], x: Json = 0) =>
  new World({ executables: [guarded(...steps)], behaviors })
    .start('P', { variables: { x } })
    .events.flatMap((event) => (event.type === 'element.completed' ? [event.elementId] : []));

it('is met although it holds only between two steps that don’t wait', () => {
  expect(completed([pass('A'), sets('One', 1), sets('Two', 2)])).toEqual(['A', 'One', 'B']);
});

it('is met at once when it holds as the activity begins', () => {
  expect(completed([pass('A'), pass('C')], 1)).toEqual(['A', 'B']);
});

it('is not met when it never holds', () => {
  expect(completed([pass('A'), sets('Two', 2)])).toEqual(['A', 'Two', 'S', 'E']);
});
