import { describe, expect, it } from 'vitest';
import { BEGIN, BIG, CLAIM, DECIDING, DECISION, HUMAN, IDLE, sent, TOO_LARGE } from '../../testing/deciding';
import { ANNA, BEN } from '../../testing/scenario';
import type { Behaviors } from '../behavior';
import type { Input } from '../inputs';
import type { Executable } from '../model';
import { reject } from '../rejection';
import type { Rejection, RejectionCode } from '../transition-types';

type Row = [title: string, Executable, before: readonly Input[], last: Input, Omit<Rejection, 'ok'>];

const here = (code: RejectionCode, message: string) => ({ code, message, elementId: 'A' });
const unknown = (key: number) => ({
  code: 'unknown-activation' as const,
  message: `This instance has no step ${key}.`,
});
const ENDED = {
  code: 'instance-ended' as const,
  message: 'This instance has ended (completed) and takes no more input.',
};
const DECIDED = {
  code: 'task-already-decided' as const,
  message: 'This task has already been decided or withdrawn.',
};

const rows: Row[] = [
  ['a decision after the end', HUMAN, [BEGIN, DECISION], CLAIM, DECIDED],
  ['a decision after the end on what never was', HUMAN, [BEGIN, DECISION], { ...CLAIM, key: 99 }, ENDED],
  ['a decision after the end on the process', HUMAN, [BEGIN, DECISION], { ...CLAIM, key: 0 }, ENDED],
  ['a claim of work', IDLE, [BEGIN], CLAIM, here('not-a-task', '“Step” is not a task for a person.')],
  ['a claim of a step that never was', HUMAN, [BEGIN], { ...CLAIM, key: 4 }, unknown(4)],
  ['a claim of the process', HUMAN, [BEGIN], { ...CLAIM, key: 0 }, unknown(0)],
  ['a claim of a step that has ended', HUMAN, [BEGIN], { ...CLAIM, key: 1 }, DECIDED],
  [
    'a second claim of one’s own',
    HUMAN,
    [BEGIN, CLAIM],
    CLAIM,
    here('invalid-input', '“Step” is already claimed by you.'),
  ],
  [
    'a claim of what another has',
    HUMAN,
    [BEGIN, CLAIM],
    { ...CLAIM, personId: 'cleo' },
    here('claimed-by-another', '“Step” is claimed by somebody else; it must be released first.'),
  ],
  [
    'a release of what nobody claimed',
    HUMAN,
    [BEGIN],
    { type: 'release-task', key: 3 },
    here('not-claimed', '“Step” is not claimed by anybody.'),
  ],
  [
    'an empty comment',
    HUMAN,
    [BEGIN],
    { type: 'comment-task', key: 3, text: ' ' },
    { code: 'invalid-input', message: 'The comment is empty.', path: 'text' },
  ],
  [
    'a decision with 1.05 MB',
    HUMAN,
    [BEGIN],
    { ...DECISION, variables: BIG },
    { code: 'too-large', message: TOO_LARGE, elementId: 'A' },
  ],
];

describe('a refusal by a task', () => {
  it.each(rows)('%s', (_title, executable, before, last, why) => {
    const { answer, changed } = sent(executable, [...before, last]);
    expect(answer).toStrictEqual({ ok: false, ...why });
    expect(changed).toBe(false);
  });
});

const claimedByBen: [string, Input][] = [
  ['a release', { type: 'release-task', key: 3 }],
  ['a delegation', { type: 'delegate-task', key: 3, to: 'cleo', toName: 'Cleo' }],
  ['a decision', DECISION],
];

describe('what somebody claimed', () => {
  it.each(claimedByBen)('takes %s from nobody else', (_title, last) =>
    expect(sent(HUMAN, [BEGIN, CLAIM, last], ANNA).answer).toStrictEqual({
      ok: false,
      ...here('claimed-by-another', '“Step” is claimed by somebody else; it must be released first.'),
    }),
  );
  it.each(claimedByBen)('takes %s from who claimed it', (_title, last) =>
    expect(sent(HUMAN, [BEGIN, CLAIM, last]).answer).toBeInstanceOf(Array),
  );
});

it('says where a task was that is parked now', () => {
  const fails: Behaviors = {
    ...DECIDING,
    task: { ...DECIDING.task, activate: (step) => step.raiseIncident('evaluation', 'x') },
  };
  expect(sent(HUMAN, [BEGIN, CLAIM], ANNA, fails).answer).toStrictEqual({
    ok: false,
    ...DECIDED,
    elementId: 'A',
  });
});

const refusing: Behaviors = {
  ...DECIDING,
  task: {
    ...DECIDING.task!,
    task: { ...DECIDING.task!.task!, refuse: (_facts, _config, id) => reject('four-eyes', `Not ${id}.`) },
  },
};

it.each([
  ['claimed', CLAIM, 'ben'],
  ['delegated to', { type: 'delegate-task', key: 3, to: 'cleo', toName: 'Cleo' }, 'cleo'],
  ['decided', DECISION, 'ben'],
] as [string, Input, string][])('is not %s by whom the element refuses', (_title, input, whom) =>
  expect(sent(HUMAN, [BEGIN, input], BEN, refusing).answer).toMatchObject({ message: `Not ${whom}.` }),
);

const reason = 'r';
const released = { type: 'release-task' as const, key: 3 };
const delegated = { type: 'delegate-task' as const, key: 3, to: 'cleo', toName: 'Cleo' };

it.each([
  ['a release', [CLAIM, released], 'task.released', {}],
  ['a release for a reason', [CLAIM, { ...released, reason }], 'task.released', { reason }],
  ['a delegation', [delegated], 'task.delegated', { to: 'cleo', toName: 'Cleo' }],
  [
    'a delegation for a reason',
    [{ ...delegated, reason }],
    'task.delegated',
    { to: 'cleo', toName: 'Cleo', reason },
  ],
  ['a comment', [{ type: 'comment-task', key: 3, text: 't' }], 'task.commented', { text: 't' }],
] as [string, Input[], string, object][])('records %s', (_title, inputs, type, data) =>
  expect(sent(HUMAN, [BEGIN, ...inputs]).answer).toStrictEqual([
    { type, v: 1, elementId: 'A', elementType: 'task', key: 3, scopeKey: 0, data },
  ]),
);

it.each([
  CLAIM,
  { type: 'release-task', key: 3 },
  { type: 'delegate-task', key: 3, to: 'cleo', toName: 'Cleo' },
  { type: 'comment-task', key: 3, text: 't' },
  DECISION,
] as Input[])('was decided, whatever is sent about it after the end (%#)', (input) => {
  expect(sent(HUMAN, [BEGIN, DECISION, input]).answer).toStrictEqual({ ok: false, ...DECIDED });
  const never = { ...input, key: 99 } as Input;
  expect(sent(HUMAN, [BEGIN, DECISION, never]).answer).toMatchObject({ code: 'instance-ended' });
});

const several: Behaviors = {
  ...DECIDING,
  task: {
    ...DECIDING.task!,
    task: {
      complete: ({ state, key }, _config, { outcome, variables }) => {
        const { wait } = state.activations[key]!;
        const before = (wait?.kind === 'task' && wait.votes) || [];
        if (before.length === 0) return { ok: true, vote: variables };
        return { ok: true, vote: variables, came: { outcome: `${outcome} at last`, variables: { y: 2 } } };
      },
    },
  },
};
const yes = { ...DECISION, outcome: 'yes', comment: 'c', contentDigest: 'd', variables: { x: 1 } };
const vote = {
  personId: 'ben',
  personName: 'Ben',
  outcome: 'yes',
  comment: 'c',
  variables: { x: 1 },
  at: expect.any(String),
};

describe('a task that several decide', () => {
  it('stays open after a vote, which is recorded with who, what and when', () => {
    const { answer, state } = sent(HUMAN, [BEGIN, CLAIM, yes], BEN, several);
    expect(answer).toStrictEqual([
      {
        type: 'task.voted',
        v: 1,
        elementId: 'A',
        elementType: 'task',
        key: 3,
        scopeKey: 0,
        data: { ...vote, contentDigest: 'd' },
      },
    ]);
    expect(state?.variables).toEqual({});
    expect(state?.doneBy).toEqual({ A: ['ben'] });
    expect(state?.activations[3]?.wait).toStrictEqual({
      kind: 'task',
      assignee: null,
      state: 'open',
      votes: [vote],
    });
  });

  it('keeps its votes while it is claimed, handed on and released', () => {
    const held = [
      [CLAIM, { state: 'claimed', assignee: 'ben' }],
      [delegated, { state: 'claimed', assignee: 'cleo' }],
    ] as const;
    for (const [input, wait] of held)
      expect(sent(HUMAN, [BEGIN, yes, input], BEN, several).state?.activations[3]?.wait).toStrictEqual({
        kind: 'task',
        ...wait,
        votes: [vote],
      });
    const given = sent(HUMAN, [BEGIN, yes, CLAIM, released], BEN, several).state;
    expect(given?.activations[3]?.wait).toMatchObject({ state: 'open', assignee: null, votes: [vote] });
  });

  it('ends with what the votes came to', () => {
    const { answer, state } = sent(HUMAN, [BEGIN, yes, { ...yes, outcome: 'no' }], ANNA, several);
    expect(Array.isArray(answer) && answer.map(({ type, data }) => [type, data]).slice(0, 2)).toStrictEqual([
      ['task.voted', { ...vote, outcome: 'no', personId: 'anna', personName: 'Anna', contentDigest: 'd' }],
      [
        'task.completed',
        {
          outcome: 'no at last',
          comment: null,
          contentDigest: 'd',
          variables: {},
          personId: 'anna',
          votes: 2,
        },
      ],
    ]);
    expect(state).toMatchObject({
      status: 'completed',
      variables: { y: 2 },
      doneBy: { A: ['ben', 'anna'] },
    });
    expect(state?.variables).not.toHaveProperty('x');
  });

  it('refuses a vote with 1.05 MB', () => {
    expect(sent(HUMAN, [BEGIN, { ...yes, variables: BIG }], BEN, several).answer).toMatchObject({
      code: 'too-large',
    });
  });
});

it('records who decided, what and with which variables', () => {
  const decided = { ...DECISION, outcome: 'yes', comment: 'c', contentDigest: 'd', variables: { x: 1 } };
  const { answer, state } = sent(HUMAN, [BEGIN, decided]);
  expect(Array.isArray(answer) && answer[0]).toStrictEqual({
    type: 'task.completed',
    v: 1,
    elementId: 'A',
    elementType: 'task',
    key: 3,
    scopeKey: 0,
    data: { outcome: 'yes', comment: 'c', contentDigest: 'd', variables: { x: 1 }, personId: 'ben' },
  });
  expect(state).toMatchObject({ status: 'completed', variables: { x: 1 }, doneBy: { A: ['ben'] } });
});
