import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { FeelProblem } from '@/lib/feel/validate';

/** Says anew what is wrong with the text. */
export const markProblems = StateEffect.define<readonly FeelProblem[]>();

/** Underlines what is wrong, in the words' own place. */
export const problemMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const told = transaction.effects.find((effect) => effect.is(markProblems));
    if (!told) return marks.map(transaction.changes);
    return marksOf(told.value, transaction.state.doc.length);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf(problems: readonly FeelProblem[], length: number): DecorationSet {
  const ranges = problems.flatMap(({ from, to, severity }) => {
    // what is missing at the end has no letter of its own: the one before it stands for it
    const end = Math.min(Math.max(to, from + 1), length);
    const start = Math.min(from, end - 1);
    if (start < 0) return [];
    return [Decoration.mark({ class: `feel-${severity}` }).range(start, end)];
  });
  return Decoration.set(ranges, true);
}
