import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getInstance } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { completeTask } from '@/lib/tasks/complete';
import { getTask, listTasks } from '@/lib/tasks/queries';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { activateWork, completeWork } from '@/lib/work/use-cases';
import { createProcess } from './create';
import { publish } from './publish';

const corpora = process.env.CORPORA_DIR ?? path.resolve(import.meta.dirname, '../../../shared/corpora');
const file = path.join(
  corpora,
  'core/02-realistic/customer-onboarding-camunda-8-springboot__customer-onboarding.bpmn',
);
const everyone = someone('ada', ['designer', 'operator', 'reviewer', 'auditor']);

describe.skipIf(!existsSync(file))('a model nobody here drew (skipped where CORPORA_DIR is absent)', () => {
  let app: TestApp;
  let processId: string;
  beforeAll(async () => {
    app = await startApp();
    const created = await createProcess(call(everyone), { content: { xml: await readFile(file) } });
    processId = created.processId;
    expect(created.key).toBe('customer-onboarding');
    const published = await publish(call(everyone), { processId, note: 'As it came' });
    expect(published.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });
  afterAll(() => app.stop());

  async function work(type: string, variables: object): Promise<void> {
    const item = await eventually(
      async () => (await activateWork(call(everyone), { type, worker: 'test' })).items[0],
    );
    await completeWork(call(everyone), { workId: item.workId, lease: item.lease, variables });
  }

  async function approve(instanceId: string, automaticProcessing: boolean): Promise<void> {
    const task = await eventually(async () => (await listTasks(call(everyone), { instanceId })).items[0]);
    const detail = await getTask(call(everyone), { taskId: task.taskId });
    expect(detail.shown?.form.fields.map(({ key, type }) => ({ key, type }))).toEqual([
      { key: 'someInput', type: 'readonly' },
      { key: 'score', type: 'readonly' },
      { key: 'automaticProcessing', type: 'boolean' },
    ]);
    expect(detail.shown?.values.score).toBe(87);
    await completeTask(call(everyone), {
      taskId: task.taskId,
      variables: { automaticProcessing },
      contentDigest: detail.contentDigest,
    });
  }

  for (const [end, accepted] of [
    ['EndEventProcessed', true],
    ['EndEventRejected', false],
  ] as const) {
    it(`reaches ${end} with an external worker and the form the file carries`, async () => {
      const { instanceId } = await startInstance(call(everyone), {
        processId,
        variables: { customerName: 'bernd', customerEmail: 'noreply@camunda.com' },
      });
      await work('scoreCustomer', { score: 87, someInput: 'details' });
      await approve(instanceId, accepted);
      if (accepted) await work('addCustomerToCrm', {});
      const ended = await eventually(async () => {
        const instance = await getInstance(call(everyone), { instanceId });
        return instance.status === 'completed' ? instance : null;
      });
      expect(ended.activities.find((one) => one.elementId === end)?.state).toBe('completed');
      expect(ended.variables).toMatchObject({
        customerName: 'bernd',
        score: 87,
        automaticProcessing: accepted,
      });
    });
  }
});
