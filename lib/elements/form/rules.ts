import type { ElementRule } from '../define';
import { formOf } from './bpmn';

/** A form that can't be read, or that the file only refers to. */
export const formProblem: ElementRule = {
  code: 'form',
  check({ document, element, report }) {
    const { problem } = formOf(document, element.id);
    if (problem) report(problem.blocks ? 'error' : 'warning', problem.message, 'form');
  },
};
