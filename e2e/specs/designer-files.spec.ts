import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  createProcess,
  exportedDraft,
  newKey,
  node,
  nodeNamed,
  openDesigner,
  smallProcess,
} from '../fixtures/designer';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

async function dropText(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([title, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text!], title!));
      return data;
    },
    [name, content],
  );
  await page.getByTestId('canvas').dispatchEvent('drop', { dataTransfer: transfer });
}

async function exported(page: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'File' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a model is saved as BPMN, YAML, SVG and PNG, with the change of a moment ago', async ({ page }) => {
  const key = newKey('files');
  await openDesigner(page, await createProcess(page, smallProcess(key)));
  await node(page, 'Check').dblclick();
  await page.getByLabel('Label', { exact: true }).fill('Check twice');
  await page.keyboard.press('Enter');

  const yaml = await exported(page, 'Export YAML');
  expect(yaml.name).toBe(`${key}.yaml`);
  expect(yaml.bytes.toString()).toContain('  - task: Check\n    name: Check twice\n');
  expect((await exported(page, 'Export BPMN')).bytes.toString()).toContain('name="Check twice"');
  const svg = (await exported(page, 'Export SVG')).bytes.toString();
  expect(svg).toContain(`<title>${key}</title>`);
  expect(svg).toContain('Check twice');

  const png = await exported(page, 'Export PNG');
  expect(png.name).toBe(`${key}.png`);
  const [, width, height] = /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  // The size stands in the header's first block (PNG 1.2, IHDR), in pixels.
  expect(png.bytes.readUInt32BE(16)).toBe(Math.round(Number(width) * 2));
  expect(png.bytes.readUInt32BE(20)).toBe(Math.round(Number(height) * 2));
  await test.info().attach('picture', { body: png.bytes, contentType: 'image/png' });
});

test('a YAML file that is dropped becomes the draft; one with a mistake is refused by line @deep', async ({
  page,
}) => {
  const key = newKey('text');
  const processId = await createProcess(page, smallProcess(key));
  await openDesigner(page, processId);
  const text = `process: ${key}\nsteps:\n  - startEvent: Begin\n    next: Read\n  - task: Read\n    name: Read it\n`;
  await dropText(page, 'model.yaml', `${text}  - usertask: Wrong\n`);
  const refused = page.getByRole('dialog', { name: 'This file can’t be read' });
  await expect(refused).toContainText('Did you mean “userTask”? (line 7, column 5)');
  await refused.getByRole('button', { name: 'Close' }).last().click();
  await dropText(page, 'model.yaml', text);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /New draft of/ })
    .click();
  await expect(nodeNamed(page, 'Read it')).toBeVisible();
  await expect.poll(() => exportedDraft(page, processId)).toContain('Flow_Begin_Read');
});

test('what other tools wrote is shown, painted and kept @deep', async ({ page }) => {
  const model = smallProcess(newKey('foreign'))
    .replace(
      '<bpmn:definitions',
      '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"',
    )
    .replace('<bpmn:task id="Check"', '<bpmn:task camunda:asyncBefore="true" id="Check"')
    .replace('bpmnElement="Check"', 'bpmnElement="Check" bioc:fill="#ffe0b2"');
  const processId = await createProcess(page, model);
  await openDesigner(page, processId);
  await node(page, 'Check').click();
  const section = page.getByTestId('foreign');
  await expect(section).toContainText('asyncBefore');
  await expect(section).toContainText('#ffe0b2');
  await expect(node(page, 'Check').locator('rect.bp-shape')).toHaveAttribute('fill', '#ffe0b2');
  const xml = await exportedDraft(page, processId);
  expect(xml).toContain('camunda:asyncBefore="true"');
  expect(xml).toContain('bioc:fill="#ffe0b2"');
});
