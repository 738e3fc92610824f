import 'server-only';
import type { FeelContext, Json } from '@/engine/compile/feel';
import { inThread } from '@/lib/feel/evaluator';
import type { CompiledDecision, DecisionResult } from './types';
import { withMissing } from './with-missing';

const DEFAULT_TIMEOUT_MS = 500;

/**
 * Decides over process variables. Bounded decisions are evaluated at once; others in a thread that is killed when it
 * takes too long or too much memory, so that the server's event loop stays free. Never rejects.
 */
export async function evaluateDecision(
  decision: CompiledDecision,
  context: FeelContext,
  { timeoutMs = DEFAULT_TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Promise<DecisionResult> {
  if (decision.bounded) return decision.evaluate(context);
  const { models, key } = decision;
  const answer = await inThread({ models, key, context: needed(decision, context), timeoutMs });
  if ('decisions' in answer) return withMissing(answer, decision.undeclared, context);
  const message = answer.ok ? 'The evaluation thread gave no decision.' : answer.message;
  return {
    ok: false,
    problems: [{ decision: decision.name, message }],
    decisions: {},
    tables: [],
    missing: [],
  };
}

/** Only what the decision can read is copied to the thread. */
function needed({ inputs, models, key }: CompiledDecision, { variables, now }: FeelContext): FeelContext {
  const names = new Set(inputs.map(({ name }) => name));
  for (const { imports } of models) for (const { name } of imports) names.add(name);
  for (const { namespace, nodes } of models) {
    const service = nodes.find((node) => `${namespace}#${node.id}` === key);
    if (service?.kind === 'service') for (const node of nodes) names.add(node.name);
  }
  const kept = Object.entries(variables).filter(([name]) => names.has(name));
  return { variables: Object.fromEntries(kept) as Record<string, Json>, now };
}
