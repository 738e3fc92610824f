import type { Json, JsonObject } from '@/engine/core/json';
import type { CompiledDecision, DecisionResult } from '@/lib/dmn';

/** Camunda 7's shapes of a decision's result (`camunda:mapDecisionResult`); `value` is what DMN says it is. */
export const RESULT_MAPPINGS = [
  'value',
  'singleEntry',
  'singleResult',
  'collectEntries',
  'resultList',
] as const;
export type ResultMapping = (typeof RESULT_MAPPINGS)[number];

export type MappedResult = { ok: true; value: Json } | { ok: false; message: string };
type Decided = Extract<DecisionResult, { ok: true }>;

/**
 * The value in the shape that was asked for. There, a result is a list of rules, each with its outputs by name; an
 * output without a name, and a decision that is no table, goes by the name of the decision.
 */
export function mapResult(mapping: ResultMapping, decision: CompiledDecision, result: Decided): MappedResult {
  if (mapping === 'value') return { ok: true, value: result.value as Json };
  const rules = ruleResults(decision, result);
  const said = `The decision “${decision.name}” gave`;
  switch (mapping) {
    case 'resultList':
      return { ok: true, value: rules };
    case 'singleResult':
      if (rules.length > 1) return refused(`${said} ${rules.length} results, and singleResult takes one`);
      return { ok: true, value: rules[0] ?? null };
    case 'collectEntries':
      return entries(rules, said, mapping);
    case 'singleEntry': {
      if (rules.length > 1) return refused(`${said} ${rules.length} results, and singleEntry takes one`);
      const found = entries(rules, said, mapping);
      return found.ok ? { ok: true, value: (found.value as Json[])[0] ?? null } : found;
    }
  }
}

/** The only output of each rule. */
function entries(rules: readonly JsonObject[], said: string, mapping: ResultMapping): MappedResult {
  const wide = rules.find((rule) => Object.keys(rule).length !== 1);
  if (wide) return refused(`${said} the outputs ${Object.keys(wide).join(', ')}, and ${mapping} takes one`);
  return { ok: true, value: rules.flatMap((rule) => Object.values(rule)) };
}

const refused = (what: string): MappedResult => ({
  ok: false,
  message: `${what}. Choose another shape of the result (mapDecisionResult) at this step.`,
});

function ruleResults(decision: CompiledDecision, { value, tables }: Decided): JsonObject[] {
  const root = decision.models
    .flatMap(({ namespace, nodes }) => nodes.map((node) => ({ node, key: `${namespace}#${node.id}` })))
    .find(({ key }) => key === decision.key)?.node;
  const name = root?.name ?? decision.name;
  const table = root?.kind === 'decision' && root.logic?.kind === 'table' ? root.logic : undefined;
  if (!table) return [{ [name]: value as Json }];
  const { outputs, hitPolicy, aggregation } = table;
  const several = /^(?:RULE ORDER|OUTPUT ORDER|COLLECT)$/.test(hitPolicy) && aggregation === undefined;
  const matched = tables.findLast((trace) => trace.decision === name)?.matched.length ?? 0;
  const results = several && Array.isArray(value) ? value : value === null && matched === 0 ? [] : [value];
  const only = outputs.length === 1 ? (outputs[0]?.name ?? name) : undefined;
  return results.map((each) => (only === undefined ? (each as JsonObject) : { [only]: each as Json }));
}
