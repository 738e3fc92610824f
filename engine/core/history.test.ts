import { describe, expect, it } from 'vitest';
import type { EngineEvent } from './events';
import { EMPTY_HISTORY, foldHistory, type Recorded } from './history';

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
    expect(history.timeline.map(({ type }) => type)).toEqual(recorded.map(({ event }) => event.type));
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
    expect(stepwise).toEqual(foldHistory(EMPTY_HISTORY, recorded));
  });
});
