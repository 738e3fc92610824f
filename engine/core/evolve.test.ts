import { describe, expect, it } from 'vitest';
import { InvariantError } from './errors';
import type { EngineEvent, EventData } from './events';
import { evolve, fold } from './evolve';
import { LIFECYCLE } from './lifecycle';
import type { ActivationStatus, InstanceState } from './state';

const started: EngineEvent = {
  type: 'instance.started',
  v: 1,
  data: {
    instanceId: 'i',
    versionId: 'v',
    processKey: 'p',
    businessKey: null,
    variables: { x: 1 },
    startedBy: 'anna',
  },
};
const about = { elementId: 'A', elementType: 'task', key: 1, scopeKey: 0 };
const activated: EngineEvent = { type: 'element.activated', v: 1, ...about, data: {} };

describe('evolve', () => {
  const parse = (event: object) => JSON.parse(JSON.stringify({ v: 1, data: {}, ...event }));
  const running = fold([started]);
  const active = fold([started, activated]);
  const ended = fold([started, { type: 'instance.completed', v: 1, data: {} }]);
  const body = { ...about, elementId: 'B', key: 2 };
  const flow = { type: 'flow.taken', elementId: 'F', data: { flowId: 'F', target: 'A' } };
  const undo = [{ key: 1, elementId: 'A', scopeKey: 0 }];

  const rows: [string, InstanceState | null, object, string][] = [
    [
      'an unknown event type',
      running,
      { type: 'element.teleported' },
      'unknown event type element.teleported',
    ],
    [
      'an unknown version of a known type',
      running,
      { ...activated, v: 2 },
      'unknown version of element.activated',
    ],
    [
      'a type that is only a property of every object',
      running,
      { type: 'toString' },
      'unknown event type toString',
    ],
    ['events before the start', null, activated, 'element.activated before the start'],
    ['a second start', running, started, 'an instance starts once'],
    ['events after the end', ended, activated, 'element.activated after the end'],
    [
      'to end an instance with live activations',
      active,
      { type: 'instance.completed' },
      'an instance with live activations cannot end',
    ],
    ['to use the key of an activation twice', active, activated, 'activation key 1 was used before'],
    ['to use the key of an activation for a token', active, { ...flow, key: 1 }, 'key 1 was used before'],
    [
      'an event of what is not alive',
      active,
      { type: 'element.completed', key: 2 },
      'element.completed names activation 2, which is not alive',
    ],
    [
      'an event of nothing',
      active,
      { type: 'element.completed' },
      'element.completed names activation undefined, which is not alive',
    ],
    [
      'a token that is not there',
      active,
      { type: 'element.activated', ...body, data: { arrival: 9 } },
      'arrivals 9 are not all there',
    ],
    [
      'a join of tokens that are not there',
      active,
      { type: 'join.passed', ...about, data: { arrivals: [8, 9] } },
      'arrivals 8, 9 are not all there',
    ],
    [
      'variables of a scope that is not alive',
      active,
      { type: 'variables.set', scopeKey: 7, data: { variables: {} } },
      'scope 7 is not alive',
    ],
    [
      'a border of what is not alive',
      active,
      { type: 'boundary.attached', ...body, data: { attachedTo: 7 } },
      'an event cannot listen on an ended activation',
    ],
    [
      'an iteration of what is no loop',
      active,
      { type: 'element.activated', ...body, scopeKey: 1, data: { iteration: 1 } },
      'activation 1 is no loop',
    ],
    [
      'an iteration of nothing',
      active,
      { type: 'element.activated', ...body, scopeKey: 7, data: { iteration: 1 } },
      'activation 7 is no loop',
    ],
    [
      'what an iteration gave to no loop',
      active,
      { type: 'loop.gathered', ...about, data: { iteration: 1, value: 1 } },
      'activation 1 is no loop',
    ],
    [
      'to undo what was not done',
      active,
      { type: 'compensation.started', ...about, data: { undo } },
      'what is to be undone was not done',
    ],
    [
      'to undo for what undoes nothing',
      active,
      { type: 'element.activated', ...body, data: { undoes: 1 } },
      'activation 1 undoes nothing',
    ],
    [
      'to undo for nothing',
      active,
      { type: 'element.activated', ...body, data: { undoes: 7 } },
      'activation 7 undoes nothing',
    ],
    [
      'to resolve an incident that is not open',
      active,
      { type: 'incident.resolved', ...about, data: { incidentKey: 7 } },
      'incident 7 is not open',
    ],
    [
      'to reuse the key of an incident',
      active,
      { type: 'incident.raised', ...about, data: { incidentKey: 1, code: 'evaluation', message: '' } },
      'key 1 was used before',
    ],
    [
      'an illegal move',
      active,
      { type: 'timer.fired', ...about },
      'illegal move: timer.fired on A (1), which is active',
    ],
  ];
  it.each(rows)('refuses %s', (_title, state, event, message) => {
    const apply = () => evolve(state, parse(event));
    expect(apply).toThrow(InvariantError);
    expect(apply).toThrow(new InvariantError(message));
  });
  it('refuses an empty history', () =>
    expect(() => fold([])).toThrow(new InvariantError('an empty history has no state')));

  it('changes neither of its arguments', () => {
    const before = JSON.stringify(active);
    evolve(active, { type: 'variables.set', v: 1, scopeKey: 1, data: { variables: { y: 2 } } });
    evolve(active, { type: 'element.completed', v: 1, ...about, data: {} });
    expect(JSON.stringify(active)).toBe(before);
  });
});

describe('lifecycle', () => {
  const statuses: ActivationStatus[] = ['active', 'waiting', 'incident'];
  const reach: Record<string, EngineEvent[]> = {
    active: [started, activated],
    waiting: [started, activated, { type: 'timer.set', v: 1, ...about, data: { dueAt: '2026' } }],
    incident: [
      started,
      activated,
      { type: 'incident.raised', v: 1, ...about, data: { incidentKey: 2, code: 'evaluation', message: '' } },
    ],
  };
  const task = { assignee: null } as EventData['task.opened'];
  const opened: EngineEvent = { type: 'task.opened', v: 1, ...about, data: task };
  const reached = (type: string, status: string) =>
    type.startsWith('task.') && status === 'waiting' ? [started, activated, opened] : (reach[status] ?? []);
  const data: Record<string, object> = {
    'work.failed': { lease: { attempt: 1 }, error: '' },
    'incident.raised': { incidentKey: 9, code: 'evaluation', message: '' },
    'incident.resolved': { incidentKey: 2 },
    'task.completed': { personId: 'p' },
  };
  const illegal = Object.entries(LIFECYCLE).flatMap(([type, { from }]) =>
    statuses
      .filter((status) => !(from as readonly string[]).includes(status))
      .map((status) => [type, status]),
  );

  it.each(illegal)('%s is illegal for what is %s', (type, status) => {
    const event = { type, v: 1, ...about, data: data[type] ?? {} } as unknown as EngineEvent;
    expect(() => evolve(fold(reached(type, status)), event)).toThrow(InvariantError);
  });

  const legal = Object.entries(LIFECYCLE).flatMap(([type, { from, to }]) =>
    from.map((status) => [type, status, to] as const),
  );
  const ended = Object.entries(LIFECYCLE).filter(([, { to }]) => to === 'completed' || to === 'terminated');
  it.each(legal)('%s takes what is %s to %s', (type, status, to) => {
    const event = { type, v: 1, ...about, data: data[type] ?? {} } as unknown as EngineEvent;
    const after = evolve(fold(reached(type, status)), event).activations[1];
    expect(after?.status ?? to).toBe(to);
    expect(after === undefined).toBe(ended.some(([each]) => each === type));
    expect(after?.wait !== undefined).toBe(to === 'waiting');
  });
});
