import 'server-only';
import type { ProcessDocument } from '@/engine/compile/document';
import type { Problem } from '@/engine/compile/problem';
import type { Reader, Tx } from '@/lib/db/client';
import { versionFor } from '@/lib/decisions/bindings';
import { get, nameOf } from '@/lib/document';
import { businessRuleTaskBpmn } from '@/lib/elements/business-rule-task/bpmn';
import { callsDecision } from '@/lib/elements/business-rule-task/calls-decision';
import { readCall } from '@/lib/elements/call-activity/bpmn';
import { calledAt } from './definitions';

/** What steps with the binding `deployment` name in fixed texts; what is computed is only known when it runs. */
function bound(document: ProcessDocument): { decisions: Set<string>; processes: Set<string> } {
  const decisions = new Set<string>();
  const processes = new Set<string>();
  for (const element of Object.values(document.elements)) {
    if (callsDecision(element)) {
      const { decisionId, binding } = businessRuleTaskBpmn.read(document, element.id);
      if (binding === 'deployment' && isFixed(decisionId)) decisions.add(decisionId.trim());
    } else if (element.type === 'bpmn:CallActivity') {
      const { process, binding } = readCall(document, element.id);
      if (binding === 'deployment' && isFixed(process) && !get(document, process)) processes.add(process);
    }
  }
  return { decisions, processes };
}

const isFixed = (text: string): boolean => text.trim() !== '' && !/^\s*(?:=|[$#]\{)/.test(text);

/** Whether publishing a document now would bind its steps to the same versions as a published one of it did. */
export async function bindsTheSame(
  tx: Tx,
  published: { modelId: string; position: bigint },
  document: ProcessDocument,
): Promise<boolean> {
  const { decisions, processes } = bound(document);
  const { modelId, position } = published;
  for (const id of decisions) {
    const then = await versionFor(tx, id, { type: 'deployment' }, position);
    const now = await versionFor(tx, id, { type: 'deployment' });
    if (then?.id !== now?.id) return false;
  }
  for (const key of processes)
    if ((await calledAt(tx, key, modelId, position)) !== (await calledAt(tx, key, modelId))) return false;
  return true;
}

/** Steps bound to the decision that is current at publishing, of which there is none: whatever is stored later. */
export async function unboundDecisions(reader: Reader, document: ProcessDocument): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const element of Object.values(document.elements)) {
    if (!callsDecision(element)) continue;
    const { decisionId, binding } = businessRuleTaskBpmn.read(document, element.id);
    if (binding !== 'deployment' || !isFixed(decisionId)) continue;
    if (await versionFor(reader, decisionId.trim(), { type: 'deployment' })) continue;
    problems.push({
      severity: 'warning',
      code: 'decision-unbound',
      message: `“${nameOf(element) || element.id}” asks the decision “${decisionId.trim()}” as it is when the process is published, and there is none. Each instance will stop there with an incident: store the decision, then publish again.`,
      elementId: element.id,
      field: 'decisionId',
    });
  }
  return problems;
}
