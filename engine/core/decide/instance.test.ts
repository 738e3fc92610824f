import { describe, expect, it } from 'vitest';
import { BEGIN, BIG, IDLE, LEASE, RESULT, sent, TOO_LARGE } from '../../testing/deciding';
import type { Input } from '../inputs';
import type { Executable } from '../model';
import type { Rejection, RejectionCode } from '../transition-types';

type Row = [title: string, Executable, before: readonly Input[], last: Input, Omit<Rejection, 'ok'>];

const FAILURE = { type: 'fail-work', key: 3, error: 'x', lease: LEASE } satisfies Input;
const unknown = (key: number) => ({
  code: 'unknown-activation' as const,
  message: `This instance has no step ${key}.`,
});
const ENDED = {
  code: 'instance-ended' as const,
  message: 'This instance has ended (completed) and takes no more input.',
};
const EXISTS = { code: 'instance-exists' as const, message: 'This instance has already been started.' };
const here = (code: RejectionCode, message: string) => ({ code, message, elementId: 'A' });

const rows: Row[] = [
  [
    'anything before the start',
    IDLE,
    [],
    RESULT,
    { code: 'invalid-input', message: 'This instance has not been started.' },
  ],
  ['a second start', IDLE, [BEGIN], BEGIN, EXISTS],
  ['a second start of what has ended', IDLE, [BEGIN, RESULT], BEGIN, EXISTS],
  [
    'a start with 1.05 MB',
    IDLE,
    [],
    { ...BEGIN, variables: BIG },
    { code: 'too-large', message: TOO_LARGE, path: 'variables' },
  ],
  [
    'a start at what is no start event',
    IDLE,
    [],
    { ...BEGIN, startElementId: 'A' },
    { code: 'invalid-input', message: 'The process has no start event A.', path: 'startElementId' },
  ],
  [
    'a start at what every object has',
    IDLE,
    [],
    { ...BEGIN, startElementId: 'constructor' },
    { code: 'invalid-input', message: 'The process has no start event constructor.', path: 'startElementId' },
  ],
  [
    'a start of nothing',
    { ...IDLE, startNodes: [] },
    [],
    BEGIN,
    { code: 'invalid-input', message: 'The process has no element to start with.' },
  ],
  ['a result after the end', IDLE, [BEGIN, RESULT], RESULT, ENDED],
  ['work of a step that never was', IDLE, [BEGIN], { ...RESULT, key: 4 }, unknown(4)],
  ['work of the process itself', IDLE, [BEGIN], { ...RESULT, key: 0 }, unknown(0)],
  [
    'work of a step that has ended',
    IDLE,
    [BEGIN],
    { ...RESULT, key: 1 },
    { code: 'unknown-activation', message: 'The step 1 of this instance has already ended.' },
  ],
  [
    'an answer to work',
    IDLE,
    [BEGIN],
    { type: 'answer', key: 3, answers: [] },
    here('not-waiting-for-work', '“Step” asked for no expression.'),
  ],
  [
    'a choice where none is offered',
    IDLE,
    [BEGIN],
    { type: 'activate-elements', key: 3, elementIds: ['A'] },
    here('not-ad-hoc', '“Step” does not let its steps be chosen now.'),
  ],
  [
    'a retry of nothing',
    IDLE,
    [BEGIN],
    { type: 'retry-incident', incidentKey: 5, reason: '' },
    { code: 'unknown-incident', message: 'The incident 5 is not open; it may have been resolved.' },
  ],
  [
    'a retry with 1.05 MB',
    IDLE,
    [BEGIN, FAILURE],
    { type: 'retry-incident', incidentKey: 4, reason: '', variables: BIG },
    { code: 'too-large', message: TOO_LARGE, path: 'variables' },
  ],
  [
    'a change of what never was',
    IDLE,
    [BEGIN],
    { type: 'set-variables', scopeKey: 4, variables: {}, reason: '' },
    { code: 'unknown-activation', message: 'This instance has no step 4.', path: 'scopeKey' },
  ],
  [
    'a change to 1.05 MB',
    IDLE,
    [BEGIN],
    { type: 'set-variables', variables: BIG, reason: '' },
    { code: 'too-large', message: TOO_LARGE, path: 'variables' },
  ],
];

describe('a refusal by the instance', () => {
  it.each(rows)('%s', (_title, executable, before, last, why) => {
    const { answer, changed } = sent(executable, [...before, last]);
    expect(answer).toStrictEqual({ ok: false, ...why });
    expect(changed).toBe(false);
  });
});

it('retries what was parked with repaired variables, and says why', () => {
  const parked = [BEGIN, FAILURE];
  const retry: Input = { type: 'retry-incident', incidentKey: 4, reason: 'r', variables: { x: 1 } };
  const { answer, state } = sent(IDLE, [...parked, retry]);
  expect(answer).toMatchObject([
    { type: 'variables.set', scopeKey: 0, data: { variables: { x: 1 }, reason: 'r' } },
    { type: 'incident.resolved', elementId: 'A', key: 3, data: { incidentKey: 4, reason: 'r' } },
    { type: 'work.created' },
  ]);
  expect(state).toMatchObject({ variables: { x: 1 }, incidents: {} });
});

it('ends everything on cancellation, its incidents too, and says why', () => {
  const { answer, state } = sent(IDLE, [BEGIN, FAILURE, { type: 'cancel', reason: 'r' }]);
  expect(answer).toMatchObject([
    { type: 'incident.resolved', elementId: 'A', data: { incidentKey: 4, reason: 'r' } },
    { type: 'element.terminated', elementId: 'A', data: { reason: 'r' } },
    { type: 'instance.terminated', data: { reason: 'r' } },
  ]);
  expect(state).toMatchObject({ status: 'terminated', incidents: {}, activations: {} });
});

it.each([
  ['the process', undefined, {}],
  ['one step', 3, { elementId: 'A', elementType: 'task', key: 3 }],
])('changes the variables of %s', (_title, scopeKey, about) => {
  const change: Input = {
    type: 'set-variables',
    variables: { x: 1 },
    reason: 'r',
    ...(scopeKey ? { scopeKey } : {}),
  };
  expect(sent(IDLE, [BEGIN, change]).answer).toStrictEqual([
    {
      type: 'variables.set',
      v: 1,
      ...about,
      scopeKey: scopeKey ?? 0,
      data: { variables: { x: 1 }, reason: 'r' },
    },
  ]);
});

describe('a start', () => {
  const begun = (more: object) => {
    const { answer } = sent(IDLE, [{ ...BEGIN, ...more }]);
    return Array.isArray(answer) ? answer[0] : answer;
  };
  const plain = {
    instanceId: 'i',
    versionId: 'v',
    processKey: 'P',
    businessKey: null,
    variables: {},
    startedBy: 'ben',
  };
  it.each([{}, { calledBy: { instanceId: 'c', key: 1 } }, { conversation: 'c' }])(
    'records %j and no more',
    (more) =>
      expect(begun(more)).toStrictEqual({ type: 'instance.started', v: 1, data: { ...plain, ...more } }),
  );
  it('may be at any element that nothing leads to', () =>
    expect(begun({ startElementId: 'S' })).toMatchObject({ type: 'instance.started' }));
});
