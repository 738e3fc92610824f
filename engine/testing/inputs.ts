import type { Actor, Input } from '../core/inputs';
import type { Json, JsonObject } from '../core/json';
import type { Activation, InstanceState, Wait } from '../core/state';
import type { Random } from './random';
import type { Tables } from './tables';

/** An input to try. Accepting what must be `refused`, or refusing what must be `accepted`, would be a bug. */
export interface Try {
  input: Input;
  actor: Actor;
  refused?: true;
  accepted?: true;
  /** Moves the clock first. */
  at?: string;
}

const person = (id: string): Actor => ({ kind: 'person', id, name: id, via: 'session' });
const PEOPLE = [person('anna'), person('ben'), person('cleo')];
const ENGINE: Actor = { kind: 'engine', id: 'engine', name: 'engine', via: 'engine' };

/** A random input that somebody could send now: a sensible one mostly, else a stale, unknown or early one. */
export function chooseInput(random: Random, state: InstanceState, tables: Tables, now: string): Try {
  if (random.chance(0.03)) return noise(random, state);
  if (random.chance(0.02)) return change(random);
  if (random.chance(0.004)) return { input: { type: 'cancel', reason: 'enough' }, actor: ENGINE };
  const waiting = Object.values(state.activations).filter(({ wait }) => wait !== undefined);
  const adHoc = random.chance(0.02) ? Object.values(state.activations).find(isAdHoc) : undefined;
  if (adHoc) {
    const input: Input = { type: 'activate-elements', key: adHoc.key, elementIds: ['nobody knows it'] };
    return { input, actor: ENGINE, refused: true };
  }
  const incidents = Object.values(state.incidents);
  const chosen = random.below(waiting.length + incidents.length);
  if (chosen >= waiting.length) return retry(random, incidents[chosen - waiting.length]?.key ?? 0);
  const activation = waiting[chosen] as Activation & { wait: Wait };
  switch (activation.wait.kind) {
    case 'work':
      return forWork(random, activation, activation.wait, tables);
    case 'task':
      return forTask(random, activation.key, activation.wait, now);
    case 'timer':
      return forTimer(random, activation.key, activation.wait.dueAt, now);
    case 'message':
    case 'signal':
      return forEvent(random, activation.key, activation.wait);
    case 'condition':
      return change(random);
    case 'call':
      return forCall(random, activation.key);
  }
}

/** Any scope will do: what isn't ad-hoc refuses. */
const isAdHoc = ({ status, attachedTo }: Activation): boolean =>
  status === 'active' && attachedTo === undefined;

function forWork(
  random: Random,
  { key }: Activation,
  wait: Extract<Wait, { kind: 'work' }>,
  tables: Tables,
): Try {
  const row = tables.work.get(key);
  const payload = row?.payload as { expressions?: string[] } | undefined;
  // a worker knows its attempt from the row it leased, never from the state
  const current = row?.attempt ?? 0;
  const stale = random.chance(0.05);
  const attempt = stale ? wait.attempt + random.pick([-1, 1, 7]) : current;
  const lease = { worker: 'w', leasedAt: '2026-01-01T00:00:00.000Z', attempt };
  const variables: JsonObject = random.chance(0.8) ? { x: random.below(4) } : {};
  const choice = random.next();
  const asked = payload?.expressions;
  if (asked && !stale && choice < 0.85) return answer(random, key, asked);
  const input: Input =
    choice < 0.7
      ? { type: 'complete-work', key, variables, lease }
      : choice < 0.8
        ? { type: 'fail-work', key, error: 'no', retryAt: '2026-01-01T00:05:00.000Z', lease }
        : choice < 0.86
          ? { type: 'fail-work', key, error: 'no', lease }
          : choice < 0.97
            ? {
                type: 'throw-error',
                key,
                errorCode: random.pick(['E1', 'E2', 'E3']),
                message: '',
                variables,
                lease,
              }
            : { type: 'quarantine-work', key, error: 'claimed five times', lease };
  const wrong = stale || (asked && (input.type === 'complete-work' || input.type === 'throw-error'));
  return wrong ? { input, actor: ENGINE, refused: true } : { input, actor: ENGINE, accepted: true };
}

function answer(random: Random, key: number, sources: readonly string[]): Try {
  const value = (source: string): Json =>
    random.chance(0.05)
      ? 7
      : source === 'go?'
        ? random.chance(0.5)
        : source === 'x?'
          ? random.below(4)
          : source === 'how long?'
            ? 'PT20M'
            : 'typed';
  const answers = sources.map((source) => ({
    source,
    result: random.chance(0.05)
      ? { ok: false as const, message: 'took too long' }
      : { ok: true as const, value: value(source) },
  }));
  return { input: { type: 'answer', key, answers }, actor: ENGINE, accepted: true };
}

function forTask(random: Random, key: number, wait: Extract<Wait, { kind: 'task' }>, now: string): Try {
  if (wait.remindAt && random.chance(0.2)) return forTimer(random, key, wait.remindAt, now);
  const actor = random.pick(PEOPLE);
  const to = random.pick(PEOPLE);
  const choice = random.next();
  if (choice < 0.15)
    return { input: { type: 'claim-task', key, personId: actor.id, personName: actor.name }, actor };
  if (choice < 0.25) return { input: { type: 'release-task', key }, actor };
  if (choice < 0.3) return { input: { type: 'delegate-task', key, to: to.id, toName: to.name }, actor };
  if (choice < 0.35) return { input: { type: 'comment-task', key, text: 'hm' }, actor };
  const outcome = random.pick(['approve', 'reject', 'perhaps', null, null]);
  const comment = random.chance(0.5) ? 'because' : null;
  const input: Input = {
    type: 'complete-task',
    key,
    outcome,
    variables: random.chance(0.5) ? { x: random.below(4) } : {},
    comment,
    contentDigest: null,
  };
  const another = wait.state === 'claimed' && wait.assignee !== actor.id;
  const again = wait.votes?.some(({ personId }) => personId === actor.id) ?? false;
  const refused = outcome === 'perhaps' || another || again;
  return refused ? { input, actor, refused: true } : { input, actor };
}

function forTimer(random: Random, key: number, dueAt: string, now: string): Try {
  const input: Input = { type: 'fire-timer', key };
  if (now < dueAt && random.chance(0.1)) return { input, actor: ENGINE, refused: true };
  const late = new Date(Date.parse(dueAt) + random.below(3) * 2_400_000).toISOString();
  return { input, actor: ENGINE, at: late, accepted: true };
}

function forEvent(random: Random, key: number, wait: Extract<Wait, { kind: 'message' | 'signal' }>): Try {
  const variables: JsonObject = random.chance(0.5) ? { x: random.below(4) } : {};
  const { kind, name } = wait;
  if (random.chance(0.05)) {
    const input: Input = { type: 'receive-message', key, messageId: 'm', name: `not ${name}`, variables };
    return { input, actor: ENGINE, refused: true };
  }
  const input: Input =
    kind === 'message'
      ? { type: 'receive-message', key, messageId: `m${key}`, name, variables }
      : { type: 'receive-signal', key, name, variables };
  return { input, actor: ENGINE, accepted: true };
}

function forCall(random: Random, key: number): Try {
  if (random.chance(0.1)) {
    const input: Input = { type: 'receive-escalation', key, code: random.pick(['E1', 'E2']) };
    return { input, actor: ENGINE, accepted: true };
  }
  const choice = random.next();
  const input: Input =
    choice < 0.7
      ? { type: 'return-call', key, variables: random.chance(0.5) ? { x: random.below(4) } : {} }
      : { type: 'fail-call', key, errorCode: choice < 0.9 ? random.pick(['E1', 'E2']) : null, message: 'no' };
  return { input, actor: ENGINE, accepted: true };
}

function retry(random: Random, incidentKey: number): Try {
  const input = { type: 'retry-incident' as const, incidentKey, reason: 'repaired' };
  const variables = { x: random.below(4) };
  return { input: random.chance(0.7) ? { ...input, variables } : input, actor: random.pick(PEOPLE) };
}

function change(random: Random): Try {
  const variables = { x: random.below(4) };
  return { input: { type: 'set-variables', variables, reason: 'corrected' }, actor: random.pick(PEOPLE) };
}

/** Always refused: unknown keys, a second start, the wrong kind of answer. */
function noise(random: Random, state: InstanceState): Try {
  const key = random.pick([0, -1, state.nextKey, state.nextKey + 5]);
  const lease = { worker: 'w', leasedAt: '2026-01-01T00:00:00.000Z', attempt: 1 };
  const input = random.pick<Input>([
    { type: 'start', instanceId: state.id, variables: {}, businessKey: null },
    { type: 'complete-work', key, variables: {}, lease },
    { type: 'throw-error', key, errorCode: 'E1', message: '', variables: {} },
    { type: 'answer', key, answers: [] },
    { type: 'fire-timer', key },
    { type: 'claim-task', key, personId: 'anna', personName: 'Anna' },
    { type: 'complete-task', key, outcome: null, variables: {}, comment: null, contentDigest: null },
    { type: 'retry-incident', incidentKey: key, reason: 'why not' },
  ]);
  return { input, actor: ENGINE, refused: true };
}
