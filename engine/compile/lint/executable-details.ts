import type { DocElement } from '../document';
import { definitionsOf } from '../events';
import { get, reference, text, titleOf, values } from '../read';
import { type LintContext, type Report, rule } from './rule';

/** What the standard asks of a process marked as executable, and we run without: other engines may refuse the file. */
export const executableDetails = rule('executable-details', (context, report) => {
  for (const process of context.model.processes)
    if (process.attrs.isExecutable === true && process.attrs.processType === 'Public')
      report('info', process, `“${titleOf(process)}” is public, which only processes that don't run are.`, {
        constraints: ['EXT.035'],
      });
  for (const { element, process } of context.model.nodes.values())
    if (get(context.document, process)?.attrs.isExecutable === true) checkNode(context, element, report);
  for (const { flow, process } of context.model.flows)
    if (get(context.document, process)?.attrs.isExecutable === true) checkFlow(flow, report);
});

function checkNode({ document }: LintContext, element: DocElement, report: Report): void {
  const tell = (message: string, constraint: string) =>
    report('info', element, `“${titleOf(element)}” ${message}`, { constraints: [constraint] });
  if (element.type === 'bpmn:ScriptTask' && hasScript(element) && !element.attrs.scriptFormat)
    tell("doesn't say in which language its script is. It is read as FEEL.", 'EXT.053');
  for (const definition of definitionsOf(document, element)) {
    if (definition.type === 'bpmn:MessageEventDefinition' && !reference(definition, 'messageRef'))
      tell('names no message.', 'EXT.127');
    if (definition.type === 'bpmn:ConditionalEventDefinition' && !isFormal(definition, 'condition'))
      tell('has no condition that a machine can read.', 'EXT.123');
    if (definition.type === 'bpmn:EscalationEventDefinition' && /(?:End|Throw)Event$/.test(element.type)) {
      const escalation = get(document, reference(definition, 'escalationRef'));
      if (!escalation?.attrs.escalationCode) tell('throws an escalation without a code.', 'EXT.011');
    }
  }
}

function checkFlow(flow: DocElement, report: Report): void {
  if (flow.attrs.isImmediate === false)
    report(
      'info',
      flow,
      'Something may happen along this arrow (isImmediate), which no process that runs allows.',
      {
        constraints: ['EXT.024'],
      },
    );
  const [condition] = values(flow, 'conditionExpression');
  if (condition && condition.$type !== 'bpmn:FormalExpression')
    report('info', flow, 'This condition is natural language. It is read as FEEL.', {
      field: 'condition',
      constraints: ['EXT.012'],
    });
  else if (condition && !text(condition, 'body')?.trim())
    report('info', flow, 'This condition is empty, as if there were none.', {
      field: 'condition',
      constraints: ['EXT.013'],
    });
}

const hasScript = (element: DocElement): boolean =>
  (typeof element.attrs.script === 'string' && element.attrs.script.trim() !== '') ||
  values(element, 'script').length > 0;

const isFormal = (element: DocElement, property: string): boolean =>
  values(element, property).some(
    (value) => value.$type === 'bpmn:FormalExpression' && Boolean(text(value, 'body')?.trim()),
  );
