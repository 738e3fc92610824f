import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The place a caret is kept at, until it is let go. */
export interface CaretHold {
  extension: Extension;
  /** Where it is in a text, which may have become shorter. */
  placeIn: (state: EditorState) => number;
  letGo: () => void;
  isHeld: () => boolean;
}

/**
 * Refuses to move the caret while nobody asks for it.
 * @param caret offset in the text, in UTF-16 code units
 */
export function holdCaret(caret: number): CaretHold {
  let held = true;
  const placeIn = (state: EditorState) => Math.min(caret, state.doc.length);
  const hold = (tr: Transaction) =>
    !held || tr.docChanged || !tr.selection || tr.selection.main.head === placeIn(tr.startState) ? tr : [];
  return {
    extension: EditorState.transactionFilter.of(hold),
    placeIn,
    letGo: () => {
      held = false;
    },
    isHeld: () => held,
  };
}

/**
 * Keeps the caret where the plain field had it until the person does something here: a browser moves it to the start
 * of what it focuses, and a page that lags tells the editor so after the editor has stopped expecting it. What was
 * typed next would stand before what was typed first.
 */
export function heldCaret(caret: number): Extension {
  const { extension, placeIn, letGo, isHeld } = holdCaret(caret);
  const typed = (_event: Event, view: EditorView) => {
    if (!isHeld()) return false;
    letGo();
    focusAt(view, placeIn(view.state));
    return false;
  };
  const pointed = () => {
    letGo();
    return false;
  };
  return [
    extension,
    EditorView.domEventHandlers({ keydown: typed, beforeinput: typed, pointerdown: pointed }),
  ];
}

/** Gives the editor the focus with the caret at an offset of its text, in the page as well. */
export function focusAt(view: EditorView, caret: number): void {
  // The caret first: focused without one, the editor would have the browser's.
  view.dispatch({ selection: { anchor: Math.min(caret, view.state.doc.length) } });
  view.focus();
}
