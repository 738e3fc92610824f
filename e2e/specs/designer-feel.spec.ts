import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../fixtures/demo';
import { createProcess, exportedDraft, flow, newKey, openDesigner, smallProcess } from '../fixtures/designer';

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'mia');
});

const condition = (page: Page) => page.getByTestId('inspector').getByRole('combobox', { name: 'Condition' });

async function openCondition(page: Page): Promise<string> {
  const processId = await createProcess(page, smallProcess(newKey('feel')));
  await openDesigner(page, processId);
  await flow(page, 'ToCheck').locator('path').first().click({ force: true });
  await expect(condition(page)).toBeVisible();
  return processId;
}

/** Whatever the page asks for from here on comes when it is let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** What comes when the page is idle would bring the editor before it is asked for. */
const neverIdle = (page: Page) =>
  page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });

test('who rests after a space goes on behind it @deep', async ({ page }) => {
  const processId = await openCondition(page);
  await condition(page).click();
  await expect(page.locator('.cm-content')).toBeFocused();
  await condition(page).fill('');
  await page.keyboard.type('amount ');
  // Committed while the person rests, without the space.
  await expect.poll(() => exportedDraft(page, processId)).toContain('=amount</bpmn:conditionExpression>');
  await page.keyboard.type('> 10');
  await expect(condition(page)).toHaveText('amount > 10');
  await expect.poll(() => exportedDraft(page, processId)).toContain('=amount &gt; 10<');
});

test('what is typed before and after the editor comes stands in its order', async ({ page }) => {
  await neverIdle(page);
  const processId = await openCondition(page);
  const letGo = await holdScripts(page);
  await condition(page).fill('');
  await page.keyboard.type('decisi');
  await expect(page.locator('.cm-content')).toHaveCount(0);
  letGo();
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.type('on.outcome = "approve"');
  await expect(page.locator('.cm-content')).toHaveText('decision.outcome = "approve"');
  await expect.poll(() => exportedDraft(page, processId)).toMatch(/=decision.outcome = (&quot;|")approve\1</);
});

test('what is selected when the editor comes is replaced by what is typed then @deep', async ({ page }) => {
  await neverIdle(page);
  await openCondition(page);
  const letGo = await holdScripts(page);
  await condition(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  letGo();
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.type('amount > 5');
  await expect(page.locator('.cm-content')).toHaveText('amount > 5');
});
