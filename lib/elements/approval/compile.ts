import type { CompileContext } from '@/engine/compile/registry';
import { compileUserTask } from '../user-task/compile';
import { type ApprovalView, approvalBpmn } from './bpmn';
import type { ApprovalConfig, QuorumRule } from './config';

/** Nothing where the first decision decides. */
function quorumRule(view: ApprovalView): { quorum?: QuorumRule } {
  const { quorum: need, quorumValue: value = 0, quorumOf: of, rejection: reject } = view;
  if (need === 'first') return {};
  return { quorum: { need, value, reject, ...(of === undefined ? {} : { of }) } };
}

export function compileApproval(context: CompileContext): ApprovalConfig {
  const view = approvalBpmn.read(context.document, context.element.id);
  const requiredIf = context.optional(view.requiredIf, 'requiredIf', { purpose: 'condition' });
  return {
    ...compileUserTask(context),
    ...(requiredIf ? { requiredIf } : {}),
    notInitiator: view.notInitiator,
    notDoneBy: view.notDoneBy,
    ...(view.aiSource ? { aiSource: view.aiSource } : {}),
    outcomes: view.outcomes,
    ...quorumRule(view),
    ...(view.signature ? { signature: { meaning: view.meaning.trim() } } : {}),
    resultVariable: view.resultVariable,
    ...(view.sentence ? { sentence: view.sentence } : {}),
  };
}
