import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AlertDialog } from './alert-dialog';
import { Dialog } from './dialog';

const trigger = <button type="button">Publish…</button>;

it.each([
  ['a window', (open?: boolean) => <Dialog title="Publish" {...{ trigger, open }} />],
  [
    'a question',
    (open?: boolean) => (
      <AlertDialog
        title="Publish?"
        description="It can’t be undone."
        confirm="Publish"
        onConfirm={() => {}}
        {...{ trigger, open }}
      />
    ),
  ],
])('the trigger of %s says that it opens one, and whether it is open', (_what, dialog) => {
  const button = (state: boolean) =>
    `<button type="button" aria-haspopup="dialog" aria-expanded="${state}" data-state="${state ? 'open' : 'closed'}">Publish…</button>`;
  expect(renderToStaticMarkup(dialog())).toBe(button(false));
  expect(renderToStaticMarkup(dialog(true))).toBe(button(true));
});

it('needs no trigger', () => {
  expect(renderToStaticMarkup(<Dialog title="Publish" />)).toBe('');
});
