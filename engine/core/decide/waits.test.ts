import { describe, expect, it } from 'vitest';
import {
  AD_HOC,
  ASKING,
  BEGIN,
  BIG,
  BUSY_AD_HOC,
  HUMAN,
  IDLE,
  LEASE,
  RESULT,
  sent,
  TOO_LARGE,
  waiting,
} from '../../testing/deciding';
import { EPOCH } from '../../testing/scenario';
import { message, signal, timer } from '../../testing/world/models';
import type { Input } from '../inputs';
import type { Executable } from '../model';
import type { Rejection, RejectionCode } from '../transition-types';

type Row = [title: string, Executable, before: readonly Input[], last: Input, Omit<Rejection, 'ok'>];

const FAILURE = { type: 'fail-work', key: 3, error: 'x', lease: LEASE } satisfies Input;
const here = (code: RejectionCode, message: string) => ({ code, message, elementId: 'A' });
const NO_WORK = here('not-waiting-for-work', '“Step” is not waiting for work.');
const NO_CALL = here('not-waiting-for-call', '“Step” is not waiting for a called process.');
const NO_MESSAGE = here('not-waiting-for-message', '“Step” is not waiting for the message “m”.');
const NO_SIGNAL = here('not-waiting-for-signal', '“Step” is not waiting for the signal “s”.');
const MESSAGE = { type: 'receive-message' as const, key: 3, messageId: 'i', name: 'm', variables: {} };
const SIGNAL = { type: 'receive-signal' as const, key: 3, name: 's', variables: {} };

const rows: Row[] = [
  ['a result where none is awaited', HUMAN, [BEGIN], RESULT, NO_WORK],
  ['a failure where none is awaited', HUMAN, [BEGIN], FAILURE, NO_WORK],
  [
    'an error where none is awaited',
    HUMAN,
    [BEGIN],
    { type: 'throw-error', key: 3, errorCode: 'E', message: '', variables: {} },
    NO_WORK,
  ],
  [
    'a quarantine where no work is',
    HUMAN,
    [BEGIN],
    { type: 'quarantine-work', key: 3, error: 'x', lease: LEASE },
    NO_WORK,
  ],
  ['an answer where nothing was asked', HUMAN, [BEGIN], { type: 'answer', key: 3, answers: [] }, NO_WORK],
  [
    'a result for an expression',
    ASKING,
    [BEGIN],
    RESULT,
    here('not-waiting-for-work', '“Step” waits for the answer of an expression.'),
  ],
  [
    'a result of another attempt',
    IDLE,
    [BEGIN],
    { ...RESULT, lease: { ...LEASE, attempt: 2 } },
    here('stale-attempt', 'Attempt 2 of “Step” is over; attempt 1 is current.'),
  ],
  [
    'a timer that is none',
    IDLE,
    [BEGIN],
    { type: 'fire-timer', key: 3 },
    here('not-a-timer', '“Step” is not waiting for a timer.'),
  ],
  [
    'an early timer',
    waiting(timer(1)),
    [BEGIN],
    { type: 'fire-timer', key: 3 },
    here('timer-not-due', 'The timer of “Step” is due at 2026-01-01T00:00:00.001Z.'),
  ],
  ['a message nobody awaits', IDLE, [BEGIN], MESSAGE, NO_MESSAGE],
  ['a message of another name', waiting(message('other')), [BEGIN], MESSAGE, NO_MESSAGE],
  [
    'a message with 1.05 MB',
    waiting(message('m')),
    [BEGIN],
    { ...MESSAGE, variables: BIG },
    { code: 'too-large', message: TOO_LARGE, elementId: 'A', path: 'variables' },
  ],
  ['a signal nobody awaits', IDLE, [BEGIN], SIGNAL, NO_SIGNAL],
  ['a signal of another name', waiting(signal('other')), [BEGIN], SIGNAL, NO_SIGNAL],
  [
    'a signal with 1.05 MB',
    waiting(signal('s')),
    [BEGIN],
    { ...SIGNAL, variables: BIG },
    { code: 'too-large', message: TOO_LARGE, elementId: 'A', path: 'variables' },
  ],
  [
    'the return of a call that was not made',
    IDLE,
    [BEGIN],
    { type: 'return-call', key: 3, variables: {} },
    NO_CALL,
  ],
  [
    'the failure of a call that was not made',
    IDLE,
    [BEGIN],
    { type: 'fail-call', key: 3, errorCode: null, message: '' },
    NO_CALL,
  ],
  [
    'the escalation of a call that was not made',
    IDLE,
    [BEGIN],
    { type: 'receive-escalation', key: 3, code: 'x' },
    NO_CALL,
  ],
  [
    'a choice while its scope waits',
    BUSY_AD_HOC,
    [BEGIN],
    { type: 'activate-elements', key: 3, elementIds: ['A'] },
    here('not-ad-hoc', '“Step” does not let its steps be chosen now.'),
  ],
  [
    'a choice of nothing',
    AD_HOC,
    [BEGIN],
    { type: 'activate-elements', key: 3, elementIds: [] },
    {
      code: 'invalid-input',
      message: 'Name at least one step to begin.',
      elementId: 'A',
      path: 'elementIds',
    },
  ],
  [
    'a choice of what is not offered',
    AD_HOC,
    [BEGIN],
    { type: 'activate-elements', key: 3, elementIds: ['I', 'X'] },
    {
      code: 'invalid-input',
      message: '“Step” has no step X that can begin by itself.',
      elementId: 'A',
      path: 'elementIds',
    },
  ],
];

describe('a refusal by a step that waits for something else', () => {
  it.each(rows)('%s', (_title, executable, before, last, why) => {
    const { answer, changed } = sent(executable, [...before, last]);
    expect(answer).toStrictEqual({ ok: false, ...why });
    expect(changed).toBe(false);
  });
});

const first = (executable: Executable, inputs: readonly Input[]) => {
  const { answer } = sent(executable, inputs);
  return Array.isArray(answer) ? answer[0] : answer;
};
const about = { v: 1, elementId: 'A', elementType: 'task', key: 3, scopeKey: 0 };
const again = { ...FAILURE, retryAt: '2027' };

it.each([
  [
    'a timer at the moment it is due',
    waiting(timer(0)),
    { type: 'fire-timer', key: 3 },
    'timer.fired',
    { dueAt: EPOCH },
  ],
  ['a failure to be tried again', IDLE, again, 'work.failed', { lease: LEASE, error: 'x', retryAt: '2027' }],
  [
    'its report',
    IDLE,
    { ...again, report: 1 },
    'work.failed',
    { lease: LEASE, error: 'x', retryAt: '2027', report: 1 },
  ],
  ['a last failure', IDLE, FAILURE, 'work.failed', { lease: LEASE, error: 'x' }],
  [
    'the report of a last failure',
    IDLE,
    { ...FAILURE, report: 1 },
    'work.failed',
    { lease: LEASE, error: 'x', report: 1 },
  ],
  [
    'a quarantine',
    IDLE,
    { ...FAILURE, type: 'quarantine-work' },
    'work.failed',
    { lease: LEASE, error: 'x' },
  ],
  ['a result', IDLE, RESULT, 'work.completed', { lease: LEASE }],
  ['the report of a result', IDLE, { ...RESULT, report: 1 }, 'work.completed', { lease: LEASE, report: 1 }],
] as [string, Executable, Input, string, object][])('records %s', (_title, executable, input, type, data) =>
  expect(first(executable, [BEGIN, input])).toStrictEqual({ ...about, type, data }),
);

it('begins the steps of an ad-hoc sub-process that somebody chose, and no others', () => {
  const choice: Input = { type: 'activate-elements', key: 3, elementIds: ['I'] };
  expect(first(AD_HOC, [BEGIN, choice])).toMatchObject({
    type: 'element.activated',
    elementId: 'I',
    scopeKey: 3,
  });
});

const incident = (executable: Executable, ...inputs: Input[]) =>
  Object.values(sent(executable, [BEGIN, ...inputs]).state?.incidents ?? {})[0];
const thrown: Input = { type: 'throw-error', key: 3, errorCode: 'E', message: 'no', variables: {} };
const answers = (...given: (number | string)[]): Input => ({
  type: 'answer',
  key: 3,
  answers: given.map((value) => ({
    source: '= f(1)',
    result: typeof value === 'number' ? { ok: true, value } : { ok: false, message: value },
  })),
});

it.each([
  ['work whose attempts are used up', IDLE, FAILURE, 'work-exhausted', 'x'],
  ['work that kills its workers', IDLE, { ...FAILURE, type: 'quarantine-work' }, 'quarantined', 'x'],
  ['a result with 1.05 MB', IDLE, { ...RESULT, variables: BIG }, 'work-exhausted', TOO_LARGE],
  [
    'an error with 1.05 MB',
    IDLE,
    { ...thrown, variables: BIG },
    'work-exhausted',
    'The work of “Step” reported the error E, which nothing catches: no',
  ],
  [
    'an error nobody catches',
    IDLE,
    thrown,
    'work-exhausted',
    'The work of “Step” reported the error E, which nothing catches: no',
  ],
  [
    'an error without a message',
    IDLE,
    { ...thrown, message: '' },
    'work-exhausted',
    'The work of “Step” reported the error E, which nothing catches.',
  ],
  [
    'an expression that failed',
    ASKING,
    answers('no'),
    'evaluation',
    'The expression “= f(1)” of “Step” failed: no',
  ],
] as [string, Executable, Input, string, string][])('parks %s', (_title, executable, input, code, message) =>
  expect(incident(executable, input)).toMatchObject({ elementId: 'A', activationKey: 3, code, message }),
);

it('goes on where it asked when the answer has come', () => {
  const { state } = sent(ASKING, [BEGIN, answers(7)]);
  expect(state).toMatchObject({ status: 'completed', variables: { x: 7 } });
});
