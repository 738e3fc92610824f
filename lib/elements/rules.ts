import type { Rule } from '@/engine/compile/lint/rule';
import { diagramRules } from '@/engine/compile/lint/rules';
import type { Problem } from '@/engine/compile/problem';
import { ownership } from './common/ownership-rule';
import type { ElementRuleContext } from './define';
import { starters } from './process/starters-rule';
import { specOfElement } from './registry';
import { unknownVariables } from './unknown-variables';

/** The rules that elements bring along, applied to every node of a process that runs. */
const elementRules: Rule = {
  code: 'elements',
  check({ document, model }) {
    const problems: Problem[] = [];
    for (const node of model.nodes.values()) {
      if (!model.executable.has(node.process)) continue;
      const { element } = node;
      for (const { code, check } of specOfElement(document, element).rules ?? []) {
        const report: ElementRuleContext['report'] = (severity, message, where) => {
          const rest = typeof where === 'string' ? { field: where } : where;
          problems.push({ severity, code, message, elementId: element.id, ...rest });
        };
        check({ document, element, node, model, report });
      }
    }
    return problems;
  },
};

/** Every rule a document is checked against; `compile` adds what keeps it from running. */
export const rules: readonly Rule[] = [...diagramRules, elementRules, unknownVariables, starters, ownership];
