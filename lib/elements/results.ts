import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import type { ScopeVariable } from '@/lib/feel/scope';
import { specOfElement } from './registry';

/** Fields whose expressions run when the element, or one of its repetitions, is done: they see what it gives. */
export const seesResults = (field: string): boolean =>
  /^outputs\[|^loop\.(?:outputElement|completionCondition)$/.test(field);

/** What an element gives by what it is, before its output mappings choose from that. */
export const resultsOf = (document: ProcessDocument, element: DocElement): readonly ScopeVariable[] =>
  specOfElement(document, element).produces?.(document, element) ?? [];

/** Whether what an element gives can't be foreseen: a message, a signal, work of others brings what it likes. */
export const givesAnything = (document: ProcessDocument, element: DocElement): boolean =>
  specOfElement(document, element).producesAnything?.(document, element) ?? false;
