import type { CompileContext } from '@/engine/compile/registry';
import { extensionOf } from '../extension-values';
import { type BusinessRuleTaskView, businessRuleTaskBpmn, writtenMapping } from './bpmn';
import type { BusinessRuleTaskConfig } from './config';
import { RESULT_MAPPINGS } from './result-mapping';

export function compileBusinessRuleTask(context: CompileContext): BusinessRuleTaskConfig {
  const { document, element } = context;
  const view = businessRuleTaskBpmn.read(document, element.id);
  if (view.decisionId.trim() === '')
    context.report('error', 'decision-missing', 'Enter the id of the decision this step asks.', 'decisionId');
  const syntax = extensionOf(element, 'zeebe:CalledDecision') ? 'zeebe' : 'juel';
  checkMapping(context);
  return {
    decision: context.expression(view.decisionId.trim(), 'decisionId', { syntax }),
    binding: bindingOf(context, view),
    mapping: view.mapping,
    resultVariable: view.resultVariable.trim(),
  };
}

function bindingOf(
  { report }: CompileContext,
  view: BusinessRuleTaskView,
): BusinessRuleTaskConfig['binding'] {
  const { binding } = view;
  const version = view.version.trim();
  if (binding === 'latest' || binding === 'deployment') return { type: binding };
  if (binding === 'tag') {
    if (version === '')
      report('error', 'decision-version', 'Say which version tag of the decision is asked.', 'version');
    return { type: 'tag', tag: version };
  }
  const number = Number(version);
  if (version !== '' && Number.isInteger(number) && number >= 1) return { type: 'version', version: number };
  const message = `The version of the decision must be a whole number from 1 on, but is “${version}”.`;
  report('error', 'decision-version', message, 'version');
  return { type: 'latest' };
}

function checkMapping({ element, report }: CompileContext): void {
  const written = writtenMapping(element);
  if (written === undefined || RESULT_MAPPINGS.some((mapping) => mapping === written)) return;
  const known = RESULT_MAPPINGS.slice(1).join(', ');
  const message = `The result can’t be mapped as “${written}”: mapDecisionResult is one of ${known}.`;
  report('error', 'decision-result', message, 'mapping');
}
