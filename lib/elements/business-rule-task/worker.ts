import 'server-only';
import type { Json, JsonObject } from '@/engine/core/json';
import type { WorkAnswer, Worker } from '@/engine/host/ports';
import { findDecision } from '@/lib/decisions/find';
import { type CompiledDecision, type DecisionResult, describeDmnProblem } from '@/lib/dmn';
import { evaluateDecision } from '@/lib/dmn/evaluate-decision';
import { DECISION_WORK, type DecisionPayload } from './behavior';
import type { BusinessRuleTaskConfig } from './config';
import { mapResult } from './result-mapping';

const LEASE_MS = 10_000;
/** Results of required decisions above this many characters are not kept in the audit trail. */
const MOST_KEPT = 4_000;

/** Decides a stored decision; its value becomes the step's variable, the matched rules go to the audit trail. */
export const decisionWorker: Worker = {
  workType: DECISION_WORK,
  leaseMs: LEASE_MS,
  async run(work, { executable, variables }) {
    const config = executable.nodes[work.elementId]!.config as BusinessRuleTaskConfig;
    const { decisionId, binding } = work.payload as DecisionPayload;
    const found = await findDecision(decisionId, binding, work.versionId);
    if (!found.ok) return { type: 'fail', error: found.message, retryable: false };
    const result = await evaluateDecision(found.decision, {
      variables: await variables(),
      now: work.leasedAt,
    });
    const report = reportOf(result, { decisionId, key: found.key, version: found.version });
    return answer(found.decision, result, config, report);
  },
};

function answer(
  decision: CompiledDecision,
  result: DecisionResult,
  { mapping, resultVariable }: BusinessRuleTaskConfig,
  report: Json,
): WorkAnswer {
  const failed = (error: string): WorkAnswer => ({ type: 'fail', error, retryable: false, report });
  if (!result.ok) return failed(result.problems.map(describeDmnProblem).join(' '));
  if (resultVariable === '') return { type: 'complete', variables: {}, report };
  const mapped = mapResult(mapping, decision, result);
  if (!mapped.ok) return failed(mapped.message);
  return { type: 'complete', variables: { [resultVariable]: mapped.value }, report };
}

/** Which version decided, by which rules, over what it asked in vain, with what the required decisions said. */
function reportOf({ tables, missing, decisions }: DecisionResult, decided: JsonObject): Json {
  const small = JSON.stringify(decisions).length <= MOST_KEPT;
  return { ...decided, tables, missing, ...(small && { decisions }) } as unknown as Json;
}
