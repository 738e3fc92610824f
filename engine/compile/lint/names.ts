import { rule } from './rule';

/** Steps, events and decisions without a name: an auditor reads names, not ids. */
export const names = rule('name', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    const { element } = node;
    if (!model.executable.has(node.process)) continue;
    if (typeof element.attrs.name === 'string' && element.attrs.name.trim() !== '') continue;
    const what = wanted(element.type, node.outgoing.length);
    if (what)
      report(
        'info',
        element,
        `This ${what} has no name. Inbox and audit trail will show its id, “${element.id}”.`,
        'name',
      );
  }
});

function wanted(type: string, outgoing: number): string | undefined {
  if (/(?:Task|SubProcess|CallActivity)$/.test(type)) return 'step';
  if (type === 'bpmn:EndEvent') return 'end';
  return type === 'bpmn:ExclusiveGateway' && outgoing > 1 ? 'decision' : undefined;
}
