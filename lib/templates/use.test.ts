import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportDecisions, listDecisions } from '@/lib/decisions/queries';
import { storeDecisions } from '@/lib/decisions/store';
import { getInstance } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { publish } from '@/lib/processes/publish';
import { getDraft, getProcess } from '@/lib/processes/queries';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { listTemplates } from './list';
import { readTemplate } from './read';
import { sampleOf } from './sample';
import { createFromTemplate } from './use';

const ada = someone('ada', ['designer', 'operator', 'auditor']);
const rob = someone('rob', ['reviewer']);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const use = (templateId: string, name: string) => createFromTemplate(call(ada), { templateId, name });

it('every template becomes a draft that can be published', async () => {
  const { items } = await listTemplates(call(ada), {});
  expect(items).toHaveLength(10);
  for (const { templateId, title } of items) {
    const { processId } = await use(templateId, `Ours: ${title}`);
    expect(await getProcess(call(ada), { processId })).toMatchObject({ name: `Ours: ${title}` });
    expect(await publish(call(ada), { processId, note: 'First' })).toMatchObject({
      version: 1,
      problems: [],
    });
  }
});

it('two processes of one template have keys of their own and carry the sample', async () => {
  const [one, other] = [await use('kyc-check', 'One'), await use('kyc-check', 'Other')];
  expect(one.key).not.toBe(other.key);
  const { document } = await getDraft(call(ada), { processId: one.processId });
  expect(sampleOf(document)).toEqual((await readTemplate('kyc-check'))?.file.variables);
});

it('runs on the engine with the decision table that came along', async () => {
  const { processId } = await use('order-fraud', 'Orders');
  await publish(call(ada), { processId, note: 'First' });
  const sample = (await readTemplate('order-fraud'))!.file.variables;
  const variables = { ...sample, total: 80, accountAgeDays: 900, expressDelivery: false };
  const { instanceId } = await startInstance(call(ada), { processId, variables });
  const ended = await eventually(async () => {
    const instance = await getInstance(call(ada), { instanceId });
    return (instance.status !== 'running' || instance.incidents.length > 0) && instance;
  });
  expect(ended).toMatchObject({ status: 'completed', incidents: [], variables: { score: 5 } });
});

it('a decision table that was adapted is not replaced', async () => {
  const { decision } = (await readTemplate('order-fraud'))!;
  const adapted = decision!.replace('Every order', 'Every single order');
  await storeDecisions(call(ada), { xml: adapted });
  await use('order-fraud', 'More orders');
  const { items } = await listDecisions(call(ada), {});
  const file = items.find(({ key }) => key === 'fraud-score-file')!;
  const { xml } = await exportDecisions(call(ada), { key: file.key, version: file.version });
  expect(xml).toBe(adapted);
});

it('is refused without the right to edit, without a name, and for what is not there', async () => {
  await expect(
    createFromTemplate(call(rob), { templateId: 'kyc-check', name: 'Mine' }),
  ).rejects.toMatchObject({ status: 403 });
  await expect(use('kyc-check', '  ')).rejects.toThrow('Give the process a name.');
  for (const id of ['nothing', '../samples', '..'])
    await expect(use(id, 'Mine')).rejects.toMatchObject({ status: 404 });
});
