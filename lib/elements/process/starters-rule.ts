import { rule } from '@/engine/compile/lint/rule';
import { eventDefinitionsOf, get, type ProcessDocument } from '@/lib/document';
import { processBpmn } from './bpmn';
import { startersOf } from './starters';

/** Who may start a process must be known before there is an instance, and mean something. */
export const starters = rule('starters', ({ document, model }, report) => {
  for (const process of model.processes) {
    if (!model.executable.has(process.id) || !startersOf(document, process.id)) continue;
    const view = processBpmn.read(document, process.id);
    for (const field of ['starterPeople', 'starterGroups'] as const)
      if (/^\s*=|\$\{/.test(view[field]))
        report(
          'error',
          process,
          'Who may start this process is an expression, but nothing can be computed before it starts. Name people or groups.',
          field,
        );
    const starts = [...model.nodes.values()].filter(
      ({ element, process: owner }) =>
        owner === process.id &&
        element.type === 'bpmn:StartEvent' &&
        get(document, element.parent) === process,
    );
    if (starts.length > 0 && starts.every(({ element }) => beginsByItself(document, element.id)))
      report(
        'warning',
        process,
        'Who may start this process is said, but no person starts it: it begins with a message, a signal or at a time. Give it a plain start event too, or name nobody.',
        view.starterPeople ? 'starterPeople' : 'starterGroups',
      );
  }
});

/** Conditions are asked by a caller, who may be refused; nobody asks for messages, signals and times. */
const beginsByItself = (document: ProcessDocument, id: string): boolean => {
  const definitions = eventDefinitionsOf(document, id);
  return (
    definitions.length > 0 && definitions.every(({ type }) => type !== 'bpmn:ConditionalEventDefinition')
  );
};
