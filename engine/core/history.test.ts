import { describe, expect, it } from 'vitest';
import type { EngineEvent } from './events';
import { EVENT_TYPES } from './evolve';
import { EMPTY_HISTORY, foldHistory, type Recorded } from './history';
import type { ActivationStatus } from './state';

const actor = { kind: 'engine', id: 'e', name: 'e', via: 'engine' } as const;
const record = (events: EngineEvent[]): Recorded[] =>
  events.map((event, index) => ({ seq: index + 1, at: `t${index + 1}`, actor, event }));
const about = { elementId: 'A', elementType: 'userTask', key: 2, scopeKey: 0 };
const timer = { elementId: 'T', elementType: 'boundaryEvent', key: 3, scopeKey: 0 };

const recorded = record([
  {
    type: 'instance.started',
    v: 1,
    data: {
      instanceId: 'i',
      versionId: 'v',
      processKey: 'p',
      businessKey: null,
      variables: {},
      startedBy: 'a',
    },
  },
  {
    type: 'flow.taken',
    v: 1,
    elementId: 'F',
    elementType: 'sequenceFlow',
    key: 1,
    data: { flowId: 'F', target: 'A' },
  },
  { type: 'element.activated', v: 1, ...about, data: { arrival: 1 } },
  { type: 'boundary.attached', v: 1, ...timer, data: { attachedTo: 2 } },
  { type: 'timer.set', v: 1, ...timer, data: { dueAt: 'later' } },
  { type: 'boundary.detached', v: 1, ...timer, data: {} },
  { type: 'element.completed', v: 1, ...about, data: {} },
  { type: 'instance.completed', v: 1, data: {} },
]);

describe('history for views', () => {
  it('counts activations by state, taken flows and times', () => {
    const history = foldHistory(EMPTY_HISTORY, recorded);
    expect(history).toMatchObject({
      seq: 8,
      startedAt: 't1',
      endedAt: 't8',
      flows: { F: 1 },
      elements: { A: { active: 0, waiting: 0, completed: 1 } },
      activities: { 2: { state: 'completed', startedAt: 't3', since: 't7' } },
    });
    expect(history.timeline.map(({ type }) => type)).toStrictEqual(recorded.map(({ event }) => event.type));
  });
  it('shows a boundary event that listens, and nothing of it afterwards', () => {
    const listening = foldHistory(EMPTY_HISTORY, recorded.slice(0, 5));
    expect(listening.elements.T).toMatchObject({ waiting: 1 });
    expect(foldHistory(listening, recorded.slice(5)).elements.T).toMatchObject({ waiting: 0, completed: 0 });
  });
  it('counts the iterations of a repeated step, not the loop around them', () => {
    const body = { elementId: 'A', elementType: 'task', key: 1, scopeKey: 0 };
    const inner = (key: number) => ({ ...body, key, scopeKey: 1 });
    const events = record([
      { type: 'element.activated', v: 1, ...body, data: {} },
      { type: 'loop.started', v: 1, ...body, data: { total: 2 } },
      { type: 'element.activated', v: 1, ...inner(2), data: { iteration: 1 } },
      { type: 'element.activated', v: 1, ...inner(3), data: { iteration: 2 } },
      { type: 'element.completed', v: 1, ...inner(2), data: {} },
      { type: 'element.completed', v: 1, ...inner(3), data: {} },
      { type: 'element.completed', v: 1, ...body, data: {} },
    ]);
    expect(foldHistory(EMPTY_HISTORY, events).elements.A).toMatchObject({ active: 0, completed: 2 });
  });
  it('is the same in one go and event by event, and ignores what it has seen', () => {
    let stepwise = EMPTY_HISTORY;
    for (const each of recorded) stepwise = foldHistory(foldHistory(stepwise, [each]), [each]);
    expect(stepwise).toStrictEqual(foldHistory(EMPTY_HISTORY, recorded));
  });
});

const states: Record<string, readonly string[]> = {
  waiting: [
    'work.created',
    'task.opened',
    'timer.set',
    'message.awaited',
    'signal.awaited',
    'condition.awaited',
    'call.started',
  ],
  active: [
    'work.completed',
    'work.cancelled',
    'expressions.answered',
    'task.completed',
    'task.cancelled',
    'timer.fired',
    'timer.cancelled',
    'message.received',
    'message.forgone',
    'signal.received',
    'signal.forgone',
    'condition.met',
    'condition.forgone',
    'call.returned',
    'call.failed',
    'call.cancelled',
    'incident.resolved',
    'element.activated',
    'boundary.attached',
    'listener.attached',
  ],
  incident: ['incident.raised'],
  completed: ['element.completed'],
  terminated: ['element.terminated'],
};

describe('the state of an activity', () => {
  const moved = (state: ActivationStatus, type: string) => {
    const begun: EngineEvent = { type: 'element.activated', v: 1, ...about, data: {} };
    const first = foldHistory(EMPTY_HISTORY, record([begun]));
    const view = { ...first.activities[2]!, state };
    const counts = { ...first.elements.A!, active: 0, [state]: 1 };
    const history = { ...first, activities: { 2: view }, elements: { A: counts } };
    const event = { type, v: 1, ...about, data: {} } as unknown as EngineEvent;
    return foldHistory(history, [{ seq: 2, at: 't2', actor, event }]);
  };
  const rows = Object.entries(states).flatMap(([state, types]) =>
    types.map((type) => [type, state] as const),
  );

  it.each(rows)('%s makes it %s', (type, state) => {
    // from another state, so that an event that changes nothing is found out
    const from = state === 'incident' ? 'active' : 'incident';
    const history = moved(from, type);
    const none = { active: 0, waiting: 0, incident: 0, completed: 0, terminated: 0 };
    expect(history.activities).toStrictEqual({
      2: { ...about, state, since: 't2', startedAt: 't1' },
    });
    expect(history.elements).toStrictEqual({ A: { ...none, [state]: 1 } });
  });
  it.each(
    EVENT_TYPES.filter(
      (type) => !Object.values(states).flat().includes(type) && !/^instance|^flow|detached/.test(type),
    ),
  )('%s leaves it', (type) => {
    expect(moved('incident', type).activities[2]).toMatchObject({ state: 'incident', since: 't1' });
  });
});

describe('the timeline', () => {
  it('names the element of an event that has one', () => {
    const { timeline } = foldHistory(EMPTY_HISTORY, recorded);
    expect(timeline[0]).toStrictEqual({ seq: 1, at: 't1', actor, type: 'instance.started' });
    expect(timeline[2]).toStrictEqual({
      seq: 3,
      at: 't3',
      actor,
      type: 'element.activated',
      elementId: 'A',
      elementType: 'userTask',
      key: 2,
    });
  });
  it('ends with the instance, however it ended', () => {
    const ended: EngineEvent = { type: 'instance.terminated', v: 1, data: { reason: '' } };
    const { startedAt, endedAt } = foldHistory(EMPTY_HISTORY, record([recorded[0]!.event, ended]));
    expect([startedAt, endedAt]).toStrictEqual(['t1', 't2']);
  });
});

describe('counts', () => {
  it('are kept for an element of any name, and of each flow', () => {
    const flow: EngineEvent = {
      type: 'flow.taken',
      v: 1,
      elementId: 'F',
      key: 1,
      data: { flowId: 'F', target: 'A' },
    };
    const odd: EngineEvent = {
      type: 'element.activated',
      v: 1,
      ...about,
      elementId: 'constructor',
      data: {},
    };
    const history = foldHistory(EMPTY_HISTORY, record([flow, flow, odd]));
    expect(history.flows).toStrictEqual({ F: 2 });
    expect(history.elements).toEqual({
      constructor: { active: 1, waiting: 0, incident: 0, completed: 0, terminated: 0 },
    });
  });
  it('know nothing of an event that names no activation', () => {
    const raised = { incidentKey: 1, code: 'deadlock' as const, message: '' };
    const whole: EngineEvent = { type: 'incident.raised', v: 1, data: raised };
    const history = foldHistory(
      EMPTY_HISTORY,
      record([whole, { ...whole, elementId: 'A' }, { ...whole, key: 2 }]),
    );
    expect([history.elements, history.activities]).toStrictEqual([{}, {}]);
  });
  it('forget a listener once, and nothing that never listened', () => {
    const detached: EngineEvent = { type: 'listener.detached', v: 1, ...timer, data: {} };
    const before = foldHistory(EMPTY_HISTORY, recorded);
    const { elements, activities } = foldHistory(EMPTY_HISTORY, [
      ...recorded,
      { ...recorded[0]!, seq: 9, event: detached },
    ]);
    expect({ elements, activities }).toStrictEqual({
      elements: before.elements,
      activities: before.activities,
    });
  });
  it('change nothing of the history they go on from', () => {
    const before = foldHistory(EMPTY_HISTORY, recorded.slice(0, 5));
    const kept = structuredClone(before);
    foldHistory(before, recorded);
    expect(before).toStrictEqual(kept);
  });
});
