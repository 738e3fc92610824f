import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  createBlank,
  createProcess,
  exportedDraft,
  newKey,
  node,
  nodeNamed,
  once,
  openDesigner,
  smallProcess,
} from '../fixtures/designer';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([title, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text!], title!, { type: 'application/xml' }));
      return data;
    },
    [name, content],
  );
  await page.getByTestId('canvas').dispatchEvent('drop', { dataTransfer: transfer });
}

const files = async (page: Page, item: RegExp) => {
  await page.getByRole('button', { name: 'File' }).click();
  return page.getByRole('menuitem', { name: item });
};

test('26. four connected elements copied in one tab are pasted in another with new ids and their flows', async ({
  page,
  context,
}) => {
  const four = { Start: 'Asked', Sort: 'Sort', Large: 'Large?', Check: 'Check' };
  const from = await createProcess(page, smallProcess(newKey('copied')));
  await openDesigner(page, from);
  const copied = await exportedDraft(page, from);
  for (const id of Object.keys(four))
    await node(page, id).click({ modifiers: id === 'Start' ? [] : ['Control'] });
  await page.keyboard.press('Control+c');

  const other = await context.newPage();
  await signInAs(other, 'mia');
  const processId = await createBlank(other, newKey('pasted'));
  await openDesigner(other, processId);
  await other.getByTestId('canvas').focus();
  await other.keyboard.press('Control+v');
  await expect.poll(() => exportedDraft(other, processId)).toContain('name="Large?"');
  const xml = await exportedDraft(other, processId);
  const flows = [...xml.matchAll(/<bpmn:sequenceFlow /g)];
  expect(flows).toHaveLength(3);
  const idOf = (name: string) =>
    new RegExp(
      `<bpmn:(?:task|startEvent|exclusiveGateway) id="(\\w+)" name="${name.replace('?', '[?]')}"`,
    ).exec(xml)?.[1] ?? '';
  for (const [id, name] of Object.entries(four)) {
    expect(idOf(name), name).toMatch(/./);
    expect(idOf(name)).not.toBe(id);
  }
  for (const [source, target] of [
    ['Asked', 'Sort'],
    ['Sort', 'Large?'],
    ['Large?', 'Check'],
  ] as const)
    expect(xml).toMatch(new RegExp(`sourceRef="${idOf(source)}" targetRef="${idOf(target)}"`));
  // The same shape: each as large as it was, and as far from the first.
  const shapeIn = (drawing: string, id: string) => {
    const found = new RegExp(`bpmnElement="${id}"[^>]*>\\s*<dc:Bounds ([^>]*)/>`).exec(drawing)?.[1] ?? '';
    const read = (name: string) => Number(new RegExp(`\\b${name}="([-.\\d]+)"`).exec(found)?.[1]);
    return { x: read('x'), y: read('y'), width: read('width'), height: read('height') };
  };
  const shapes = (drawing: string, ids: string[]) => {
    const all = ids.map((id) => shapeIn(drawing, id));
    return all.map((each) => ({ ...each, x: each.x - all[0]!.x, y: each.y - all[0]!.y }));
  };
  expect(shapes(xml, Object.values(four).map(idOf))).toEqual(shapes(copied, Object.keys(four)));
  expect(xml).toContain('=true');
});

test('a version is looked at, restored as a new draft and exported, and never changes', async ({ page }) => {
  const key = newKey('versions');
  const processId = await createProcess(page, smallProcess(key));
  await openDesigner(page, processId);
  const publish = async (note: string, revision: number) => {
    const answer = await page.request.post(`/api/v1/processes/${processId}/publish`, {
      headers: once(),
      data: { note, expectedRevision: revision },
    });
    expect(answer.status()).toBe(201);
  };
  const revision = async () =>
    (
      (await (await page.request.get(`/api/v1/processes/${processId}/draft`)).json()) as {
        draftRevision: number;
      }
    ).draftRevision;
  await publish('The first of two versions', await revision());
  await node(page, 'Check').dblclick();
  await page.getByLabel('Label', { exact: true }).fill('Check harder');
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).toContain('Check harder');
  await publish('The second of two versions', await revision());
  await openDesigner(page, processId);

  await (await files(page, /Versions/)).click();
  const first = page.getByRole('listitem').filter({ hasText: 'The first of two versions' });
  await first.getByRole('button', { name: 'View v1' }).click();
  const shown = page.getByRole('dialog', { name: 'Version 1' });
  await expect(shown.locator('.react-flow__node').filter({ hasText: 'Check' }).first()).toBeVisible();
  await expect(shown.getByText('Check harder')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(shown).toBeHidden();

  const download = page.waitForEvent('download');
  await first.getByRole('link', { name: 'Export v1 as BPMN' }).click();
  const exported = await readFile(await (await download).path(), 'utf8');
  expect(exported).toContain(`id="${key}"`);
  expect(exported).not.toContain('Check harder');

  await expect(first).toContainText('Mia');
  await first.getByRole('button', { name: 'Restore as draft: v1' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep the draft' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  expect(await exportedDraft(page, processId)).toContain('Check harder');
  await first.getByRole('button', { name: 'Restore as draft: v1' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore v1' }).click();
  await expect(nodeNamed(page, 'Check harder')).toHaveCount(0);
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('Check harder');
  const second = await page.request.get(`/api/v1/processes/${processId}/versions/2.bpmn`);
  expect(await second.text()).toContain('Check harder');
});

test('a file dropped on the canvas becomes the draft, or a process of its own @deep', async ({ page }) => {
  const key = newKey('dropped');
  const processId = await createProcess(page, smallProcess(key));
  await openDesigner(page, processId);
  await dropFile(page, 'changed.bpmn', smallProcess(key).replace('name="Check"', 'name="Check anew"'));
  const dialog = page.getByRole('dialog', { name: 'Import changed.bpmn' });
  await expect(dialog).toContainText('the process you have open');
  await dialog.getByRole('button', { name: /New draft of/ }).click();
  await expect(nodeNamed(page, 'Check anew')).toBeVisible();
  await expect.poll(() => exportedDraft(page, processId)).toContain('Check anew');
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('Check anew');

  await dropFile(
    page,
    'other.bpmn',
    smallProcess(newKey('apart')).replace('name="Check"', 'name="Elsewhere"'),
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Separate copy' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(processId));
  await expect(nodeNamed(page, 'Elsewhere')).toBeVisible();
});

test('a file without a drawing is arranged; one that is no BPMN is refused with the reason @deep', async ({
  page,
}) => {
  const processId = await createProcess(page, smallProcess(newKey('plain')));
  await openDesigner(page, processId);
  const bare = smallProcess(newKey('bare')).replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
  await dropFile(page, 'bare.bpmn', bare);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /New draft of/ })
    .click();
  await expect(node(page, 'Check')).toBeVisible();
  for (const [content, why] of [
    ['<bpmn:definitions', /line|XML|file/i],
    ['<!DOCTYPE x [<!ENTITY a "b">]><a/>', /DOCTYPE|document type/i],
  ] as const) {
    await dropFile(page, 'bad.bpmn', content);
    const dialog = page.getByRole('dialog', { name: 'This file can’t be read' });
    await expect(dialog).toContainText(why);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toBeHidden();
  }
  await expect(node(page, 'Check')).toBeVisible();
});
