import { read } from '@/lib/bpmn/testing';
import { runDocument } from '../betsy';

/** A small model of ours and what it leaves by the standard. */
export interface Model {
  name: string;
  xml: string;
  /** `P` when absent. */
  startProcess?: string;
  startFirst?: string;
  /** `integerVariable` is 0 when absent. */
  variables?: Record<string, number | string | number[] | string[]>;
  /** Ids of the steps that ran and other words, with blanks between. */
  trace: string;
  /** The trace is a sequence; else it is compared like a multiset. */
  inOrder?: true;
}

/** The trace of a model in the words of its expectation, and the laws it broke. */
export function run({ xml, startProcess = 'P', startFirst, variables, inOrder }: Model) {
  const asked = { startProcess, variables: { integerVariable: 0, ...variables } };
  const { trace, violations } = runDocument(read(xml), startFirst ? { ...asked, startFirst } : asked);
  const words = trace.map((word) => word.replace(/^SCRIPT_/, ''));
  return { trace: (inOrder ? words : words.sort()).join(' '), violations };
}

/** The expectation in the same form. */
export const expected = ({ trace, inOrder }: Model): string =>
  inOrder ? trace : trace.split(' ').sort().join(' ').trim();
