import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, workStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { dueTasks } from './due';
import { quorumSentences } from './quorum';

const board = {
  id: 'board',
  xml: `<bpmn:userTask id="board" name="Board decision"><bpmn:extensionElements>
    <zeebe:assignmentDefinition candidateGroups="board" />
    <countersign:approval resultVariable="decision" quorum="2" quorumOf="3">
      <countersign:outcome id="approve" label="Approve" tone="positive" commentRequired="false" />
      <countersign:outcome id="reject" label="Reject" tone="negative" commentRequired="false" />
    </countersign:approval>
    <countersign:form>{"fields":[{"key":"limit","label":"Limit","type":"number"}]}</countersign:form>
  </bpmn:extensionElements></bpmn:userTask>`,
};

let app: TestApp;
let operator: string;
let processId: string;
const voters: Record<string, string> = {};
beforeAll(async () => {
  app = await startApp();
  operator = await tokenFor(['designer', 'operator', 'auditor']);
  for (const name of ['ann', 'bob', 'cid']) voters[name] = await tokenFor(['reviewer'], ['board']);
  const made = await sendJson('POST', '/processes', {
    token: operator,
    body: model(sequence([board, workStep('after', 'after')])),
    headers: { 'content-type': 'application/xml' },
  });
  processId = (made.body as { processId: string }).processId;
  await sendJson('POST', `/processes/${processId}/publish`, { token: operator, body: { note: 'One' } });
});
afterAll(() => app.stop());

async function opened(): Promise<{ taskId: string; instanceId: string }> {
  const started = await sendJson('POST', `/processes/${processId}/instances?wait=5s`, { token: operator });
  const instanceId = String(started.body.instanceId);
  const { body } = await sendJson('GET', `/tasks?instanceId=${instanceId}`, { token: operator });
  return { instanceId, taskId: (body.items as { taskId: string }[])[0]!.taskId };
}

const detail = async (who: string, taskId: string) =>
  (await sendJson('GET', `/tasks/${taskId}`, { token: voters[who]! })).body as {
    contentDigest: string;
    verdict: { may: boolean; code?: string };
    whoMayDecide: string[];
    quorum: { required: number; of: number; decisions: { outcome: string }[] } | null;
  };

async function decide(who: string, taskId: string, outcome: string, variables = {}) {
  const { contentDigest } = await detail(who, taskId);
  const body = { outcome, contentDigest, variables };
  return sendJson('POST', `/tasks/${taskId}/complete`, { token: voters[who]!, body });
}

const mine = async (who: string) =>
  (
    (await sendJson('GET', '/tasks?view=mine', { token: voters[who]! })).body.items as { taskId: string }[]
  ).map(({ taskId }) => taskId);

describe('an approval that several decide', () => {
  it('is open until enough agree; each decision is in the ledger, signed, with actor and time', async () => {
    const { taskId, instanceId } = await opened();
    expect(await decide('ann', taskId, 'reject', { limit: 1 })).toMatchObject({
      status: 200,
      body: { decided: false },
    });
    expect(await mine('ann')).not.toContain(taskId);
    expect(await mine('bob')).toContain(taskId);
    const { voters: sofar } = await db().task.findUniqueOrThrow({ where: { id: taskId } });
    const home = async (person: string) =>
      (await dueTasks(call(someone(person, ['reviewer'], ['board'])), { limit: 50 })).items.map(
        (one) => one.taskId,
      );
    expect(sofar).toHaveLength(1);
    expect(await home(sofar[0]!)).not.toContain(taskId);
    expect(await home('somebody else')).toContain(taskId);
    expect(await detail('ann', taskId)).toMatchObject({
      verdict: { may: false, code: 'already-voted' },
      quorum: { required: 2, of: 3, decisions: [{ outcome: 'reject' }] },
    });
    expect(await decide('ann', taskId, 'approve')).toMatchObject({
      status: 403,
      body: { code: 'already-voted' },
    });
    const before = await sendJson('GET', `/instances/${instanceId}`, { token: operator });
    expect(before.body.variables).not.toHaveProperty('limit');

    expect((await decide('bob', taskId, 'approve', { limit: 2 })).body).toMatchObject({ decided: false });
    expect((await decide('cid', taskId, 'approve')).body).toMatchObject({ decided: true });

    const { body } = await sendJson('GET', `/instances/${instanceId}`, { token: operator });
    expect(body.variables).toMatchObject({
      limit: 2,
      decision: {
        outcome: 'approve',
        decisions: [{ outcome: 'reject' }, { outcome: 'approve' }, { outcome: 'approve' }],
      },
    });
    const events = await sendJson('GET', `/instances/${instanceId}/events`, { token: operator });
    type Event = {
      type: string;
      at: string;
      actor: { id: string };
      data: { contentDigest: string; at: string };
    };
    const votes = (events.body.items as Event[]).filter(({ type }) => type === 'task.voted');
    expect(new Set(votes.map(({ actor }) => actor.id)).size).toBe(3);
    for (const { at, data } of votes) {
      expect(data.at).toBe(at);
      expect(await db().content.findUnique({ where: { hash: data.contentDigest } })).not.toBeNull();
    }
    expect(await db().task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({
      state: 'completed',
      outcome: 'approve',
      voters: votes.map(({ actor }) => actor.id),
    });
  });

  it('is turned down as soon as agreement is out of reach', async () => {
    const { taskId, instanceId } = await opened();
    await decide('ann', taskId, 'reject');
    expect((await decide('bob', taskId, 'reject')).body).toMatchObject({ decided: true });
    const { body } = await sendJson('GET', `/instances/${instanceId}`, { token: operator });
    expect(body.variables).toMatchObject({ decision: { outcome: 'reject' } });
    expect(await decide('cid', taskId, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'task-already-decided' },
    });
  });

  it('takes two decisions at once, one after the other', async () => {
    const { taskId } = await opened();
    const both = await Promise.all([decide('ann', taskId, 'approve'), decide('bob', taskId, 'approve')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.map(({ body }) => body.decided).sort()).toEqual([false, true]);
  });

  it('says the rule in words', () => {
    const decisions = ['Ann', 'Bob'].map((byName) => ({
      by: byName,
      byName,
      outcome: 'approve',
      comment: null,
      at: '',
    }));
    expect(quorumSentences({ required: 2, of: 5, reject: 'out-of-reach', decisions: [] })).toEqual([
      '2 of 5 must choose the same answer; else it is turned down.',
    ]);
    expect(quorumSentences({ required: 3, of: 3, reject: 'first', decisions })).toEqual([
      'All 3 who are asked must agree; one who turns it down decides at once.',
      'Ann and Bob have decided.',
    ]);
  });
});
