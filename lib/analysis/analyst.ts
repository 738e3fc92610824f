import { type DocumentChange, get, type ProcessDocument, withChange } from '@/lib/document';
import { seesResults } from '@/lib/elements/results';
import { anythingAt, variablesAt } from '@/lib/elements/scope';
import { checkDocument } from '@/lib/processes/check';
import type { Answer, FieldScope, Question } from './types';

/** What is wrong with a draft, or which variables exist at one of its elements. */
export function answer(document: ProcessDocument, question: Question): Answer {
  return question.about === 'problems'
    ? { about: 'problems', problems: checkDocument(document) }
    : { about: 'scope', scope: scopeAt(document, question) };
}

function scopeAt(document: ProcessDocument, { elementId, field }: Question & { about: 'scope' }): FieldScope {
  if (!get(document, elementId)) return { variables: [], open: false };
  return {
    variables: variablesAt(document, elementId, field),
    open: anythingAt(document, elementId, field),
  };
}

/** Follows a draft by its changes and answers questions about it. */
export class Analyst {
  private document: ProcessDocument | null = null;
  /** Answers about the draft as it is: the fields of an element ask for the same variables. */
  private readonly known = new Map<string, Answer>();

  /** @param change from the document of the question before, `null` when it is the same. */
  ask(question: Question, change: DocumentChange | null): Answer {
    if (change) {
      this.document = withChange(this.document, change);
      this.known.clear();
    }
    if (!this.document) throw new Error('A question about no document');
    const key = keyOf(question);
    const found = this.known.get(key) ?? answer(this.document, question);
    this.known.set(key, found);
    return found;
  }
}

const keyOf = (question: Question): string =>
  question.about === 'problems'
    ? 'problems'
    : `scope ${question.elementId} ${seesResults(question.field ?? '')}`;
