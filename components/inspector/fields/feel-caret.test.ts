import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { holdCaret } from './feel-caret';
import { caretOf } from './field-caret';

function typing(text: string, caret: number) {
  const hold = holdCaret();
  const state = EditorState.create({
    doc: text,
    selection: { anchor: caret },
    extensions: hold.extension,
  });
  return { hold, state };
}

const caretAfter = (state: EditorState, anchor: number): number =>
  state.update({ selection: { anchor }, userEvent: 'select' }).state.selection.main.head;

it('stays where the field had it, whatever the browser does with it on focus', () => {
  const { state } = typing('decisi', 6);
  expect(caretAfter(state, 0)).toBe(6);
});

it('is the person’s once they have done something', () => {
  const { hold, state } = typing('decisi', 6);
  hold.letGo();
  expect(caretAfter(state, 0)).toBe(0);
  expect(hold.isHeld()).toBe(false);
});

it('lets what is selected by other means be selected, and text take its place', () => {
  const { state } = typing('decisi', 6);
  const all = state.update({ selection: { anchor: 0, head: 6 }, userEvent: 'select' }).state;
  expect(all.update(all.replaceSelection('amount')).state.doc.toString()).toBe('amount');
});

it('is all that was selected in the field, with the end that moves', () => {
  const field = (selectionDirection: string) =>
    ({ selectionStart: 2, selectionEnd: 6, selectionDirection }) as HTMLTextAreaElement;
  expect(caretOf(field('forward'))).toEqual({ anchor: 2, head: 6 });
  expect(caretOf(field('backward'))).toEqual({ anchor: 6, head: 2 });
});
