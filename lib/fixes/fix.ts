import type { Problem } from '@/engine/compile/problem';
import type { DocElement, ProcessDocument } from '@/lib/document';
import { type EditResult, isRefused, updateElement } from '@/lib/editing';
import type { DocumentPatch, EntryPatch } from '@/lib/elements/patch';

/** A plain way to mend a problem: one step of the history, as if a person had done it. */
export interface Fix {
  /** What it does, as the words of a button. */
  label: string;
  apply(): EditResult;
}

/** What a fix knows: the document, the problem, and the element that has it. */
export interface Broken {
  document: ProcessDocument;
  problem: Problem;
  element: DocElement;
}

/** The fixes of a problem; none where the way out isn't plain. */
export type Fixer = (broken: Broken) => readonly Fix[];

/** A fix by an operation, announced in its own words. */
export const fix = (label: string, apply: () => EditResult): Fix => ({
  label,
  apply() {
    const result = apply();
    return isRefused(result) ? result : { ...result, announce: `${label}: done` };
  },
});

/** A fix that changes properties of the element itself. */
export const change = ({ document, element }: Broken, label: string, patch: EntryPatch): Fix =>
  patched(document, element.id, label, { update: { [element.id]: patch } });

/** A fix by a change such as the inspector makes. */
export const patched = (document: ProcessDocument, id: string, label: string, patch: DocumentPatch): Fix =>
  fix(label, () => updateElement(document, id, patch));
