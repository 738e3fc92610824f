import type { Actor, Input } from '@/engine/core/inputs';
import { timerDue } from '@/lib/triggers/timer/due';
import { ENGINE, type Moved, type Sent, type Session, SIMULATION, send } from './session';
import type { Refused, Step } from './types';
import { type Waiting, type WaitingKind, waitingOf } from './waiting';

/** The clock can't ring more often than this in one pause: a cycle of seconds over years is no scenario. */
const MOST_TIMERS = 1_000;

/** Does one step. A refusal says in words why it can't be done now; the session stays as it was. */
export function perform(session: Session, step: Step): Moved {
  const moved = moveOf(session, step);
  if (!moved.ok) return moved;
  const steps = [...session.steps, step];
  const places = [...session.places, session.entries.length];
  return { ok: true, session: { ...moved.session, steps, places } };
}

function moveOf(session: Session, step: Step): Moved {
  if ('wait' in step) return pass(session, step.wait);
  if ('set' in step)
    return send(session, {
      input: { type: 'set-variables', variables: step.set, reason: 'Simulation' },
      actor: SIMULATION,
    });
  const waiting = find(session, step);
  if (!('key' in waiting)) return waiting;
  if ('timer' in step) return fire(session, waiting);
  const sent = sentFor(session, step, waiting);
  return 'ok' in sent ? sent : send(session, sent);
}

type At = Extract<Step, { at: string }>;

/** Which waits a step can answer. */
const ANSWERS: [string, readonly WaitingKind[], string][] = [
  ['result', ['work', 'ai', 'call'], 'work'],
  ['error', ['work', 'ai', 'call'], 'work'],
  ['fail', ['work', 'ai'], 'work'],
  ['form', ['task', 'approval'], 'a person'],
  ['flows', ['gateway'], 'a choice of its flows'],
  ['timer', ['timer'], 'a timer'],
  ['message', ['message'], 'a message'],
  ['signal', ['signal'], 'a signal'],
  ['escalation', ['call'], 'a called process'],
  ['activate', ['ad-hoc'], 'a choice of its steps'],
  ['retry', ['incident'], 'the repair of an incident'],
];

function find(session: Session, step: At): Waiting | Refused {
  const [, kinds = [], what = ''] = ANSWERS.find(([name]) => name in step) ?? [];
  const all = waitingOf(session);
  const here = all.filter(({ elementId }) => elementId === step.at);
  const found = here.find(({ kind }) => kinds.includes(kind));
  if (found) return found;
  const named = nameOf(session, step.at);
  if (!session.executable.nodes[step.at])
    return { ok: false, message: `The process has no step “${step.at}”.`, elementId: step.at };
  const instead =
    here.length > 0
      ? `it waits for ${here.map(({ kind }) => WORDS[kind]).join(' and ')}`
      : elsewhere(session, all);
  return {
    ok: false,
    message: `${named} doesn’t wait for ${what} now: ${instead}.`,
    elementId: step.at,
  };
}

const WORDS: Record<WaitingKind, string> = {
  gateway: 'a choice of its flows',
  work: 'work to be done',
  ai: 'the answer of the AI',
  call: 'the process it called',
  task: 'a person',
  approval: 'a decision',
  timer: 'a time',
  message: 'a message',
  signal: 'a signal',
  condition: 'a condition',
  'ad-hoc': 'a choice of its steps',
  incident: 'the repair of an incident',
};

/** What a wait of a kind is for, in words. */
export const waitingWords = (kind: WaitingKind): string => WORDS[kind];

function elsewhere(session: Session, all: readonly Waiting[]): string {
  if (session.state.status !== 'running') return `the process has ended (${session.state.status})`;
  const holding = all.filter(({ listens }) => !listens);
  if (holding.length === 0) return 'nothing waits';
  const names = [...new Set(holding.map(({ elementId }) => nameOf(session, elementId)))];
  return `waiting ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}`;
}

/** “Name of the element”, or its id. */
export function nameOf({ executable }: Pick<Session, 'executable'>, id: string): string {
  return `“${executable.nodes[id]?.name || id}”`;
}

function sentFor(session: Session, step: At, waiting: Waiting): Sent | Refused {
  const { key } = waiting;
  if ('result' in step) return done(session, waiting, step.result);
  if ('error' in step) return failing(session, step, waiting);
  if ('fail' in step)
    return by(workerOf(waiting), { type: 'fail-work', key, error: step.fail, lease: lease(session, key) });
  if ('form' in step) return decided(step, waiting);
  if ('flows' in step) return routed(session, step.flows, waiting);
  const name = waiting.name ?? '';
  if ('message' in step) {
    const messageId = `m${session.entries.length}`;
    return by(SIMULATION, { type: 'receive-message', key, messageId, name, variables: step.message });
  }
  if ('signal' in step) return by(SIMULATION, { type: 'receive-signal', key, name, variables: step.signal });
  if ('escalation' in step) return by(ENGINE, { type: 'receive-escalation', key, code: step.escalation });
  if ('activate' in step)
    return by(SIMULATION, { type: 'activate-elements', key, elementIds: step.activate });
  if ('retry' in step) {
    const incidentKey = waiting.incident?.key ?? 0;
    return by(SIMULATION, {
      type: 'retry-incident',
      incidentKey,
      reason: 'Simulation',
      variables: step.retry,
    });
  }
  return { ok: false, message: 'This step says nothing to do.' };
}

const by = (actor: Actor, input: Input): Sent => ({ actor, input });
const AI: Actor = { kind: 'ai', id: 'ai', name: 'AI', via: 'worker' };
const workerOf = ({ kind }: Waiting): Actor => (kind === 'ai' ? AI : SIMULATION);

function lease({ state, now }: Session, key: number) {
  const wait = state.activations[key]?.wait;
  return { worker: 'simulation', leasedAt: now, attempt: wait?.kind === 'work' ? wait.attempt : 1 };
}

function done(session: Session, waiting: Waiting, variables: Extract<Step, { result: unknown }>['result']) {
  const { key, kind } = waiting;
  return kind === 'call'
    ? by(ENGINE, { type: 'return-call', key, variables })
    : by(workerOf(waiting), { type: 'complete-work', key, variables, lease: lease(session, key) });
}

function failing(
  session: Session,
  { error, message = '', variables = {} }: Extract<Step, { error: string }>,
  waiting: Waiting,
): Sent {
  const { key } = waiting;
  if (waiting.kind === 'call')
    return by(ENGINE, {
      type: 'fail-call',
      key,
      errorCode: error,
      message: message || `It failed with ${error}.`,
    });
  const thrown = { type: 'throw-error' as const, key, errorCode: error, message, variables };
  return by(workerOf(waiting), { ...thrown, lease: lease(session, key) });
}

/** Each task is done by somebody else, so that a rule of four eyes is met unless a scenario names people. */
function decided(
  { form, outcome, comment, by: who }: Extract<Step, { form: unknown }>,
  { key, elementId, assignee, votes }: Waiting,
): Sent {
  // where several decide, each of them is somebody else
  const somebody = votes ? `somebody-${elementId}-${votes + 1}` : `somebody-${elementId}`;
  const id = who ?? assignee ?? somebody;
  const actor: Actor = {
    kind: 'person',
    id,
    name: who ?? assignee ?? 'Somebody',
    via: 'session',
  };
  return by(actor, {
    type: 'complete-task',
    key,
    outcome: outcome ?? null,
    variables: form,
    comment: comment ?? null,
    contentDigest: null,
    // nobody is asked for a password here; where none is needed the engine keeps nothing of it
    signature: { method: 'demo' },
  });
}

function routed(session: Session, flows: readonly string[], { key, elementId }: Waiting): Sent | Refused {
  const node = session.executable.nodes[elementId];
  const named = nameOf(session, elementId);
  const unknown = flows.find((id) => !node?.outgoing.includes(id));
  if (unknown !== undefined)
    return { ok: false, message: `No flow “${unknown}” leaves ${named}.`, elementId };
  if (flows.length > 1 && node?.kind === 'exclusive-gateway')
    return { ok: false, message: `${named} takes one flow only.`, elementId };
  const input: Input = { type: 'complete-work', key, variables: {}, lease: lease(session, key) };
  // in the order in which they are drawn, as conditions would take them
  const ordered = node?.outgoing.filter((id) => flows.includes(id)) ?? [];
  return { ...by(SIMULATION, input), ...(flows.length > 0 ? { chosen: { key, flows: ordered } } : {}) };
}

function fire(session: Session, { key, dueAt = session.now }: Waiting): Moved {
  const now = dueAt > session.now ? dueAt : session.now;
  return send({ ...session, now }, by(ENGINE, { type: 'fire-timer', key }));
}

/** Lets time pass; every timer that becomes due on the way fires, the earliest first. */
function pass(session: Session, duration: string): Moved {
  const due = timerDue('duration', duration, session.now);
  if (!due.ok) return { ok: false, message: `The clock can’t go on by “${duration}”: ${due.message}` };
  let at = session;
  for (let rung = 0; rung < MOST_TIMERS; rung += 1) {
    const next = nextTimer(at);
    if (!next?.dueAt || next.dueAt > due.dueAt) return { ok: true, session: { ...at, now: due.dueAt } };
    const moved = fire(at, next);
    if (!moved.ok) return moved;
    at = moved.session;
  }
  return { ok: false, message: `More than ${MOST_TIMERS} timers fire in ${duration}.` };
}

/** The timer that fires first. */
export const nextTimer = (session: Session): Waiting | undefined =>
  waitingOf(session)
    .filter(({ dueAt }) => dueAt !== undefined)
    .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0];
