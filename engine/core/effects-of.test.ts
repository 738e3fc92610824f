import { describe, expect, it } from 'vitest';
import type { Effect } from './effects';
import { effectsOf, netEffects } from './effects-of';
import type { EngineEvent, EventData, EventType } from './events';

const work = (key: number): EngineEvent => ({
  type: 'work.created',
  v: 1,
  elementId: 'A',
  key,
  data: { workType: 't', retries: 3, attempt: 1, payload: null },
});
const withdrawn = (key: number): EngineEvent => ({ type: 'work.cancelled', v: 1, key, data: {} });

describe('effects of a transition', () => {
  it('leave out a row that is opened and closed in it', () => {
    expect(netEffects([work(1), withdrawn(1)])).toStrictEqual([]);
  });
  it('close a row before opening it again', () => {
    expect(netEffects([withdrawn(1), work(1)]).map(({ type }) => type)).toStrictEqual([
      'drop-work',
      'run-work',
    ]);
  });
  it('close a row once when it was opened again and closed again', () => {
    expect(netEffects([withdrawn(1), work(1), withdrawn(1)])).toStrictEqual([{ type: 'drop-work', key: 1 }]);
  });
  it('reschedule a failed attempt under the next number', () => {
    const lease = { worker: 'w', leasedAt: '2026', attempt: 2 };
    const failed: EngineEvent = {
      type: 'work.failed',
      v: 1,
      key: 1,
      data: { lease, error: 'x', retryAt: '2027' },
    };
    expect(netEffects([failed])).toStrictEqual([
      { type: 'reschedule-work', key: 1, attempt: 3, availableAt: '2027' },
    ]);
  });
});

const lease = { worker: 'w', leasedAt: '2026', attempt: 2 };
const calledBy = { instanceId: 'caller', key: 7 };
const opened = {
  name: 'A',
  approval: false,
  assignee: null,
  candidateUsers: ['ben'],
  candidateGroups: [],
  dueAt: null,
  priority: null,
};
const DUE = '2026-01-01T01:00:00.000Z';
const NEXT = '2026-01-01T02:00:00.000Z';
const voted = {
  personName: 'Ben',
  outcome: 'yes',
  comment: null,
  contentDigest: null,
  variables: {},
  at: '2026-01-01T00:00:00.000Z',
};
const decided = { comment: null, contentDigest: null, variables: {}, personId: 'ben' };
const asked = {
  attempt: 1,
  processKey: 'Q',
  binding: { type: 'latest' as const },
  businessKey: null,
  variables: { x: 1 },
};
const published = { name: 'm', correlationKey: 'k', timeToLive: 5, variables: { x: 1 } };
const close = { type: 'close-task', key: 1 } as const;
const update = { type: 'update-task', key: 1 } as const;

/** An event of element A, activation 1. */
const event = <T extends EventType>(type: T, data: EventData[T]) =>
  ({ type, v: 1, elementId: 'A', key: 1, data }) as EngineEvent;

const rows: [EngineEvent, Effect | Effect[] | null][] = [
  [
    event('work.created', { workType: 't', retries: 3, attempt: 2, payload: { x: 1 } }),
    {
      type: 'run-work',
      key: 1,
      elementId: 'A',
      workType: 't',
      attempt: 2,
      retries: 3,
      availableAt: null,
      payload: { x: 1 },
    },
  ],
  [event('work.failed', { lease, error: 'x' }), { type: 'drop-work', key: 1 }],
  [event('work.completed', { lease }), { type: 'drop-work', key: 1 }],
  [event('work.cancelled', {}), { type: 'drop-work', key: 1 }],
  [event('expressions.answered', { answers: {} }), { type: 'drop-work', key: 1 }],
  [event('timer.set', { dueAt: '2027' }), { type: 'set-timer', key: 1, elementId: 'A', dueAt: '2027' }],
  [event('timer.fired', { dueAt: '2027' }), { type: 'drop-timer', key: 1 }],
  [event('timer.cancelled', {}), { type: 'drop-timer', key: 1 }],
  [event('instance.completed', {}), null],
  [
    event('instance.completed', { calledBy }),
    { type: 'answer-call', calledBy, outcome: { ok: true, variables: {} } },
  ],
  [
    event('instance.completed', { calledBy, variables: { x: 1 } }),
    { type: 'answer-call', calledBy, outcome: { ok: true, variables: { x: 1 } } },
  ],
  [event('instance.failed', { errorCode: 'E', message: 'm' }), null],
  [
    event('instance.failed', { errorCode: 'E', message: 'm', calledBy }),
    { type: 'answer-call', calledBy, outcome: { ok: false, errorCode: 'E', message: 'm' } },
  ],
  [
    event('instance.terminated', { reason: 'r', calledBy }),
    { type: 'answer-call', calledBy, outcome: { ok: false, errorCode: null, message: 'r' } },
  ],
  [
    event('incident.raised', { incidentKey: 3, code: 'evaluation', message: 'm' }),
    { type: 'open-incident', incidentKey: 3, key: 1, elementId: 'A', code: 'evaluation', message: 'm' },
  ],
  [event('incident.resolved', { incidentKey: 3, reason: '' }), { type: 'close-incident', incidentKey: 3 }],
  [
    event('message.awaited', { name: 'm', correlationKey: 'k' }),
    { type: 'await-message', key: 1, elementId: 'A', name: 'm', correlationKey: 'k' },
  ],
  [event('signal.awaited', { name: 's' }), { type: 'await-signal', key: 1, elementId: 'A', name: 's' }],
  [event('message.received', { messageId: 'i', name: 'm' }), { type: 'drop-subscription', key: 1 }],
  [event('message.received', { messageId: 'i', name: 'm', start: true }), null],
  [event('signal.received', { name: 's' }), { type: 'drop-subscription', key: 1 }],
  [event('signal.received', { name: 's', start: true }), null],
  [event('message.forgone', {}), { type: 'drop-subscription', key: 1 }],
  [event('signal.forgone', {}), { type: 'drop-subscription', key: 1 }],
  [event('message.sent', published), { type: 'publish-message', key: 1, elementId: 'A', ...published }],
  [
    event('signal.sent', { name: 's', variables: { x: 1 } }),
    { type: 'broadcast-signal', key: 1, elementId: 'A', name: 's', variables: { x: 1 } },
  ],
  [event('call.started', asked), { type: 'start-call', key: 1, elementId: 'A', ...asked }],
  [event('call.returned', { variables: {} }), null],
  [event('call.cancelled', { reason: 'r' }), { type: 'cancel-call', key: 1, reason: 'r' }],
  [
    event('escalation.thrown', { code: 'x', caughtBy: null, calledBy }),
    { type: 'escalate-call', calledBy, code: 'x' },
  ],
  [event('escalation.thrown', { code: 'x', caughtBy: 'B', calledBy }), null],
  [event('escalation.thrown', { code: 'x', caughtBy: null }), null],
  [event('task.opened', opened), { type: 'open-task', key: 1, elementId: 'A', task: opened }],
  [
    event('task.claimed', { personId: 'ben', personName: 'Ben' }),
    { ...update, state: 'claimed', assignee: 'ben', assigneeName: 'Ben' },
  ],
  [event('task.released', {}), { ...update, state: 'open', assignee: null, assigneeName: null }],
  [
    event('task.delegated', { to: 'cleo', toName: 'Cleo' }),
    { ...update, state: 'claimed', assignee: 'cleo', assigneeName: 'Cleo' },
  ],
  [
    event('task.voted', { ...voted, personId: 'ben' }),
    { ...update, state: 'open', assignee: null, assigneeName: null, voter: 'ben' },
  ],
  [
    event('task.reminded', { remindAt: DUE }),
    [
      { type: 'remind-task', key: 1 },
      { type: 'drop-timer', key: 1 },
    ],
  ],
  [
    event('task.reminded', { remindAt: DUE, next: NEXT }),
    [
      { type: 'remind-task', key: 1 },
      { type: 'drop-timer', key: 1 },
      { type: 'set-timer', key: 1, elementId: 'A', dueAt: NEXT },
    ],
  ],
  [
    event('task.opened', { ...opened, remindAt: DUE }),
    [
      { type: 'open-task', key: 1, elementId: 'A', task: { ...opened, remindAt: DUE } },
      { type: 'set-timer', key: 1, elementId: 'A', dueAt: DUE },
    ],
  ],
  [
    event('task.completed', { ...decided, outcome: 'yes', reminder: true }),
    [
      { ...close, state: 'completed', outcome: 'yes', decidedBy: 'ben' },
      { type: 'drop-timer', key: 1 },
    ],
  ],
  [
    event('task.cancelled', { reminder: true }),
    [
      { ...close, state: 'cancelled', outcome: null, decidedBy: null },
      { type: 'drop-timer', key: 1 },
    ],
  ],
  [event('task.commented', { text: 't' }), null],
  [
    event('task.completed', { ...decided, outcome: 'yes' }),
    { ...close, state: 'completed', outcome: 'yes', decidedBy: 'ben' },
  ],
  [event('task.cancelled', {}), { ...close, state: 'cancelled', outcome: null, decidedBy: null }],
  [event('condition.met', {}), null],
];

describe('the rows of an event', () => {
  it.each(rows.map(([event, effect]) => [event.type, event, effect] as const))(
    'follow from it: %s',
    (_type, event, effect) => expect(effectsOf(event)).toStrictEqual([effect ?? []].flat()),
  );
  it('belong to the instance when it names no element', () => {
    const raised = event('incident.raised', { incidentKey: 3, code: 'deadlock', message: 'm' });
    const { key: _key, elementId: _elementId, ...whole } = raised;
    expect(effectsOf(whole as EngineEvent)).toMatchObject([{ key: 0, elementId: '' }]);
  });
});

/** Opening, changing and closing one row of each table. */
const lives: [string, EngineEvent, EngineEvent | null, EngineEvent][] = [
  [
    'work',
    event('work.created', { workType: 't', retries: 3, attempt: 2, payload: null }),
    event('work.failed', { lease, error: 'x', retryAt: '2027' }),
    event('work.completed', { lease }),
  ],
  ['timer', event('timer.set', { dueAt: '2027' }), null, event('timer.fired', { dueAt: '2027' })],
  [
    'message',
    event('message.awaited', { name: 'm', correlationKey: null }),
    null,
    event('message.forgone', {}),
  ],
  ['signal', event('signal.awaited', { name: 's' }), null, event('signal.forgone', {})],
  [
    'task',
    event('task.opened', opened),
    event('task.claimed', { personId: 'ben', personName: 'Ben' }),
    event('task.cancelled', {}),
  ],
  [
    'incident',
    event('incident.raised', { incidentKey: 1, code: 'evaluation', message: '' }),
    null,
    event('incident.resolved', { incidentKey: 1, reason: '' }),
  ],
];

describe('the row of a table', () => {
  it.each(lives)('%s: is never written when it opens and closes at once', (_table, open, _change, done) =>
    expect(netEffects([open, done])).toStrictEqual([]),
  );
  it.each(lives)('%s: is closed before it is opened again', (_table, open, _change, done) =>
    expect(netEffects([done, open])).toStrictEqual([...effectsOf(done), ...effectsOf(open)]),
  );
  it.each(lives)('%s: is another one under another key', (_table, open, _change, done) => {
    const other = {
      ...open,
      key: 2,
      ...('incidentKey' in open.data ? { data: { ...open.data, incidentKey: 2 } } : {}),
    };
    expect(netEffects([other as EngineEvent, done])).toStrictEqual([
      ...effectsOf(done),
      ...effectsOf(other as EngineEvent),
    ]);
  });
  it.each(lives.filter(([, , change]) => change))(
    '%s: is changed without being opened or closed',
    (_table, open, change, done) => {
      expect(netEffects([change!, done])).toStrictEqual([...effectsOf(change!), ...effectsOf(done)]);
      expect(netEffects([change!, open])).toStrictEqual([...effectsOf(change!), ...effectsOf(open)]);
    },
  );
  it('that leaves the instance is written for each event', () => {
    const sent = [
      event('message.sent', published),
      event('signal.sent', { name: 's', variables: {} }),
      event('call.started', asked),
      event('call.cancelled', { reason: 'r' }),
      event('escalation.thrown', { code: 'x', caughtBy: null, calledBy }),
      event('instance.completed', { calledBy }),
    ];
    expect(netEffects([...sent, ...sent])).toStrictEqual([...sent, ...sent].flatMap(effectsOf));
  });
});
