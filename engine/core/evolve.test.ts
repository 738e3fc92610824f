import { describe, expect, it } from 'vitest';
import { InvariantError } from './errors';
import type { EngineEvent } from './events';
import { evolve, fold } from './evolve';
import { LIFECYCLE } from './lifecycle';
import type { ActivationStatus } from './state';

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
  it('refuses an unknown event type', () => {
    const unknown = JSON.parse('{"type":"element.teleported","v":1,"data":{}}');
    expect(() => evolve(fold([started]), unknown)).toThrow(InvariantError);
  });
  it('refuses an unknown version of a known type', () => {
    const newer = JSON.parse(JSON.stringify({ ...activated, v: 2 }));
    expect(() => evolve(fold([started]), newer)).toThrow(InvariantError);
  });
  it('refuses a type that is only a property of every object', () => {
    const odd = JSON.parse('{"type":"toString","v":1,"data":{}}');
    expect(() => evolve(fold([started]), odd)).toThrow(InvariantError);
  });
  it('refuses events before the start, a second start and events after the end', () => {
    const ended = fold([started, { type: 'instance.completed', v: 1, data: {} }]);
    expect(() => evolve(null, activated)).toThrow(InvariantError);
    expect(() => evolve(fold([started]), started)).toThrow(InvariantError);
    expect(() => evolve(ended, activated)).toThrow(InvariantError);
  });
  it('refuses to end an instance with live activations, and to use a key twice', () => {
    const state = fold([started, activated]);
    expect(() => evolve(state, { type: 'instance.completed', v: 1, data: {} })).toThrow(InvariantError);
    expect(() => evolve(state, activated)).toThrow(InvariantError);
  });
  it('changes neither of its arguments', () => {
    const state = fold([started, activated]);
    const before = JSON.stringify(state);
    evolve(state, { type: 'variables.set', v: 1, scopeKey: 1, data: { variables: { y: 2 } } });
    evolve(state, { type: 'element.completed', v: 1, ...about, data: {} });
    expect(JSON.stringify(state)).toBe(before);
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
    expect(() => evolve(fold(reach[status] ?? []), event)).toThrow(InvariantError);
  });
});
