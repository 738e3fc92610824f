import { describe, expect, it } from 'vitest';
import { fixed } from '../testing/expressions';
import { World } from '../testing/world';
import { BEHAVIORS, calling, line, pass, throwing, work } from '../testing/world/models';
import type { Executable, ExecutableNode } from './model';
import type { Throw } from './triggers';

const escalation: Throw = { type: 'escalation', code: fixed('x') };

/** A process that calls another one, with an escalation event on the border of the call. */
function caller(interrupting: boolean): Executable {
  const base = line('P', { ...calling('C', 'Q'), boundary: ['B'] }, pass('E'));
  const event: ExecutableNode = {
    id: 'B',
    name: '',
    kind: 'catch',
    elementType: 'boundaryEvent',
    scope: 'P',
    incoming: [],
    outgoing: [],
    boundary: [],
    attachedTo: 'C',
    interrupting,
    triggers: [{ type: 'escalation', code: 'x' }],
    config: {},
  };
  return { ...base, nodes: { ...base.nodes, B: event } };
}

function completed(interrupting: boolean, called: Executable) {
  const executables = [caller(interrupting), called];
  const world = new World({
    executables,
    behaviors: BEHAVIORS,
    worker: () => ({ do: 'complete', after: 1 }),
  });
  world.start('P');
  world.advance(10);
  return world.log.flatMap(({ event }) => (event.type === 'element.completed' ? [event.elementId] : []));
}

describe('an escalation that a called process does not catch', () => {
  it('is caught on the border of its call activity, which goes on', () => {
    expect(completed(false, line('Q', throwing('X', escalation), pass('A'))).sort()).toEqual([
      'A',
      'B',
      'C',
      'E',
      'X',
    ]);
  });
  it('ends the called process when the event interrupts', () => {
    expect(completed(true, line('Q', throwing('X', escalation), work('A')))).toEqual(['X', 'B']);
  });
  it('may come from its end', () => {
    expect(completed(true, line('Q', throwing('X', escalation)))).toEqual(['X', 'B']);
  });
});

it('is refused by who calls nothing', () => {
  const world = new World({ executables: [line('P', work('A'))], behaviors: BEHAVIORS });
  const { id } = world.start('P');
  const key = world.instance(id).active('A')[0]?.key ?? 0;
  expect(world.send(id, { type: 'receive-escalation', key, code: 'x' })).toMatchObject({
    code: 'not-waiting-for-call',
  });
});
