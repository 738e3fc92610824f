import type { parseFeel } from '@/engine/compile/feel';
import type { FeelProblem } from './validate';

type Tree = Extract<ReturnType<typeof parseFeel>, { ok: true }>['tree'];

/**
 * Filters like `items[contains(item, "x")]`: the interpreter takes what is no comparison for a position and answers
 * an empty list. Written as `… = true` they filter.
 */
export function misreadFilters(source: string, tree: Tree): readonly FeelProblem[] {
  const problems: FeelProblem[] = [];
  tree.iterate({
    enter({ name, node }) {
      if (name !== 'FilterExpression') return;
      const condition = node.lastChild?.prevSibling;
      if (!condition || !['FunctionInvocation', 'PathExpression', 'VariableName'].includes(condition.name))
        return;
      const text = source.slice(condition.from, condition.to);
      if (!/(?:^|[^\p{L}\p{N}_.])item(?:$|[^\p{L}\p{N}_])/u.test(text)) return;
      const message = `This is read as a position in the list. To filter, write “${text} = true”.`;
      problems.push({ severity: 'warning', message, from: condition.from, to: condition.to });
    },
  });
  return problems;
}
