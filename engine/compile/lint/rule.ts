import type { DocElement, ProcessDocument } from '../document';
import type { FlowModel } from '../flow-model';
import type { Problem, Severity } from '../problem';

/** What a rule sees. It must look at each element a bounded number of times: documents may hold thousands. */
export interface LintContext {
  document: ProcessDocument;
  model: FlowModel;
}

/** One thing that can be wrong with a document. Its name is the code of its problems. */
export interface Rule {
  code: string;
  check(context: LintContext): Iterable<Problem>;
}

/** A rule that says something about single elements. */
export function rule(code: string, check: (context: LintContext, report: Report) => void): Rule {
  return {
    code,
    check(context) {
      const problems: Problem[] = [];
      check(context, (severity, element, message, field) => {
        problems.push({ severity, code, message, elementId: element.id, ...(field ? { field } : {}) });
      });
      return problems;
    },
  };
}

export type Report = (severity: Severity, element: DocElement, message: string, field?: string) => void;
