import { describe, expect, it } from 'vitest';
import type { EngineEvent, EventData, EventType } from '../events';
import { fold } from '.';

const about = { elementId: 'A', elementType: 'task', key: 1, scopeKey: 0 };
const event = <T extends EventType>(type: T, data: EventData[T], more: object = {}) =>
  ({ type, v: 1, ...about, ...more, data }) as EngineEvent;
const started: EngineEvent = {
  type: 'instance.started',
  v: 1,
  data: {
    instanceId: 'i',
    versionId: 'v',
    processKey: 'p',
    businessKey: 'b',
    variables: { x: 1 },
    startedBy: 'anna',
  },
};
const activated = event('element.activated', {});
const inner = (key: number, data: EventData['element.activated'] = {}) =>
  event('element.activated', data, { elementId: 'B', key, scopeKey: 1 });
const stateOf = (...events: EngineEvent[]) => fold([started, activated, ...events]);
const one = (...events: EngineEvent[]) => stateOf(...events).activations[1];
const active = { key: 1, elementId: 'A', scopeKey: 0, status: 'active' };
const lease = { worker: 'w', leasedAt: '2026', attempt: 2 };
const work = (attempt: number, phase?: 'input' | 'activate') =>
  event('work.created', { workType: 'w', retries: 3, attempt, payload: null, ...(phase ? { phase } : {}) });
const answered = (answers: { [source: string]: number }) => event('expressions.answered', { answers });

it('begins with what the start says, and nothing else', () => {
  const fresh = {
    format: 1,
    id: 'i',
    status: 'running',
    versionId: 'v',
    processKey: 'p',
    businessKey: 'b',
    seq: 1,
    nextKey: 1,
    variables: { x: 1 },
    activations: {},
    arrivals: [],
    incidents: {},
    doneBy: {},
    startedBy: 'anna',
  };
  expect(fold([started])).toStrictEqual(fresh);
  const more = { calledBy: { instanceId: 'c', key: 1 }, conversation: 'c' };
  const called = { ...started, data: { ...started.data, ...more } } as EngineEvent;
  expect(fold([called])).toStrictEqual({ ...fresh, ...more });
});

describe('an activation', () => {
  it.each([
    ['is active', [], active],
    [
      'waits for work',
      [work(2)],
      { ...active, status: 'waiting', wait: { kind: 'work', workType: 'w', attempt: 2, retries: 3 } },
    ],
    [
      'keeps the attempts of work that was withdrawn',
      [work(2), event('work.cancelled', {})],
      { ...active, attempts: 2 },
    ],
    [
      'keeps those of work that failed for good',
      [work(2), event('work.failed', { lease, error: '' })],
      { ...active, attempts: 2 },
    ],
    [
      'counts an attempt that will be made again',
      [work(2), event('work.failed', { lease, error: '', retryAt: '2027' })],
      { ...active, status: 'waiting', wait: { kind: 'work', workType: 'w', attempt: 3, retries: 3 } },
    ],
    [
      'forgets the attempts of work that was done',
      [work(2), event('work.cancelled', {}), work(3), event('work.completed', { lease })],
      active,
    ],
    [
      'keeps answers for the phase that asked',
      [work(1, 'input'), answered({ a: 1 })],
      { ...active, phase: 'input', answers: { a: 1 } },
    ],
    [
      'adds to the answers of the same phase',
      [work(1, 'input'), answered({ a: 1 }), work(1, 'input'), answered({ b: 2 })],
      { ...active, phase: 'input', answers: { a: 1, b: 2 } },
    ],
    [
      'drops those of an earlier phase',
      [work(1, 'input'), answered({ a: 1 }), work(1, 'activate'), answered({ b: 2 })],
      { ...active, phase: 'activate', answers: { b: 2 } },
    ],
    [
      'drops answers when it begins to wait',
      [work(1, 'input'), answered({ a: 1 }), event('timer.set', { dueAt: '2027' })],
      { ...active, status: 'waiting', wait: { kind: 'timer', dueAt: '2027' } },
    ],
    [
      'is parked in a phase',
      [event('incident.raised', { incidentKey: 2, code: 'evaluation', message: 'm', phase: 'input' })],
      { ...active, status: 'incident', phase: 'input' },
    ],
    [
      'goes on without the phase and answers of before',
      [
        work(1, 'input'),
        answered({ a: 1 }),
        event('incident.raised', { incidentKey: 2, code: 'evaluation', message: 'm', phase: 'input' }),
        event('incident.resolved', { incidentKey: 2, reason: '' }),
      ],
      active,
    ],
    [
      'has variables of its own',
      [event('variables.set', { variables: { a: 1 } }, { scopeKey: 1 })],
      { ...active, variables: { a: 1 } },
    ],
    ['keeps the data of its behaviour', [event('behavior.noted', { data: 7 })], { ...active, data: 7 }],
    [
      'repeats what is inside',
      [event('loop.started', { total: 2 })],
      { ...active, loop: { total: 2, started: 0, completed: 0 } },
    ],
    [
      'gathers what is inside',
      [
        event('loop.started', { total: 2, items: [5, 6], gathers: true }),
        event('loop.gathered', { iteration: 2, value: 9 }),
      ],
      { ...active, loop: { total: 2, started: 0, completed: 0, items: [5, 6], outputs: [null, 9] } },
    ],
    [
      'gathers an unknown number',
      [
        event('loop.started', { total: null, gathers: true }),
        event('loop.gathered', { iteration: 3, value: 9 }),
      ],
      { ...active, loop: { total: null, started: 0, completed: 0, outputs: [null, null, 9] } },
    ],
    [
      'counts its iterations',
      [
        event('loop.started', { total: 2 }),
        inner(2, { iteration: 1 }),
        inner(3, { iteration: 2 }),
        event('element.completed', {}, { key: 2, scopeKey: 1 }),
      ],
      { ...active, loop: { total: 2, started: 2, completed: 1 } },
    ],
  ] as [string, EngineEvent[], object][])('%s', (_title, events, expected) =>
    expect(one(...events)).toStrictEqual(expected),
  );
});

it('notes once who did a human step, whatever its name', () => {
  const opened = event('task.opened', { assignee: null } as EventData['task.opened']);
  const done = (personId: string) => event('task.completed', { personId } as EventData['task.completed']);
  const { doneBy } = stateOf(opened, done('ben'), opened, done('ben'), opened, done('cleo'));
  expect(doneBy).toStrictEqual({ A: ['ben', 'cleo'] });
  const odd = { ...activated, elementId: 'constructor' } as EngineEvent;
  expect(fold([started, odd, opened, done('ben')]).doneBy).toEqual({ constructor: ['ben'] });
});

describe('a token on its way', () => {
  const taken = event('flow.taken', { flowId: 'F', target: 'B' }, { elementId: 'F', key: 2, scopeKey: 1 });
  it('is an arrival until something consumes it', () => {
    expect(stateOf(taken).arrivals).toStrictEqual([{ flowId: 'F', elementId: 'B', scopeKey: 1, key: 2 }]);
    expect(stateOf(taken, inner(3, { arrival: 2 })).arrivals).toStrictEqual([]);
    expect(stateOf(taken, event('join.passed', { arrivals: [2] })).arrivals).toStrictEqual([]);
  });
  it('ends with its scope and no other', () => {
    const outer = event('flow.taken', { flowId: 'G', target: 'C' }, { elementId: 'G', key: 3 });
    const { arrivals } = stateOf(taken, outer, event('element.terminated', {}));
    expect(arrivals).toStrictEqual([{ flowId: 'G', elementId: 'C', scopeKey: 0, key: 3 }]);
  });
  it('ends with the instance', () => {
    const ended = stateOf(
      event('element.terminated', {}),
      { ...taken, scopeKey: 0 } as EngineEvent,
      event('instance.completed', {}),
    );
    expect(ended).toMatchObject({ status: 'completed', arrivals: [] });
  });
});

describe('what can be undone', () => {
  const done = (key: number, scopeKey: number, compensable = true) =>
    event('element.completed', compensable ? { compensable: true } : {}, { key, scopeKey });
  const records = (...events: EngineEvent[]) => stateOf(...events).compensable?.map(({ key }) => key);
  it('is kept in order of completion, with the variables of its own', () => {
    const wrote = event('variables.set', { variables: { a: 1 } }, { scopeKey: 2 });
    expect(stateOf(inner(2), inner(3), wrote, done(3, 1), done(2, 1)).compensable).toStrictEqual([
      { key: 3, elementId: 'B', scopeKey: 1 },
      { key: 2, elementId: 'B', scopeKey: 1, variables: { a: 1 } },
    ]);
  });
  it('is kept as long as what is around it can be undone', () => {
    expect(records(inner(2), done(2, 1), done(1, 0))).toStrictEqual([2, 1]);
    expect(records(inner(2), done(2, 1), done(1, 0, false))).toBeUndefined();
    expect(records(inner(2), done(2, 1), event('element.terminated', {}))).toBeUndefined();
  });
  it('is forgotten with everything inside it, and nothing else', () => {
    const deep = event('element.activated', {}, { elementId: 'C', key: 3, scopeKey: 2 });
    const other = event('element.activated', {}, { elementId: 'D', key: 4, scopeKey: 0 });
    const events = [other, inner(5), event('element.activated', {}, { elementId: 'C', key: 6, scopeKey: 5 })];
    expect(
      records(...events, done(6, 5), done(4, 0), done(5, 1), event('element.terminated', {})),
    ).toStrictEqual([4]);
    expect(records(inner(2), deep, done(3, 2), done(2, 1))).toStrictEqual([3, 2]);
  });
  it('is taken out when it is being undone, one after the other', () => {
    const undo = [
      { key: 3, elementId: 'B', scopeKey: 1 },
      { key: 2, elementId: 'B', scopeKey: 1 },
    ];
    const asked = [
      inner(2),
      inner(3),
      inner(4),
      done(2, 1),
      done(3, 1),
      event('compensation.started', { undo }, { key: 4 }),
    ];
    expect(stateOf(...asked).activations[4]?.undo).toStrictEqual(undo);
    expect(records(...asked)).toBeUndefined();
    const handler = inner(5, { undoes: 4 });
    expect(stateOf(...asked, handler).activations[4]?.undo).toStrictEqual(undo.slice(1));
    expect(stateOf(...asked, handler).activations[5]).toMatchObject({ undoes: 4 });
  });
  it('is forgotten with the instance', () => {
    const ended = fold([started, activated, done(1, 0), event('instance.terminated', { reason: '' })]);
    expect(ended).not.toHaveProperty('compensable');
  });
});

describe('events that listen', () => {
  const listens = (type: 'boundary.attached' | 'listener.attached', more: object = {}) =>
    event(type, { attachedTo: 1, ...more }, { elementId: 'B', key: 2 });
  it.each([
    ['boundary.attached', { listening: true }],
    ['listener.attached', { awaiting: true }],
  ] as const)('%s is known to its host', (type, flag) => {
    const state = stateOf(listens(type, { trigger: 1 }));
    expect(state.activations[1]).toStrictEqual({ ...active, ...flag });
    expect(state.activations[2]).toStrictEqual({
      key: 2,
      elementId: 'B',
      scopeKey: 0,
      status: 'active',
      attachedTo: 1,
      trigger: 1,
    });
  });
  it('keep data only on a border, and have no trigger of several when they have one', () => {
    expect(stateOf(listens('boundary.attached', { data: 7 })).activations[2]).toStrictEqual({
      key: 2,
      elementId: 'B',
      scopeKey: 0,
      status: 'active',
      attachedTo: 1,
      data: 7,
    });
  });
  it('may belong to the process', () => {
    const state = stateOf(event('listener.attached', { attachedTo: 0 }, { elementId: 'B', key: 2 }));
    expect(state.activations[2]).toMatchObject({ attachedTo: 0 });
  });
  it('take what began the instance without having waited', () => {
    expect(one(event('message.received', { messageId: 'm', name: 'n', start: true }))).toStrictEqual(active);
  });
});

it('keeps an incident of the whole instance', () => {
  const raised: EngineEvent = {
    type: 'incident.raised',
    v: 1,
    data: { incidentKey: 2, code: 'deadlock', message: 'm' },
  };
  const state = stateOf(raised);
  expect(state.incidents).toStrictEqual({
    2: { key: 2, activationKey: 0, elementId: '', code: 'deadlock', message: 'm' },
  });
  expect(state.nextKey).toBe(3);
  const resolved: EngineEvent = { type: 'incident.resolved', v: 1, data: { incidentKey: 2, reason: '' } };
  expect(stateOf(raised, resolved)).toMatchObject({
    incidents: {},
    activations: { 1: { status: 'active' } },
  });
});
