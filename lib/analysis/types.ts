import type { Problem } from '@/engine/compile/problem';
import type { DocumentChange, ElementId } from '@/lib/document';
import type { ScopeVariable } from '@/lib/feel/scope';

/** What the designer wants to know about the draft and takes too long to find out between two frames. */
export type Question =
  | { about: 'problems' }
  /** @property field of the element: some see what it gives as well */
  | { about: 'scope'; elementId: ElementId; field?: string };

/** The variables that exist where a field is looked at. */
export interface FieldScope {
  /** With type and who sets them. */
  variables: readonly ScopeVariable[];
  /** More may exist: what a message, work of others or the start brings. */
  open: boolean;
}

export type Answer =
  | { about: 'problems'; problems: readonly Problem[] }
  | { about: 'scope'; scope: FieldScope };

/** A question on its way to the worker, with what changed since the one before it. */
export interface Request {
  serial: number;
  question: Question;
  change: DocumentChange | null;
}

export interface Response {
  serial: number;
  answer: Answer;
}
