import { expect, it } from 'vitest';
import { fixed } from '../testing/expressions';
import { World } from '../testing/world';
import { BEHAVIORS, catching, line, pass, signal, throwing, work } from '../testing/world/models';
import type { Behaviors } from './behavior';
import type { Executable, ExecutableNode } from './model';

const behaviors: Behaviors = { ...BEHAVIORS, scope: { activate: (step) => step.activateChildren() } };

/** A sub-process that throws a signal and then does one more thing; a boundary event of it waits for the signal. */
function guarded(interrupting: boolean): Executable {
  const inner = line('S', throwing('X', signal('s')), pass('A'));
  const outer = line('P', { id: 'S', kind: 'scope', startNodes: ['X'], boundary: ['B'] }, pass('E'));
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
    interrupting,
    triggers: [signal('s')],
    config: {},
  };
  return {
    ...outer,
    nodes: { ...outer.nodes, ...inner.nodes, B: event },
    flows: { ...outer.flows, ...inner.flows },
  };
}

const completed = (executable: Executable) => {
  const world = new World({ executables: [executable], behaviors });
  const { events } = world.start('P');
  return events.flatMap((event) => (event.type === 'element.completed' ? [event.elementId] : []));
};

it('reaches an interrupting boundary event before its thrower moves on', () => {
  expect(completed(guarded(true))).toEqual(['B']);
});

it('reaches one that does not interrupt before the scope they are in ends', () => {
  expect(completed(guarded(false)).sort()).toEqual(['A', 'B', 'E', 'S', 'X']);
});

it('reaches the other branches that got as far as the thrower, each once', () => {
  const split = pass('G', { outgoing: ['G>C1', 'G>X', 'G>C2'] });
  const base = line('P', split);
  const ends = [catching('C1', signal('s')), throwing('X', signal('s')), catching('C2', signal('s'))];
  const nodes = ends.map(({ id, ...part }) => [
    id,
    {
      id,
      name: '',
      elementType: 'task',
      scope: 'P',
      incoming: [`G>${id}`],
      outgoing: [],
      boundary: [],
      config: {},
      ...part,
    },
  ]);
  const flows = ends.map(({ id }) => [`G>${id}`, { id: `G>${id}`, source: 'G', target: id }]);
  const executable = {
    ...base,
    nodes: { ...base.nodes, ...Object.fromEntries(nodes) },
    flows: Object.fromEntries(flows),
  };
  expect(completed(executable)).toEqual(['G', 'C1', 'C2', 'X']);
});

it('is not kept for who waits later', () => {
  const world = new World({
    executables: [line('P', throwing('X', signal('s')), work('W'), catching('C', signal('s')))],
    behaviors,
    worker: () => ({ do: 'complete' }),
  });
  expect(world.start('P').active('C')).toHaveLength(1);
});

it('does not interrupt the activity whose own instances throw it', () => {
  const executable = guarded(true);
  const { S } = executable.nodes;
  const three: ExecutableNode = {
    ...(S as ExecutableNode),
    kind: 'pass',
    loop: {
      type: 'multi',
      sequential: false,
      cardinality: fixed(3),
      behavior: { of: 'none', throws: signal('s') },
    },
  };
  expect(completed({ ...executable, nodes: { ...executable.nodes, S: three } }).sort()).toEqual(
    ['S', 'S', 'S', 'S', 'B', 'B', 'B', 'E'].sort(),
  );
});
