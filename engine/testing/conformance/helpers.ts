import { expect } from 'vitest';
import type { Actor, Input } from '../../core/inputs';
import type { InstanceState } from '../../core/state';
import { transition } from '../../core/transition';
import type { Decide } from '../../host/commit/plan';
import type { Addressed, ClaimedWork, Outcome } from '../../host/ports';
import { linearBehaviors, linearProcess } from '../linear-process';
import type { StoreUnderTest } from '../store-conformance';

export type Under = () => StoreUnderTest;
export type Committed = Extract<Outcome, { ok: true }>;

/** Work, then a timer of a minute, then a task. */
const executable = linearProcess([{ work: 'first' }, { timerMs: 60_000 }, { task: 'Decide' }]);
const actor: Actor = { kind: 'person', id: 'ada', name: 'Ada', via: 'session' };
let count = 0;

/** A new name: suites share a database. */
export const fresh = (prefix: string): string => `${prefix}${++count}`;

/** The real core over a small process. */
export const decide: Decide = ({ addressed, state, at }) =>
  transition(executable, state, { ...addressed.command, at }, linearBehaviors);

export const send = (instanceId: string, input: Input, more: Partial<Addressed> = {}): Addressed => ({
  instanceId,
  command: { id: fresh('command'), actor, input },
  ...more,
});

export const starting = (instanceId: string, more: Partial<Addressed> = {}): Addressed =>
  send(
    instanceId,
    { type: 'start', instanceId, variables: { n: 1, text: 'ü "quoted" \\ {a,b}\n' }, businessKey: null },
    {
      create: { processId: 'p', modelId: 'm', versionId: 'v1', processKey: 'Process', title: 'A, "title"' },
      ...more,
    },
  );

export async function commit(under: Under, addressed: Addressed): Promise<Outcome> {
  return (await under().store.commit([addressed], decide))[0]!;
}

export async function started(under: Under): Promise<string> {
  const id = fresh('instance');
  succeeded(await commit(under, starting(id)));
  return id;
}

/** Claims until the work of this instance is there; other cases' work is leased out of the way for good. */
export async function claimed(under: Under, instanceId: string, leaseMs = 30_000): Promise<ClaimedWork> {
  for (;;) {
    const work = await under().store.claimWork({ workTypes: ['first'], max: 100, leaseMs, worker: 'w1' });
    const mine = work.find((piece) => piece.instanceId === instanceId);
    if (mine) return mine;
    expect(work, 'the work of this instance is claimable').not.toEqual([]);
  }
}

export function completing(work: ClaimedWork, more: Partial<Addressed> = {}): Addressed {
  const { instanceId, key, token, leasedAt, attempt } = work;
  const lease = { worker: 'w1', leasedAt, attempt };
  const workLease = { key, token };
  return send(instanceId, { type: 'complete-work', key, variables: {}, lease }, { workLease, ...more });
}

/** An instance that waits for its timer. */
export async function atTimer(under: Under): Promise<{ id: string; key: number }> {
  const id = await started(under);
  const { state } = succeeded(await commit(under, completing(await claimed(under, id))));
  return { id, key: waitingKey(state) };
}

export const firing = (id: string, key: number): Addressed =>
  send(id, { type: 'fire-timer', key }, { timer: { key } });

/** An instance that waits for a person. */
export async function atTask(under: Under): Promise<{ id: string; key: number }> {
  const { id, key } = await atTimer(under);
  await under().advance(60_000);
  const { state } = succeeded(await commit(under, firing(id, key)));
  return { id, key: waitingKey(state) };
}

export const waitingKey = (state: InstanceState): number =>
  Object.values(state.activations).find((activation) => activation.wait)!.key;

export function succeeded(outcome: Outcome): Committed {
  expect(outcome).toMatchObject({ ok: true });
  return outcome as Committed;
}
