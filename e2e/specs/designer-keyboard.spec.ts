import { expect, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createBlank,
  createProcess,
  exportedDraft,
  newKey,
  openDesigner,
  pickKind,
  smallProcess,
} from '../fixtures/designer';
import { answer, line, rename, selectedIds, tabTo } from '../fixtures/keyboard';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

test('6. keys alone: the six-node demo is built, connected, configured, published and run', async ({
  page,
}) => {
  const processId = await createBlank(page, newKey('Six'));
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('j');
  for (const [kind, called] of [
    ['ai call', 'Read the invoice'],
    ['approval', 'Approve the invoice'],
    ['decision', null],
    ['end', null],
  ] as const) {
    await page.keyboard.press('a');
    await pickKind(page, kind);
    if (called) {
      await expect(page.getByLabel('Label', { exact: true })).toBeFocused();
      await page.keyboard.type(called);
      await page.keyboard.press('Enter');
    }
    await expect(canvas(page)).toBeFocused();
  }
  await page.keyboard.press('F2');
  await page.keyboard.type('Paid');
  await page.keyboard.press('Enter');

  // The second end is appended in the outline, to the decision above the first.
  await page.keyboard.press('Shift+O');
  await expect(line(page, /^Paid, end/)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(line(page, /^Decision/)).toBeFocused();
  await rename(page, 'Approved?');
  await expect(line(page, /^Approved\?, gateway, 4 of 5.*; goes to Paid \(end\)/)).toBeFocused();
  await page.keyboard.press('a');
  await answer(page, 'end');
  await expect(line(page, /^End, 6 of 6/)).toBeFocused();
  await rename(page, 'Refused');
  await expect(line(page, /^Refused, end, 6 of 6/)).toBeFocused();

  // Configured: what the model is asked, and which way is taken when.
  const panel = page.getByTestId('inspector');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Name', { exact: true })).toBeFocused();
  await tabTo(page, panel.locator('[data-field=userPrompt]').getByRole('textbox'));
  await page.keyboard.type('Read the total of the invoice.');
  await tabTo(page, line(page, /^Read the invoice/), 'Shift+Tab');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(line(page, /^Approved\?/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Name', { exact: true })).toBeFocused();
  await tabTo(page, panel.getByRole('combobox').first());
  await page.keyboard.type('decision.outcome = "approve"');
  await page.keyboard.press('Escape');
  await tabTo(page, panel.getByRole('switch').nth(1));
  await page.keyboard.press('Space');
  await expect
    .poll(() => exportedDraft(page, processId))
    .toMatch(/default="\w+"[\s\S]*=decision.outcome = (&quot;|")approve/);
  const xml = await exportedDraft(page, processId);
  expect(xml).toContain('Read the total of the invoice.');
  expect(xml.match(/<bpmn:(startEvent|serviceTask|userTask|exclusiveGateway|endEvent) /g)).toHaveLength(6);
  expect(xml.match(/<bpmn:sequenceFlow /g)).toHaveLength(5);

  await tabTo(page, page.getByRole('button', { name: 'Publish…', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('What changes, and why'));
  await page.keyboard.type('Six nodes without a mouse');
  await tabTo(page, page.getByRole('button', { name: 'Publish version 1' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/instances\//);
});

test('C connects by type-ahead, digits walk a branch @deep', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('aim')));
  await openDesigner(page, processId);
  await canvas(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('j');
  await expect.poll(() => selectedIds(page)).toEqual(['Large']);
  await page.keyboard.press('2');
  await expect.poll(() => selectedIds(page)).toEqual(['Other']);
  await page.keyboard.press('Escape');
  for (let i = 0; i < 2; i++) await page.keyboard.press('j');
  await expect.poll(() => selectedIds(page)).toEqual(['Sort']);
  await page.keyboard.press('c');
  await page.keyboard.type('ot');
  await expect(page.getByRole('status').filter({ hasText: 'Connect to “Other”' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/sourceRef="Sort" targetRef="Other"/);
});

test('what is dragged has a window as well: move, way-points, insert, attach @deep', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('drag')));
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole('button', { name: 'Down by 10 px' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Move', exact: true }));
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeFocused();
  await expect
    .poll(() => exportedDraft(page, processId))
    .toMatch(/bpmnElement="Sort"[^>]*>\s*<dc:Bounds x="200" y="200"/);

  await page.keyboard.press('Shift+B');
  await answer(page, 'timer');
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/boundaryEvent [^>]*attachedToRef="Sort"/);

  // Find leads to a flow, whose bends and steps are edited by keys.
  await page.keyboard.press('Control+f');
  await expect(page.getByTestId('find').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('ToDone');
  await expect(
    page.getByTestId('find').getByRole('option', { name: 'ToDone', selected: true }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('w');
  await tabTo(page, dialog.getByRole('button', { name: 'Add a point after point 1' }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('spinbutton', { name: 'Point 2, y' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/<di:waypoint x="[\d.]+" y="300"/);
  await page.keyboard.press('a');
  await answer(page, 'task');
  await expect
    .poll(() => exportedDraft(page, processId))
    .toMatch(/id="ToDone" sourceRef="Check" targetRef="(?!Done)\w+"/);
});

test('single keys can be switched off; keys with Ctrl go on @deep', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('single')));
  await page.goto('/settings/keyboard');
  await page.getByRole('switch', { name: 'Shortcuts of a single key' }).click();
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect.poll(() => selectedIds(page)).toEqual([]);
  await page.keyboard.press('Control+a');
  await expect.poll(async () => (await selectedIds(page)).length).toBe(6);
});

test('27. axe finds nothing with outline, menu, palette, find and sheet open, light and dark', async ({
  page,
}) => {
  await openDesigner(page, await createProcess(page, smallProcess(newKey('axe'))));
  await canvas(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+O');
  await expect(line(page, /^Sort/)).toBeFocused();
  expect(await axeFindings(page), 'outline').toEqual([]);
  for (const [key, what] of [
    ['Shift+F10', page.getByRole('menu')],
    ['m', page.getByRole('dialog')],
    ['Shift+B', page.getByRole('dialog')],
    ['?', page.getByRole('dialog', { name: 'Keyboard shortcuts' })],
    ['Control+k', page.getByRole('dialog', { name: 'Commands' })],
  ] as const) {
    await page.keyboard.press(key);
    await expect(what).toBeVisible();
    expect(await axeFindings(page), key).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(what).toBeHidden();
    await expect(line(page, /^Sort/)).toBeFocused();
  }
  await page.keyboard.press('Control+f');
  await expect(page.getByTestId('find').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('o');
  await expect(page.getByTestId('find').getByRole('option').first()).toBeVisible();
  expect(await axeFindings(page), 'find').toEqual([]);
});

test('27. whatever gets the focus is at least 24 px and not hidden behind a panel', async ({ page }) => {
  await openDesigner(page, await createProcess(page, smallProcess(newKey('focus'))));
  await canvas(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+O');
  await expect(line(page, /^Asked/)).toBeFocused();
  const bad: string[] = [];
  for (let i = 0; i < 70; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(focusFault);
    if (found) bad.push(found);
  }
  expect([...new Set(bad)]).toEqual([]);
});

/** What is wrong with the element that has the focus: too small a target, or something else on top of it. */
function focusFault(): string | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const label = (element as HTMLInputElement).labels?.[0] ?? null;
  const rect = element.getBoundingClientRect();
  const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.trim();
  const target = label?.contains(element) ? label.getBoundingClientRect() : rect;
  if (Math.min(target.width, target.height) < 24 && getComputedStyle(element).display !== 'inline')
    return `${name}: ${Math.round(target.width)} × ${Math.round(target.height)}`;
  const top = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
  const hit = top && (element.contains(top) || top.contains(element) || label?.contains(top));
  return hit ? null : `${name} is behind ${top?.tagName} ${top?.className}`;
}
