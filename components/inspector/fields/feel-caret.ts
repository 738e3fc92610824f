import { EditorSelection, EditorState, type Extension, type Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Caret } from './field-caret';

/** The place a caret is kept at, until it is let go. */
export interface CaretHold {
  extension: Extension;
  letGo: () => void;
  isHeld: () => boolean;
}

/** The caret in a text, which may be shorter than where it was. */
const placedIn = (state: EditorState, { anchor, head }: Caret): EditorSelection => {
  const end = state.doc.length;
  return EditorSelection.single(Math.min(anchor, end), Math.min(head, end));
};

/** Refuses to put the caret at the start of the text while nobody asks for it. */
export function holdCaret(): CaretHold {
  let held = true;
  const hold = (tr: Transaction) =>
    held && !tr.docChanged && tr.selection?.main.empty && tr.selection.main.head === 0 ? [] : tr;
  return {
    extension: EditorState.transactionFilter.of(hold),
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
export function heldCaret(caret: Caret): Extension {
  const { extension, letGo, isHeld } = holdCaret();
  const typed = (_event: Event, view: EditorView) => {
    if (!isHeld()) return false;
    letGo();
    // Something was selected since by other means than keys and pointer: that stays.
    const ranged = view.contentDOM.ownerDocument.getSelection()?.isCollapsed === false;
    if (!ranged && view.state.selection.eq(placedIn(view.state, caret))) focusAt(view, caret);
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

/** Gives the editor the focus with this selected, in the page as well. */
export function focusAt(view: EditorView, caret: Caret): void {
  // The caret first: focused without one, the editor would have the browser's.
  view.dispatch({ selection: placedIn(view.state, caret) });
  view.focus();
}
