import type { DocElement, ProcessDocument } from '../document';
import type { FlowModel } from '../flow-model';
import type { Problem, Severity } from '../problem';

/** What a rule sees. It must look at each element a bounded number of times: documents may hold thousands. */
export interface LintContext {
  document: ProcessDocument;
  model: FlowModel;
}

/**
 * One thing that can be wrong with a document. Its name is the code of its problems, under which `docs/problems.md`
 * explains what they say, why, and how to mend them.
 */
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
      check(context, (severity, element, message, where) => {
        const rest = typeof where === 'string' ? { field: where } : where;
        problems.push({ severity, code, message, elementId: element.id, ...rest });
      });
      return problems;
    },
  };
}

/** Reports a problem of an element, with the field concerned or with more. */
export type Report = (
  severity: Severity,
  element: DocElement,
  message: string,
  where?: string | Pick<Problem, 'field' | 'constraints'>,
) => void;
