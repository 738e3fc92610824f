import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { signInAs } from '../fixtures/demo';
import {
  canvas,
  createBlank,
  createProcess,
  exportedDraft,
  largeProcess,
  newKey,
  openDesigner,
  pickKind,
  smallProcess,
  withLooseTimer,
} from '../fixtures/designer';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

const outline = (page: Page): Locator =>
  page.getByRole('tree', { name: 'Elements in the order of the flow' });
const line = (page: Page, name: string | RegExp): Locator => outline(page).getByRole('treeitem', { name });
const selectedIds = (page: Page) =>
  page
    .locator('.react-flow__node.selected')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id')));

/** Presses Tab until the focus is where it should be; fails when it never gets there. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if ((await wanted.count()) && (await wanted.evaluate((each) => each === document.activeElement))) break;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

/** Types into the search of the window that is open and takes the first answer. */
async function answer(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** Gives the line of the outline that has the focus a name. */
async function rename(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Opens the palette and types. */
async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
}

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
  await tabTo(page, panel.getByRole('button', { name: 'Add field' }));
  await page.keyboard.press('Enter');
  await tabTo(page, line(page, /^Read the invoice/), 'Shift+Tab');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(line(page, /^Approved\?/)).toBeFocused();
  await page.keyboard.press('Enter');
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

test('the outline reads the process as a tree, in the order of the flow', async ({ page }) => {
  await openDesigner(page, await createProcess(page, withLooseTimer(newKey('tree'))));
  await canvas(page).focus();
  await page.keyboard.press('Shift+O');
  await expect(outline(page)).toMatchAriaSnapshot(`
    - tree "Elements in the order of the flow":
      - treeitem "Asked, start, 1 of 7; goes to Sort (task)" [level=1]
      - treeitem "Sort, task, 2 of 7; goes to Large? (gateway)" [level=1]
      - treeitem "Large?, gateway, 3 of 7; goes to Check (task) when yes, Other (end)" [level=1]
      - treeitem "Check, task, 4 of 7; goes to Done (end)" [level=1]
      - treeitem "Done, end, 5 of 7" [level=1]
      - treeitem "Other, end, 6 of 7" [level=1]
      - treeitem /Wait, 7 of 7/ [level=1]
  `);
});

test('the outline edits, and canvas and outline share their selection', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('edit')));
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+O');
  await expect(line(page, /^Sort, task/)).toBeFocused();
  await page.keyboard.press('End');
  await expect(line(page, /^Other, end/)).toBeFocused();
  expect(await selectedIds(page)).toEqual(['Other']);

  await page.keyboard.press('b');
  await answer(page, 'approval');
  await expect(line(page, /^Approval, 6 of 7.*goes to Other \(end\)$/)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Actions for Approval' })).toBeVisible();
  await page.keyboard.type('ren');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Ask again');
  await page.keyboard.press('Enter');
  await expect(line(page, /^Ask again, approval/)).toBeFocused();

  await page.keyboard.press('c');
  await answer(page, 'check');
  await expect(line(page, /^Ask again.*goes to Other \(end\), Check \(task\)/)).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(line(page, /^Other/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(line(page, /^Other/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();
});

test('the outline of 2,500 steps draws only the lines in view', async ({ page }) => {
  await openDesigner(page, await createProcess(page, largeProcess(newKey('long'), 2500)));
  await canvas(page).focus();
  await page.keyboard.press('Shift+O');
  await expect(outline(page).getByRole('treeitem').first()).toBeVisible();
  await page.keyboard.press('End');
  await expect(line(page, /2500 of 2500/)).toBeFocused();
  expect(await outline(page).getByRole('treeitem').count()).toBeLessThan(60);
});

test('C connects by type-ahead, digits walk a branch', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('aim')));
  await openDesigner(page, processId);
  await canvas(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('j');
  expect(await selectedIds(page)).toEqual(['Large']);
  await page.keyboard.press('2');
  expect(await selectedIds(page)).toEqual(['Other']);
  await page.keyboard.press('Escape');
  for (let i = 0; i < 2; i++) await page.keyboard.press('j');
  expect(await selectedIds(page)).toEqual(['Sort']);
  await page.keyboard.press('c');
  await page.keyboard.type('ot');
  await expect(page.getByRole('status').filter({ hasText: 'Connect to “Other”' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/sourceRef="Sort" targetRef="Other"/);
});

test('what is dragged has a window as well: move, way-points, insert, attach', async ({ page }) => {
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

test('the command palette leads to elements, does actions, and finds what one may see', async ({ page }) => {
  const key = newKey('palette');
  const processId = await createProcess(page, smallProcess(key));
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('check');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  expect(await selectedIds(page)).toEqual(['Check']);
  await expect(canvas(page)).toBeFocused();
  await command(page, 'delete');
  await page.keyboard.press('Enter');
  await expect.poll(() => exportedDraft(page, processId)).not.toContain('"Check"');
  await command(page, key);
  await expect(palette.getByRole('option', { name: key })).toBeVisible();
  await page.keyboard.press('Escape');

  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace('/api/v1', '')));
  await signInAs(page, 'priya');
  await page.goto('/');
  await expect(page.locator('h1:visible').first()).toBeVisible();
  await command(page, 'Mia Lind');
  await expect(palette.getByRole('option', { name: 'Mia Lindqvist' })).toBeVisible();
  expect(asked).not.toContain('/instances');
  asked.length = 0;
  await signInAs(page, 'tomas');
  await page.goto('/');
  await expect(page.locator('h1:visible').first()).toBeVisible();
  await command(page, 'Mia Lind');
  await expect(palette.getByText('Nothing of that name')).toBeVisible();
  expect(asked).toContain('/processes');
  expect(asked).not.toContain('/people');
});

test('find shows each hit on the canvas, names its field, and gives the focus back', async ({ page }) => {
  await openDesigner(page, await createProcess(page, smallProcess(newKey('find'), 'amount > 1000')));
  await canvas(page).focus();
  await page.keyboard.press('Control+f');
  const find = page.getByTestId('find');
  await expect(find.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('amount');
  await expect(find.getByRole('option')).toContainText(['Condition']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('o');
  await expect.poll(() => selectedIds(page)).toEqual(['Sort']);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => selectedIds(page)).toEqual(['Done']);
  await expect(find.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(find).toBeHidden();
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('Control+f');
  await expect(find.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Check');
  await expect.poll(() => selectedIds(page)).toEqual(['Check']);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('inspector').getByLabel('Name', { exact: true })).toBeFocused();
});

test('single keys can be switched off; keys with Ctrl go on', async ({ page }) => {
  const processId = await createProcess(page, smallProcess(newKey('single')));
  await page.goto('/settings/keyboard');
  await page.getByRole('switch', { name: 'Shortcuts of a single key' }).click();
  await openDesigner(page, processId);
  await canvas(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect(await selectedIds(page)).toEqual([]);
  await page.keyboard.press('Control+a');
  await expect.poll(async () => (await selectedIds(page)).length).toBe(6);
});

for (const theme of ['light', 'dark'] as const) {
  test(`27. axe finds nothing with outline, menu, palette, find and sheet open, ${theme}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL! }]);
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
}

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
