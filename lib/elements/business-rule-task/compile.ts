import type { CompileContext } from '@/engine/compile/registry';
import { extensionOf } from '../extension-values';
import { businessRuleTaskBpmn } from './bpmn';
import type { BusinessRuleTaskConfig } from './config';

export function compileBusinessRuleTask(context: CompileContext): BusinessRuleTaskConfig {
  const { document, element } = context;
  const { decisionId, version, resultVariable } = businessRuleTaskBpmn.read(document, element.id);
  if (decisionId.trim() === '')
    context.report('error', 'decision-missing', 'Enter the id of the decision this step asks.', 'decisionId');
  const number = Number(version);
  const valid = Number.isInteger(number) && number >= 1;
  if (version.trim() !== '' && !valid)
    context.report(
      'error',
      'decision-version',
      `The version “${version}” is not a whole number from 1.`,
      'version',
    );
  const syntax = extensionOf(element, 'zeebe:CalledDecision') ? 'zeebe' : 'juel';
  return {
    decision: context.expression(decisionId.trim(), 'decisionId', { syntax }),
    ...(version.trim() !== '' && valid ? { version: number } : {}),
    resultVariable: resultVariable.trim(),
  };
}
