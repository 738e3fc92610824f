import type { CompileContext } from '@/engine/compile/registry';
import { compileUserTask } from '../user-task/compile';
import { approvalBpmn } from './bpmn';
import type { ApprovalConfig } from './config';

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
    resultVariable: view.resultVariable,
    ...(view.sentence ? { sentence: view.sentence } : {}),
  };
}
