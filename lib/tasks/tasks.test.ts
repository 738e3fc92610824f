import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/engine/core/json';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { setVariables } from '@/lib/instances/operate';
import { getInstance } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { createProcess } from '@/lib/processes/create';
import { publish } from '@/lib/processes/publish';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { claimTask, commentTask, delegateTask, releaseTask } from './act';
import { completeTask } from './complete';
import { countTasks } from './count';
import { listDelegates } from './delegates';
import { taskDiagram } from './diagram';
import { differences } from './differences';
import { getTask, listTasks } from './queries';
import { fourEyesXml } from './testing';
import type { ShownContent } from './types';

const ROLES = ['designer', 'operator', 'reviewer'];
const ada = someone('ada', ROLES, ['finance']);
const ben = someone('ben', ['reviewer'], ['finance']);
const eve = someone('eve', ['reviewer'], ['sales']);
const ida = someone('ida', ['auditor']);

let app: TestApp;
let processId: string;

beforeAll(async () => {
  app = await startApp();
  for (const { id, roles, groups } of [ada, ben, eve, ida])
    await db().person.create({ data: { id, email: `${id}@example.org`, name: id, roles, groups } });
  const created = await createProcess(call(ada), { content: { xml: fourEyesXml } });
  processId = created.processId;
  await publish(call(ada), { processId, note: 'First version' });
});
afterAll(() => app.stop());

/** Starts an instance and gives its open task. */
async function start(by = ada, more: JsonObject = {}) {
  const { instanceId } = await startInstance(call(by), {
    processId,
    variables: { amount: 100, customer: { name: 'Nord', vip: true }, ...more },
    title: 'Order 7',
  });
  return { instanceId, taskId: await taskOf(instanceId) };
}

const taskOf = async (instanceId: string, name?: string) =>
  (
    await eventually(async () => {
      const { items } = await listTasks(call(ida), { instanceId });
      return items.find((one) => !name || one.name === name);
    })
  ).taskId;

/** Fills in the first step, so that the approval waits. */
async function approval(preparedBy = ada) {
  const { instanceId, taskId } = await start();
  await completeTask(call(preparedBy), { taskId, variables: { quantity: 2, customer: { name: 'Nord' } } });
  return { instanceId, taskId: await taskOf(instanceId, 'Approve order') };
}

const digestOf = async (taskId: string, as = ben) => (await getTask(call(as), { taskId })).contentDigest;

async function refusal(run: Promise<unknown>): Promise<AppError> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('It was not refused.');
  return error;
}

describe('claiming', () => {
  it('is won by exactly one of two; the other is told who', async () => {
    const { taskId } = await start();
    const both = await Promise.allSettled([
      claimTask(call(ada), { taskId }),
      claimTask(call(ben), { taskId }),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const winner = both[0]?.status === 'fulfilled' ? ada : ben;
    const lost = both.find((one) => one.status === 'rejected')?.reason as AppError;
    expect(lost).toMatchObject({ status: 409, code: 'claimed-by-another' });
    expect(lost.extra.claimedBy).toEqual({ id: winner.id, name: winner.name });
    expect(lost.userMessage).toContain(winner.name);
    const { state, assignee } = await getTask(call(ida), { taskId });
    expect([state, assignee]).toEqual(['claimed', winner.id]);
  });

  it('takes the task out of the lists of others, and releasing brings it back', async () => {
    const { taskId } = await start();
    const has = async (who: typeof ada, view: string) =>
      (await listTasks(call(who), { view, limit: 200 })).items.some((one) => one.taskId === taskId);
    await claimTask(call(ada), { taskId });
    expect([await has(ada, 'mine'), await has(ben, 'mine'), await has(ben, 'groups')]).toEqual([
      true,
      false,
      true,
    ]);
    const refused = await refusal(
      completeTask(call(ben), { taskId, variables: { quantity: 1, customer: { name: 'Nord' } } }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'claimed-by-another' });
    await releaseTask(call(ada), { taskId });
    expect(await has(ben, 'mine')).toBe(true);
  });

  it('is not for people it was not offered to', async () => {
    const { taskId } = await start();
    expect((await refusal(claimTask(call(eve), { taskId }))).status).toBe(404);
    expect((await listTasks(call(eve), { view: 'groups' })).items).toEqual([]);
  });
});

describe('four eyes', () => {
  it('refuses who started it, also by another way of signing in, and says the rule beforehand', async () => {
    const { taskId } = await approval(ben);
    const before = await getTask(call(ada), { taskId });
    expect(before.verdict).toMatchObject({ may: false, code: 'four-eyes' });
    const byToken = { ...ada, via: 'token' as const, tokenId: 'tok1' };
    for (const who of [ada, byToken]) {
      const refused = await refusal(
        completeTask(call(who), { taskId, outcome: 'approve', contentDigest: before.contentDigest }),
      );
      expect(refused).toMatchObject({ status: 403, code: 'four-eyes' });
      expect(before.verdict).toMatchObject({ reason: refused.userMessage });
    }
  });

  it('refuses who did the step before, and neither of them can be handed the task', async () => {
    const { taskId } = await approval(ben);
    expect((await getTask(call(ben), { taskId })).verdict).toMatchObject({ may: false, code: 'four-eyes' });
    expect((await refusal(claimTask(call(ben), { taskId }))).code).toBe('four-eyes');
    const people = await listDelegates(call(ben), { taskId });
    expect(people.items.map((one) => one.id)).toEqual(['eve']);
    expect((await refusal(delegateTask(call(ben), { taskId, to: 'ada' }))).code).toBe('four-eyes');
  });

  it('names who may decide and who may not', async () => {
    const { taskId } = await approval(ada);
    const { whoMayDecide } = await getTask(call(ben), { taskId });
    expect(whoMayDecide).toEqual([
      'Anyone in the group “finance” may decide.',
      'Not ada, who started it.',
      'Not ada, who did “Prepare”.',
    ]);
  });
});

describe('deciding', () => {
  it('keeps what was shown, with its digest', async () => {
    const { taskId, instanceId } = await approval();
    const before = await getTask(call(ben), { taskId });
    const done = await completeTask(call(ben), {
      taskId,
      outcome: 'approve',
      contentDigest: before.contentDigest,
    });
    expect(done.contentDigest).toBe(before.contentDigest);
    const after = await getTask(call(ida), { taskId });
    expect(after.shown).toEqual(before.shown);
    expect(after).toMatchObject({ state: 'completed', outcome: 'approve', decidedByName: 'ben' });
    await eventually(async () => (await getInstance(call(ada), { instanceId })).status === 'completed');
  });

  it('is refused with the new content when it changed since it was shown', async () => {
    const { taskId, instanceId } = await approval();
    const before = await getTask(call(ben), { taskId });
    await setVariables(call(ada), { instanceId, variables: { amount: 999 }, reason: 'Corrected' });
    const refused = await refusal(
      completeTask(call(ben), { taskId, outcome: 'approve', contentDigest: before.contentDigest }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'content-changed' });
    const now = refused.extra.shown as ShownContent;
    expect(differences(before.shown!, now)).toMatchObject([
      { path: 'values.amount', label: 'Amount', before: 100, after: 999 },
      { path: 'sentence' },
    ]);
    expect(refused.extra.contentDigest).toBe(await digestOf(taskId));
  });

  it('happens once: the second is told who and what', async () => {
    const { taskId } = await approval();
    const contentDigest = await digestOf(taskId);
    await completeTask(call(ben), { taskId, outcome: 'reject', comment: 'No.', contentDigest });
    const refused = await refusal(completeTask(call(ben), { taskId, outcome: 'approve', contentDigest }));
    expect(refused).toMatchObject({ status: 409, code: 'task-already-decided' });
    expect(refused.extra).toMatchObject({ outcome: 'reject', decidedBy: { id: 'ben', name: 'ben' } });
  });

  it.each([
    ['an unknown outcome', { outcome: 'maybe' }, 'unknown-outcome'],
    ['a missing comment', { outcome: 'reject' }, 'comment-required'],
    ['a comment of spaces', { outcome: 'reject', comment: '  ' }, 'comment-required'],
    ['a field the form lacks', { outcome: 'approve', variables: { hacked: 1 } }, 'invalid-form'],
    ['a value that was only shown', { outcome: 'approve', variables: { amount: 1 } }, 'invalid-form'],
  ])('refuses %s as 422 and changes nothing', async (_, input, code) => {
    const { taskId } = await approval();
    const contentDigest = await digestOf(taskId);
    const refused = await refusal(completeTask(call(ben), { taskId, contentDigest, ...input }));
    expect(refused).toMatchObject({ status: 422, code });
    expect((await getTask(call(ben), { taskId })).state).toBe('open');
  });

  it('names every field that is wrong', async () => {
    const { taskId } = await start();
    const wrong = { quantity: 0, customer: { name: '' } };
    const refused = await refusal(completeTask(call(ben), { taskId, variables: wrong }));
    expect(refused.errors.map((one) => one.path)).toEqual(['variables.quantity', 'variables.customer.name']);
  });

  it('needs the digest of what was shown', async () => {
    const { taskId } = await approval();
    const refused = await refusal(completeTask(call(ben), { taskId, outcome: 'approve' }));
    expect(refused).toMatchObject({ status: 422, code: 'digest-required' });
  });

  it('writes a dotted field without losing what stands beside it', async () => {
    const { taskId, instanceId } = await start();
    await completeTask(call(ben), { taskId, variables: { quantity: 3, customer: { name: 'Süd' } } });
    const { variables } = await getInstance(call(ada), { instanceId });
    expect(variables).toMatchObject({ quantity: 3, customer: { name: 'Süd', vip: true } });
  });
});

describe('people', () => {
  it('a task can be handed to a reviewer outside the group, who then may decide it', async () => {
    const { taskId } = await start();
    await delegateTask(call(ben), { taskId, to: 'eve', reason: 'Knows the customer' });
    expect((await getTask(call(eve), { taskId })).verdict).toEqual({ may: true });
  });

  it('a task cannot be handed to nobody, nor to somebody who may not decide', async () => {
    const { taskId } = await start();
    for (const to of ['nobody', 'ida'])
      expect(await refusal(delegateTask(call(ben), { taskId, to }))).toMatchObject({
        status: 422,
        code: 'unknown-person',
      });
  });

  it('an auditor reads everything and changes nothing', async () => {
    const { taskId } = await approval();
    const task = await getTask(call(ida), { taskId });
    expect(task.verdict).toMatchObject({ may: false, code: 'forbidden' });
    const { contentDigest } = task;
    for (const attempt of [
      () => completeTask(call(ida), { taskId, outcome: 'approve', contentDigest }),
      () => claimTask(call(ida), { taskId }),
      () => commentTask(call(ida), { taskId, text: 'Hm' }),
    ])
      expect((await refusal(attempt())).status).toBe(403);
    expect((await countTasks(call(ida), {})).mine).toBe(0);
  });

  it('an auditor who is a reviewer of another group still may not decide', async () => {
    const both = someone('eve', ['auditor', 'reviewer'], ['sales']);
    const { taskId } = await approval();
    expect((await getTask(call(both), { taskId })).verdict).toMatchObject({ may: false, code: 'forbidden' });
    const contentDigest = await digestOf(taskId);
    expect(
      (await refusal(completeTask(call(both), { taskId, outcome: 'approve', contentDigest }))).status,
    ).toBe(404);
  });
});

describe('a row', () => {
  it('shows the amount, and is found by the title of its instance', async () => {
    const { taskId } = await start();
    const { items } = await listTasks(call(ben), { view: 'mine', q: 'order 7', limit: 200 });
    expect(items.find((one) => one.taskId === taskId)).toMatchObject({
      title: 'Order 7',
      processName: 'Orders',
      amount: { value: 100, currency: 'EUR' },
      ai: null,
    });
  });

  it('has its place in the drawing', async () => {
    const { taskId } = await approval();
    const { elementId, view } = await taskDiagram(call(ben), { taskId });
    const states = Object.fromEntries(view.nodes.map((node) => [node.id, node.state]));
    expect(elementId).toBe('Approve');
    expect(states).toMatchObject({
      Start: 'completed',
      Prepare: 'completed',
      Approve: 'waiting',
      End: 'notReached',
    });
    expect(view.edges.filter((edge) => edge.taken).map((edge) => edge.id)).toEqual(['F1', 'F2']);
  });
});
