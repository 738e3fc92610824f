import { type Browser, expect, type Page, test } from '@playwright/test';
import { axeFindings } from '../fixtures/axe';
import { type PEOPLE, signInAs } from '../fixtures/demo';
import {
  canvas,
  createProcess,
  drag,
  exportedDraft,
  newKey,
  node,
  once,
  openDesigner,
  padButton,
  pointOf,
  smallProcess,
  windowPoint,
} from '../fixtures/designer';

const panel = (page: Page) => page.getByTestId('comments');
const cards = (page: Page) => panel(page).getByRole('article');
const pin = (page: Page, id: string) => page.locator(`[data-testid=pins] [data-pin="${id}"]`);
const live = (page: Page) => page.locator('[data-live=polite]');

async function drawing(page: Page, what: string): Promise<string> {
  const processId = await createProcess(page, smallProcess(newKey(what)));
  await openDesigner(page, processId);
  return processId;
}

/** Writes into the box that has the focus and sends it. */
async function say(page: Page, label: string, text: string): Promise<void> {
  const box = panel(page).getByRole('textbox', { name: label });
  await expect(box).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Enter');
}

test('a comment on an element: pinned, answered, resolved, opened again, deleted; the draft stays as it is', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const processId = await drawing(page, 'comments');
  const before = await exportedDraft(page, processId);
  await node(page, 'Check').click();
  await padButton(page, 'Comment').click();
  await say(page, 'Comment on Check', 'Who checks on Fridays?');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText('Who checks on Fridays?');
  await expect(pin(page, 'Check')).toHaveAccessibleName(/^1 comment on/);
  await expect(live(page)).toContainText('Commented on');
  expect(await axeFindings(page)).toEqual([]);

  await cards(page).getByRole('button', { name: 'Answer' }).click();
  await say(page, 'Answer', 'The night shift.');
  await expect(cards(page).getByRole('listitem')).toHaveCount(2);
  await expect(pin(page, 'Check')).toHaveAccessibleName(/^2 comments on/);

  await cards(page).getByRole('button', { name: 'Resolve' }).click();
  await expect(cards(page)).toHaveCount(0);
  await expect(pin(page, 'Check')).toHaveCount(0);
  await panel(page).getByRole('radio', { name: 'Resolved' }).click();
  await expect(cards(page)).toContainText('Resolved by Mia Lindqvist');
  await cards(page).getByRole('button', { name: 'Open again' }).click();
  await expect(pin(page, 'Check')).toHaveCount(1);

  await panel(page).getByRole('radio', { name: 'Open', exact: true }).click();
  await cards(page)
    .getByRole('button', { name: /^Delete your comment: The night/ })
    .click();
  await expect(cards(page).getByRole('button', { name: 'Delete for good' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cards(page).getByRole('listitem')).toHaveCount(1);
  await cards(page)
    .getByRole('button', { name: /^Delete your comment/ })
    .click();
  await cards(page).getByRole('button', { name: 'Delete for good' }).click();
  await expect(cards(page)).toHaveCount(0);
  await expect.poll(() => exportedDraft(page, processId)).toBe(before);
});

test('a sticky note lies where it was put, at every zoom of the same size, and not where words can’t be read @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  await drawing(page, 'note');
  await page.getByRole('toolbar', { name: 'Elements' }).getByRole('button', { name: 'Comment' }).click();
  const at = await windowPoint(page, { x: 250, y: 360 });
  await page.mouse.click(at.x, at.y);
  await say(page, 'Note on the drawing', 'An archive is missing here');
  const note = page.getByTestId('pins').getByRole('button', { name: 'Note: An archive is missing here' });
  await expect(note).toBeVisible();
  const size = await note.boundingBox();
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+=');
  const place = async () => {
    const [box, there] = [await note.boundingBox(), await windowPoint(page, { x: 250, y: 360 })];
    return Math.hypot((box?.x ?? 0) - there.x, (box?.y ?? 0) - there.y);
  };
  await expect.poll(place).toBeLessThan(2);
  expect(Math.abs(((await note.boundingBox())?.width ?? 0) - (size?.width ?? 0))).toBeLessThan(1);
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+-');
    await expect(note).toHaveCount(0, { timeout: 200 });
  }).toPass();
  await panel(page).getByRole('button', { name: 'Show Note on the drawing' }).click();
  await canvas(page).focus();
  // The view glides to the note first, at the zoom it has.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+0');
    await expect(note).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test('a note is dragged to another place, or pinned to the selected element @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  await drawing(page, 'move-note');
  await page.getByRole('toolbar', { name: 'Elements' }).getByRole('button', { name: 'Comment' }).click();
  const at = await windowPoint(page, { x: 250, y: 360 });
  await page.mouse.click(at.x, at.y);
  await say(page, 'Note on the drawing', 'Where to?');
  const note = page.getByTestId('pins').getByRole('button', { name: 'Note: Where to?' });
  const from = await pointOf(note);
  await drag(page, from, { x: from.x + 60, y: from.y + 40 });
  const off = async () => {
    const [box, there] = [await note.boundingBox(), await windowPoint(page, { x: 250, y: 360 })];
    return [Math.round((box?.x ?? 0) - there.x), Math.round((box?.y ?? 0) - there.y)];
  };
  await expect.poll(off).toEqual([60, 40]);
  await page.reload();
  await expect.poll(off).toEqual([60, 40]);
  await note.click();
  await node(page, 'Sort').click();
  await cards(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(pin(page, 'Sort')).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('what was said about a deleted element stays in the list and says so @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  await drawing(page, 'gone');
  await node(page, 'Check').click();
  await page.keyboard.press('Shift+C');
  await say(page, 'Comment on Check', 'Needed at all?');
  await expect(cards(page)).toHaveCount(1);
  await node(page, 'Check').click();
  await page.keyboard.press('Delete');
  await expect(cards(page)).toContainText('Check is no longer in the drawing');
  await expect(pin(page, 'Check')).toHaveCount(0);
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(pin(page, 'Check')).toHaveCount(1);
  await cards(page).getByRole('button', { name: 'Show Check on the drawing' }).click();
  await expect(node(page, 'Check')).toHaveClass(/selected/);
});

test('the menu of an element opens by a right click @deep', async ({ page }) => {
  await signInAs(page, 'mia');
  await drawing(page, 'menu');
  await node(page, 'Sort').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Comment…' }).click();
  await say(page, 'Comment on Sort', 'By hand?');
  await expect(pin(page, 'Sort')).toBeVisible();
});

test('everything by keyboard', async ({ page }) => {
  await signInAs(page, 'mia');
  await drawing(page, 'keys');
  await canvas(page).focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('j');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Comment…' }).press('Enter');
  await say(page, 'Comment on Sort', 'By hand?');
  await expect(cards(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('Shift+D');
  await expect(panel(page)).toHaveCount(0);
  await page.keyboard.press('Shift+D');
  await expect(panel(page).getByRole('radio', { name: 'Open', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  await expect(page.getByTestId('inspector')).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
});

test('one’s own comment is put into other words, by keyboard; what it said before can be read @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  await drawing(page, 'edit');
  await node(page, 'Check').click();
  await page.keyboard.press('Shift+C');
  await say(page, 'Comment on Check', 'Who cheks?');
  await expect(cards(page)).toContainText('Who cheks?');
  const change = cards(page).getByRole('button', { name: /^Edit your comment/ });
  await change.focus();
  await page.keyboard.press('Enter');
  const box = panel(page).getByRole('textbox', { name: 'Your comment' });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('Who cheks?');
  await page.keyboard.press('Escape');
  await expect(change).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('Who checks?');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cards(page).getByRole('listitem')).toContainText('Who checks?');
  await expect(change).toBeFocused();
  const edited = cards(page).getByRole('button', { name: 'Edited', exact: true });
  await edited.focus();
  await page.keyboard.press('Enter');
  await expect(cards(page).getByRole('list', { name: 'What it said before' })).toContainText('Who cheks?');
  expect(await axeFindings(page)).toEqual([]);
  await cards(page).getByRole('button', { name: 'Resolve' }).click();
  await panel(page).getByRole('radio', { name: 'Resolved' }).click();
  await expect(cards(page)).toContainText('Who checks?');
  await expect(change).toHaveCount(0);
});

test('who doesn’t draw reads comments beside the process; operators answer, auditors only read @deep', async ({
  page,
}) => {
  await signInAs(page, 'mia');
  const processId = await createProcess(page, smallProcess(newKey('readers')));
  const made = await page.request.post(`/api/v1/processes/${processId}/comments`, {
    headers: once(),
    data: { elementId: 'Check', text: 'Who runs this?' },
  });
  expect(made.status()).toBe(201);
  await signInAs(page, 'tomas');
  await page.goto(`/processes/${processId}`);
  await page.getByRole('button', { name: 'Comments', exact: true }).click();
  await expect(cards(page)).toContainText('Who runs this?');
  expect(await axeFindings(page)).toEqual([]);
  await cards(page).getByRole('button', { name: 'Answer' }).click();
  await say(page, 'Answer', 'We do.');
  await expect(cards(page).getByRole('listitem')).toHaveCount(2);
  await signInAs(page, 'lena');
  await page.goto(`/processes/${processId}`);
  await page.getByRole('button', { name: 'Comments', exact: true }).click();
  await cards(page).getByRole('button', { name: '1 answer' }).click();
  await expect(cards(page)).toContainText('We do.');
  await expect(cards(page).getByRole('button', { name: 'Answer' })).toHaveCount(0);
});

/** A browser of its own for each, as two people have. */
async function browserOf(browser: Browser, baseURL: string | undefined, who: keyof typeof PEOPLE) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signInAs(page, who);
  return page;
}

test('another person’s comment comes by itself, is announced, and isn’t theirs to delete', async ({
  browser,
  baseURL,
}) => {
  const mia = await browserOf(browser, baseURL, 'mia');
  const jonas = await browserOf(browser, baseURL, 'jonas');
  const processId = await drawing(mia, 'two');
  await openDesigner(jonas, processId);
  // Each sees the other: both have a line, over which comments come.
  for (const page of [mia, jonas])
    await expect(page.getByRole('button', { name: /^Also here:/ })).toBeVisible();
  await node(mia, 'Check').click();
  await mia.keyboard.press('Shift+C');
  await say(mia, 'Comment on Check', 'Jonas, do you know?');
  await expect(pin(jonas, 'Check')).toBeVisible();
  await pin(jonas, 'Check').click();
  await expect(cards(jonas)).toContainText('Mia Lindqvist');
  await expect(cards(jonas).getByRole('button', { name: /^Delete/ })).toHaveCount(0);
  await cards(jonas).getByRole('button', { name: 'Answer' }).click();
  await say(jonas, 'Answer', 'I do.');
  await expect(cards(jonas).getByRole('listitem')).toHaveCount(2);
  await expect(cards(mia)).toContainText('I do.');
  await expect(live(mia)).toContainText('Jonas Weber commented on');
  await Promise.all([mia.context().close(), jonas.context().close()]);
});

test('what is said comes at once to who reads beside the process, and they aren’t among those who draw', async ({
  browser,
  baseURL,
}) => {
  const mia = await browserOf(browser, baseURL, 'mia');
  const lena = await browserOf(browser, baseURL, 'lena');
  const processId = await drawing(mia, 'told');
  await lena.goto(`/processes/${processId}`);
  const line = lena.waitForResponse((response) => response.url().includes('presence?only=conversations'));
  await lena.getByRole('button', { name: 'Comments', exact: true }).click();
  await line;
  await expect(panel(lena)).toContainText('No open comments');
  // From here on only the line can tell.
  await lena.route('**/api/v1/processes/*/comments?*', (route) => route.abort());
  await node(mia, 'Check').click();
  await mia.keyboard.press('Shift+C');
  await say(mia, 'Comment on Check', 'Lena, is this enough?');
  await expect(cards(lena)).toContainText('Lena, is this enough?');
  await expect(mia.getByRole('button', { name: /^Also here:/ })).toHaveCount(0);
  await Promise.all([mia.context().close(), lena.context().close()]);
});
