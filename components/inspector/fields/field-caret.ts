/** What is selected in a field, as offsets in UTF-16 code units; both the same for a mere caret. */
export interface Caret {
  anchor: number;
  /** The end that moves. */
  head: number;
}

/** The caret of a plain field. */
export function caretOf(field: HTMLTextAreaElement): Caret {
  const { selectionStart: from, selectionEnd: to, selectionDirection } = field;
  return selectionDirection === 'backward' ? { anchor: to, head: from } : { anchor: from, head: to };
}
