import type { Behaviors } from '../core/behavior';
import type { Input } from '../core/inputs';
import type { Executable, Expression } from '../core/model';
import type { Trigger } from '../core/triggers';
import { BEN, Player } from './scenario';
import { BEHAVIORS, catching, line, pass, work } from './world/models';

/** An expression that only the outside can answer. */
const unbounded: Expression = { mode: 'unbounded', source: '= f(1)' };

const opened = {
  name: 'Step',
  approval: false,
  assignee: null,
  candidateUsers: [],
  candidateGroups: [],
  dueAt: null,
  priority: null,
};

/** The smallest behaviours that take every kind of input. */
export const DECIDING: Behaviors = {
  ...BEHAVIORS,
  task: {
    activate: (step) => step.openTask(opened),
    task: { complete: (_facts, _config, { variables }) => ({ ok: true, variables }) },
  },
  asks: { activate: (step) => step.complete({ x: step.evaluate(unbounded, 'It') }) },
  'ad-hoc': {
    activate: (step) => step.activateChildren([]),
    childCompleted: () => ({ is: 'go-on' }),
    offers: () => ['I'],
  },
  'waiting ad-hoc': {
    activate: (step) => step.createWork({ workType: 'w', retries: 1, payload: null }),
    offers: () => ['I'],
  },
};

/** A line of three: the step A has key 3, for S is 1 and the token between them 2. */
const step = (kind: string): Executable => line('P', pass('S'), { id: 'A', kind, name: 'Step' }, pass('E'));

export const IDLE = line('P', pass('S'), { ...work('A'), name: 'Step' }, pass('E'));
export const HUMAN = step('task');
export const ASKING = step('asks');
export const AD_HOC: Executable = {
  ...step('ad-hoc'),
  nodes: {
    ...step('ad-hoc').nodes,
    I: {
      ...pass('I'),
      name: '',
      elementType: 'task',
      scope: 'A',
      incoming: [],
      outgoing: [],
      boundary: [],
      config: {},
    },
  },
};
export const BUSY_AD_HOC = step('waiting ad-hoc');
export const waiting = (...triggers: Trigger[]): Executable =>
  line('P', pass('S'), { ...catching('A', ...triggers), name: 'Step' }, pass('E'));

export const LEASE = { worker: 'w', leasedAt: '2026-01-01T00:00:00.000Z', attempt: 1 };
export const BIG = { big: 'x'.repeat(1_100_000) };
export const TOO_LARGE = 'The variables of this instance would take 1.05 MB; at most 1 MB is allowed.';

export const BEGIN = { type: 'start', instanceId: 'i', variables: {}, businessKey: null } satisfies Input;
export const RESULT = { type: 'complete-work', key: 3, variables: {}, lease: LEASE } satisfies Input;
export const CLAIM = { type: 'claim-task', key: 3, personId: 'ben', personName: 'Ben' } satisfies Input;
export const DECISION = {
  type: 'complete-task' as const,
  key: 3,
  outcome: null,
  comment: null,
  contentDigest: null,
  variables: {},
};

/** Sends inputs, the last by `actor`, and answers what came of that one. Throws when an earlier one is refused. */
export function sent(executable: Executable, inputs: readonly Input[], actor = BEN, behaviors = DECIDING) {
  const player = new Player(executable, behaviors);
  const last = inputs.at(-1) as Input;
  for (const input of inputs.slice(0, -1)) {
    const answer = player.send(input, BEN);
    if (!Array.isArray(answer)) throw new Error(`refused: ${answer.message}`);
  }
  const before = JSON.stringify(player.state);
  const answer = player.send(last, actor);
  return { answer, changed: JSON.stringify(player.state) !== before, state: player.state };
}
