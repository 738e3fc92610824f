import { conditionOf } from '../flow-model';
import { ofType } from '../of-type';
import { children } from '../read';
import { type LintContext, type Report, rule } from './rule';

/** What an auditor reads by its name: steps, events, decisions and their answers, pools and lanes. */
export const names = rule('name', (context, report) => {
  const { model } = context;
  for (const { element, outgoing, process, definitions } of model.nodes.values()) {
    if (!model.executable.has(process) || isNamed(element)) continue;
    // its symbol says all there is to say
    if (definitions.some(({ type }) => type === 'bpmn:CompensateEventDefinition')) continue;
    const what = wanted(element.type, outgoing.length);
    if (what)
      report(
        'info',
        element,
        `This ${what} has no name. Inbox and audit trail will show its id, “${element.id}”.`,
        'name',
      );
  }
  for (const { flow, process } of model.flows)
    if (model.executable.has(process) && conditionOf(flow) && !isNamed(flow))
      report('info', flow, 'This answer has no name. A reader sees only its condition.', 'name');
  partitions(context, report);
});

/** Who does something: pools, and lanes at every level. */
function partitions({ document }: LintContext, report: Report): void {
  for (const element of ofType(document, 'bpmn:Participant', 'bpmn:Lane')) {
    const what = element.type === 'bpmn:Lane' ? 'lane' : 'pool';
    if (isNamed(element)) continue;
    const divided = children(document, element, 'childLaneSet').length > 0;
    if (!divided)
      report('info', element, `This ${what} has no name, so nothing says who does its steps.`, 'name');
  }
}

const isNamed = ({ attrs }: { attrs: { name?: unknown } }): boolean =>
  typeof attrs.name === 'string' && attrs.name.trim() !== '';

function wanted(type: string, outgoing: number): string | undefined {
  if (/(?:Task|SubProcess|Transaction|CallActivity)$/.test(type)) return 'step';
  if (type === 'bpmn:EndEvent') return 'end';
  if (type.endsWith('Event')) return 'event';
  return /^bpmn:(?:Exclusive|Inclusive|Complex)Gateway$/.test(type) && outgoing > 1 ? 'decision' : undefined;
}
