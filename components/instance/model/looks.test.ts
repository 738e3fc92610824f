import { describe, expect, it } from 'vitest';
import { append, EMPTY_LOG, type SentEvent } from './log';
import { looksOf, takenOf } from './looks';
import { stateWords } from './words';

interface Happened {
  type: string;
  element?: string;
  key?: number;
  data?: unknown;
}

const START: Happened = {
  type: 'instance.started',
  data: {
    instanceId: 'i',
    versionId: 'v',
    processKey: 'p',
    businessKey: null,
    variables: {},
    startedBy: 'mia',
  },
};
const on = (type: string, data: unknown = {}, element = 'A', key = 1): Happened => ({
  type,
  element,
  key,
  data,
});
const WORK = (workType: string) => on('work.created', { workType, retries: 0, attempt: 1, payload: null });
const BEGUN = on('element.activated');
const TASK = on('task.opened', {
  name: 'A',
  approval: true,
  assignee: null,
  candidateUsers: [],
  candidateGroups: [],
  dueAt: null,
  priority: null,
});
const INCIDENT = on('incident.raised', {
  incidentKey: 9,
  code: 'evaluation',
  message: 'No.',
  phase: 'leave',
});
const DUE = { dueAt: '2026-11-20T12:00:00.000Z' };

function momentOf(happened: Happened[]) {
  const events = [START, ...happened].map(
    ({ type, element, key, data }, index): SentEvent => ({
      seq: index + 1,
      type,
      elementId: element ?? null,
      elementType: element ? 'userTask' : null,
      key: key === undefined ? null : String(key),
      scopeKey: element ? '0' : null,
      at: '2026-11-20T12:00:00.000Z',
      actor: { kind: 'engine', id: 'engine', name: 'Engine', via: 'engine' },
      data: data ?? {},
    }),
  );
  const log = append(EMPTY_LOG, events);
  if (!log) throw new Error('a hole in the events');
  return log.tip;
}

const done = [BEGUN, on('element.completed')];
const again = [on('element.activated', {}, 'A', 2), on('element.completed', {}, 'A', 2)];

describe('what an element looks like after events', () => {
  it.each([
    ['nothing: not reached', [], undefined, 'Running'],
    ['begun', [BEGUN], { state: 'active', count: 0 }, 'Running'],
    [
      'an open task',
      [BEGUN, TASK],
      { state: 'waiting', waitReason: 'person', count: 0 },
      'Waiting for a person',
    ],
    [
      'a claimed task',
      [BEGUN, TASK, on('task.claimed', { personId: 'mia', personName: 'Mia' })],
      { state: 'waiting', waitReason: 'person', count: 0 },
      'Waiting for a person',
    ],
    [
      'a timer',
      [BEGUN, on('timer.set', DUE)],
      { state: 'waiting', waitReason: 'timer', count: 0 },
      'Waiting for a time',
    ],
    [
      'a fired timer',
      [BEGUN, on('timer.set', DUE), on('timer.fired', DUE)],
      { state: 'active', count: 0 },
      'Running',
    ],
    [
      'work for an outside worker',
      [BEGUN, WORK('ship-it')],
      { state: 'waiting', waitReason: 'work', count: 0 },
      'Waiting for a worker',
    ],
    [
      'work of our own, such as an AI call',
      [BEGUN, WORK('countersign:ai')],
      { state: 'active', count: 0 },
      'Running',
    ],
    ['an incident', [BEGUN, INCIDENT], { state: 'incident', count: 0 }, 'Needs attention'],
    [
      'an incident that was resolved',
      [BEGUN, INCIDENT, on('incident.resolved', { incidentKey: 9, reason: 'fixed' })],
      { state: 'active', count: 0 },
      'Running',
    ],
    ['completed', done, { state: 'completed', count: 1 }, 'Running'],
    ['completed twice', [...done, ...again], { state: 'completed', count: 2 }, 'Running'],
    ['completed, then reached again', [...done, again[0]!], { state: 'active', count: 1 }, 'Running'],
    ['stopped', [BEGUN, on('element.terminated')], { state: 'cancelled', count: 0 }, 'Running'],
    ['all done', [...done, { type: 'instance.completed' }], { state: 'completed', count: 1 }, 'Completed'],
    [
      'cancelled',
      [BEGUN, on('element.terminated'), { type: 'instance.terminated', data: { reason: 'no' } }],
      { state: 'cancelled', count: 0 },
      'Cancelled',
    ],
  ])('%s', (_name, happened, look, words) => {
    const moment = momentOf(happened);
    expect(looksOf(moment).A).toEqual(look);
    expect(stateWords(moment).words).toBe(words);
  });

  it('a boundary event that only listens is not reached; one with a timer waits', () => {
    const listening = [BEGUN, TASK, on('boundary.attached', { attachedTo: 1 }, 'B', 2)];
    expect(looksOf(momentOf(listening)).B).toBeUndefined();
    expect(looksOf(momentOf([...listening, on('timer.set', DUE, 'B', 2)])).B).toMatchObject({
      state: 'waiting',
      waitReason: 'timer',
    });
  });

  it('knows the flows that were taken', () => {
    const moment = momentOf([on('flow.taken', { flowId: 'F', target: 'A' }, 'F', 1)]);
    expect([...takenOf(moment)]).toEqual(['F']);
  });
});
