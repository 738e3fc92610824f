import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectAudit } from '@/lib/audit/project';
import { listAudit } from '@/lib/audit/queries';
import { verifyAudit } from '@/lib/audit/verify';
import { db } from '@/lib/db/client';
import { getInstance } from '@/lib/instances/queries';
import { createProcess } from '@/lib/processes/create';
import { publish } from '@/lib/processes/publish';
import { claimTask } from '@/lib/tasks/act';
import { completeTask } from '@/lib/tasks/complete';
import { getTask, listTasks } from '@/lib/tasks/queries';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { samples } from '.';
import { sampleXml } from './read';
import { runSample } from './run';

const ALL = ['designer', 'operator', 'reviewer', 'auditor'];
const mia = someone('mia', ALL, ['finance', 'people', 'complaints']);
const jonas = someone('jonas', ALL, ['finance', 'people', 'complaints']);

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  for (const sample of samples) {
    const created = await createProcess(call(mia), { content: { xml: await sampleXml(sample.id) } });
    await publish(call(mia), { processId: created.processId, note: 'First version' });
    await db().model.update({ where: { id: created.modelId }, data: { sampleId: sample.id } });
  }
});
afterAll(() => app.stop());

/** Decides whatever the instance asks for until it ends: the first outcome each time, as the first of the two who may. */
async function work(instanceId: string): Promise<string> {
  for (;;) {
    const next = await eventually(async () => {
      const instance = await getInstance(call(mia), { instanceId });
      if (instance.incidents.length > 0) throw new Error(JSON.stringify(instance.incidents));
      if (instance.status !== 'running') return { ended: instance.status, taskId: '' };
      const { items } = await listTasks(call(mia), { instanceId });
      return items[0] ? { ended: '', taskId: items[0].taskId } : null;
    });
    if (next.ended) return next.ended;
    const first = await getTask(call(mia), { taskId: next.taskId });
    const who = first.verdict.may ? mia : jonas;
    await claimTask(call(who), { taskId: next.taskId });
    const task = await getTask(call(who), { taskId: next.taskId });
    expect(task.verdict).toEqual({ may: true });
    const outcome = task.shown?.outcomes[0];
    const variables: Record<string, unknown> = {};
    for (const field of task.shown?.form.fields ?? []) {
      if (field.required && task.shown?.values[field.key] === undefined && field.type !== 'readonly') {
        variables[field.key] =
          field.options?.[0]?.value ??
          (field.type === 'number' || field.type === 'money'
            ? 1
            : field.type === 'boolean'
              ? true
              : field.type === 'date'
                ? '2026-11-20'
                : 'x');
      }
    }
    await completeTask(call(who), {
      taskId: next.taskId,
      outcome: outcome?.id ?? null,
      variables,
      comment: 'Checked.',
      contentDigest: task.contentDigest,
    });
  }
}

describe('the spine', () => {
  for (const sample of samples) {
    it(`runs “${sample.title}” from start to end with people deciding`, async () => {
      const { instanceId } = await runSample(call(mia), { sampleId: sample.id });
      expect(await work(instanceId)).toBe('completed');
      // The running app brings the audit trail up to date as well: none left for us doesn't mean that it is done.
      const types = await eventually(async () => {
        await projectAudit();
        const { items } = await listAudit(call(mia), { instanceId, limit: 200 });
        const found = items.map((item) => item.type);
        return found.includes('instance.completed') ? found : null;
      });
      expect(types).toContain('instance.started');
    });
  }

  it('leaves a ledger whose every chain verifies', async () => {
    const verdict = await verifyAudit(call(mia), {});
    expect(verdict.broken).toEqual([]);
    expect(verdict.events).toBeGreaterThan(100);
  });
});
