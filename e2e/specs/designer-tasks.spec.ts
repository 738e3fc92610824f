import { expect, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  exportedDraft,
  newKey,
  node,
  nodeNamed,
  openDesigner,
  pointOf,
  saveStatus,
  smallProcess,
} from '../fixtures/designer';
import { measured } from '../fixtures/measured';

// The five tasks of the business designer are measured in clicks and seconds: these three here, the first AI and
// approval flow in templates.spec.ts, comparing with the live version in compare.spec.ts.

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('an approval is inserted on a flow in two clicks', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('gate')));
  await openDesigner(page, processId);
  await expect(saveStatus(page)).toHaveAttribute('data-save-status', 'saved');
  const from = await pointOf(node(page, 'Check'), 1);
  const to = await pointOf(node(page, 'Done'), 0);
  const task = measured('Insert a gate on a flow');
  await task.click(page.getByRole('toolbar', { name: 'Elements' }).getByRole('button', { name: 'Approval' }));
  await task.clickAt(page, (from.x + to.x) / 2, from.y);
  await page.getByLabel('Label', { exact: true }).fill('Approve it');
  await page.keyboard.press('Enter');
  await expect(nodeNamed(page, 'Approve it')).toBeVisible();
  task.done(2);
  const xml = await exportedDraft(page, processId);
  const id = /<bpmn:userTask id="(\w+)" name="Approve it"/.exec(xml)?.[1];
  expect(xml).toContain(`sourceRef="Check" targetRef="${id}"`);
  expect(xml).toContain(`sourceRef="${id}" targetRef="Done"`);
});

test('what holds publishing back is a click away, at its element', async ({ page }) => {
  const broken = smallProcess(newKey('blocked'), 'amount &gt;');
  const processId = await createProcess(page, broken);
  await openDesigner(page, processId);
  const blocked = page.getByRole('button', { name: /Publish… is blocked/ });
  await expect(blocked).toBeVisible();
  const task = measured('See why publishing is blocked and go there');
  await task.click(page.getByTestId('problems').getByRole('button', { name: /yes.*Condition/ }));
  await expect(page.getByTestId('inspector').getByRole('combobox', { name: 'Condition' })).toBeFocused();
  task.done(1);
});

test('a draft is tried with a sample case in two clicks', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('tried')));
  await openDesigner(page, processId);
  await expect(canvas(page)).toBeVisible();
  const task = measured('Test with a sample case');
  await task.click(page.getByRole('button', { name: 'Simulate' }));
  await task.click(page.getByRole('button', { name: 'Run a sample case' }));
  await expect(page.getByText('The process completed')).toBeVisible();
  task.done(2);
});
