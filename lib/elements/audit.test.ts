import { expect, it } from 'vitest';
import { draw, extensions } from '@/engine/compile/testing/draw';
import type { EngineEvent, EventData } from '@/engine/core/events';
import { sentenceOf } from './audit';

const document = draw(
  {
    S: 'StartEvent',
    W: 'ServiceTask',
    AI: { type: 'ServiceTask', values: extensions({ $type: 'countersign:AiCall' }) },
    U: 'UserTask',
    A: { type: 'UserTask', values: extensions({ $type: 'countersign:Approval' }) },
    C: { type: 'IntermediateCatchEvent', events: ['Timer'] },
    E: 'EndEvent',
  },
  [],
);

function say<T extends keyof EventData>(type: T, elementId: string | undefined, data: EventData[T]) {
  const event = { type, v: 1, data, ...(elementId ? { elementId } : {}) } as EngineEvent;
  return sentenceOf(event, document, {
    elementName: elementId ?? 'Process',
    actor: { kind: 'person', name: 'Mia', via: 'session' },
    personName: (id) => (id === 'p1' ? 'Jonas' : id),
  });
}

const lease = { worker: 'w1', leasedAt: '2026-01-01T00:00:00.000Z', attempt: 2 };
const decided = { comment: 'Too dear', contentDigest: 'd', variables: {}, personId: 'p1' };
const opened = {
  name: 'A',
  approval: true,
  assignee: null,
  candidateUsers: [],
  candidateGroups: ['finance'],
  dueAt: null,
  priority: null,
};

it.each([
  [
    say('instance.started', undefined, {
      instanceId: 'i',
      versionId: 'v',
      processKey: 'P',
      businessKey: 'RE-1',
      variables: {},
      startedBy: 'p1',
    }),
    'Mia started the process',
    'RE-1',
    'neutral',
  ],
  [say('element.completed', 'S', {}), 'Began at S', undefined, 'neutral'],
  [
    say('work.created', 'W', { workType: 'score', retries: 3, attempt: 1, payload: null }),
    'W offered as work',
    'Type score',
    'neutral',
  ],
  [say('work.completed', 'W', { lease }), 'W done', 'By w1, attempt 2', 'positive'],
  [say('work.failed', 'W', { lease, error: 'No answer' }), 'W failed', 'No answer', 'negative'],
  [
    say('work.created', 'AI', { workType: 'ai', retries: 3, attempt: 1, payload: null }),
    'AI asked: AI',
    undefined,
    'ai',
  ],
  [
    say('work.completed', 'AI', { lease, report: { model: 'm1', simulated: true } }),
    'AI answered: AI',
    'Simulated · m1',
    'ai',
  ],
  [
    say('work.completed', 'AI', {
      lease,
      report: {
        model: 'm2',
        attempts: [
          { provider: 'Acme', model: 'm1' },
          { provider: 'gone', model: '' },
        ],
      },
    }),
    'AI answered: AI',
    'm2 · in place of Acme (m1), gone',
    'ai',
  ],
  [say('task.opened', 'A', opened), 'A waits for a person', 'For finance', 'attention'],
  [
    say('task.claimed', 'U', { personId: 'p1', personName: 'Jonas' }),
    'Jonas claimed U',
    undefined,
    'neutral',
  ],
  [say('task.completed', 'U', { ...decided, outcome: null }), 'Jonas completed U', undefined, 'positive'],
  [
    say('task.completed', 'A', { ...decided, outcome: 'approve' }),
    'Jonas decided A: approve',
    'Too dear',
    'positive',
  ],
  [
    say('task.completed', 'A', { ...decided, outcome: 'reject' }),
    'Jonas decided A: reject',
    'Too dear',
    'negative',
  ],
  [
    say('task.voted', 'A', {
      ...decided,
      outcome: 'reject',
      personName: 'Jonas',
      at: '2026-01-01T00:00:00.000Z',
    }),
    'Jonas decided A as one of several: reject',
    'Too dear',
    'negative',
  ],
  [
    say('task.completed', 'A', { ...decided, outcome: 'approve', votes: 3 }),
    'A was decided by 3: approve',
    undefined,
    'positive',
  ],
  [
    say('task.reminded', 'U', { remindAt: '2026-01-01T00:00:00.000Z' }),
    'U still waits: its people were reminded',
    undefined,
    'attention',
  ],
  [
    say('task.skipped', 'A', { because: 'amount is small' }),
    'A was not required',
    'amount is small',
    'neutral',
  ],
  [
    say('timer.fired', 'C', { dueAt: '2026-01-01T00:00:00.000Z' }),
    'C: time is up',
    'Was due 2026-01-01T00:00:00.000Z',
    'attention',
  ],
  [say('element.completed', 'E', {}), 'Reached E', undefined, 'positive'],
  [
    say('error.thrown', 'E', { errorCode: 'E1', message: 'm', caughtBy: null }),
    'E threw the error “E1”',
    'Nothing caught it',
    'negative',
  ],
  [
    say('variables.set', undefined, { variables: { a: 1, b: 2, c: 3, d: 4 } }),
    'Set a, b, c and 1 more',
    undefined,
    'neutral',
  ],
  [
    say('incident.raised', 'W', { incidentKey: 1, code: 'evaluation', message: 'x is missing' }),
    'W needs attention',
    'x is missing',
    'negative',
  ],
  [say('instance.completed', undefined, {}), 'The process is completed', undefined, 'positive'],
])('%# says what happened', (sentence, title, detail, tone) => {
  expect(sentence).toEqual({ title, tone, ...(detail ? { detail } : {}) });
});
