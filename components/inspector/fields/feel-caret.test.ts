import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { holdCaret } from './feel-caret';

function typing(text: string, caret: number) {
  const hold = holdCaret(caret);
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

it('goes on with what is inserted, and ends with a text that is shorter than it was', () => {
  const { hold, state } = typing('decisi', 6);
  const longer = state.update(state.replaceSelection('on')).state;
  expect([longer.doc.toString(), longer.selection.main.head]).toEqual(['decision', 8]);
  const shorter = state.update({ changes: { from: 0, to: 6, insert: 'dec' } }).state;
  expect(hold.placeIn(shorter)).toBe(3);
});
