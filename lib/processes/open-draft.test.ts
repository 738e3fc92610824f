import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { createFromTemplate } from '@/lib/templates/use';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { openDraft } from './open-draft';
import { getDraft } from './queries';

const ada = call(someone('ada', ['designer']));

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: false });
});
afterAll(() => app.stop());

it('opens a draft as the text of its document, with the revision that this is', async () => {
  const { processId, modelId } = await createFromTemplate(ada, { templateId: 'kyc-check', name: 'Ours' });
  await db().model.update({ where: { id: modelId }, data: { draftRevision: 7 } });
  const { text, draftRevision } = await openDraft(ada, { processId });
  expect(JSON.parse(text)).toEqual((await getDraft(ada, { processId })).document);
  expect(draftRevision).toBe(7);
});

it('finds the same problems as whoever asks for the draft', async () => {
  const { processId, modelId } = await createFromTemplate(ada, { templateId: 'kyc-check', name: 'Broken' });
  const { document } = await getDraft(ada, { processId });
  const ends = Object.values(document.elements).filter(({ type }) => type === 'bpmn:EndEvent');
  for (const { id } of ends) document.elements[id]!.type = 'bpmn:IntermediateThrowEvent';
  await db().model.update({ where: { id: modelId }, data: { document: document as object } });
  const { problems } = await openDraft(ada, { processId });
  expect(problems).not.toHaveLength(0);
  expect(problems).toEqual((await getDraft(ada, { processId })).problems);
});

it('leaves the check of a large draft to the page', async () => {
  const { processId, modelId } = await createFromTemplate(ada, { templateId: 'kyc-check', name: 'Large' });
  const { document } = await getDraft(ada, { processId });
  document.elements[document.root]!.attrs.exporter = 'x'.repeat(200_000);
  await db().model.update({ where: { id: modelId }, data: { document: document as object } });
  const { text, problems } = await openDraft(ada, { processId });
  expect(JSON.parse(text)).toEqual(document);
  expect(problems).toBeNull();
});

it('says that there is no such process', async () => {
  await expect(openDraft(ada, { processId: 'nowhere' })).rejects.toMatchObject({ status: 404 });
});
