import type { ElementId, ProcessDocument } from '@/lib/document';

/** What an operation changed: the new document, what is selected after it, and what is announced. */
export interface Edited {
  document: ProcessDocument;
  /** Elements that are selected afterwards; empty selects nothing. */
  select: readonly ElementId[];
  /** One short sentence in the past tense, for the live region and the undo tooltip. */
  announce: string;
}

/** Why an operation was not carried out: a sentence for the person. The document is unchanged. */
export interface Refusal {
  refused: string;
}

/** Every operation is pure: it answers a new document that shares what it didn't touch, or says why not. */
export type EditResult = Edited | Refusal;

/** Whether a rule or an operation said no. */
export function isRefused(result: object): result is Refusal {
  return 'refused' in result;
}

/** What every operation says to a place or distance that isn't numbers. */
export const NO_PLACE = 'A place on the drawing is two numbers';

/** A refusal with its sentence. */
export const refuse = (refused: string): Refusal => ({ refused });
