import { titleOf } from '../read';
import { startNodes, triggeredStarts } from '../starts';
import { rule } from './rule';

/** A process or sub-process that nothing starts, or that two plain start events start. */
export const startEvent = rule('start-event', ({ model }, report) => {
  for (const scope of model.scopes.values()) {
    if (!model.executable.has(scope.process) || scope.nodes.length === 0) continue;
    const { element } = scope;
    if (element.type === 'bpmn:AdHocSubProcess' || element.attrs.triggeredByEvent === true) continue;
    const name = titleOf(element);
    const starts = scope.nodes.filter((node) => node.element.type === 'bpmn:StartEvent');
    const plain = starts.filter((node) => !node.element.children.eventDefinitions?.length);
    // what it waits for starts it, even where no start event is drawn
    if (starts.length === 0 && triggeredStarts(scope).length > 0) continue;
    if (startNodes(scope).length === 0 && starts.length === 0)
      report(
        'error',
        element,
        `“${name}” has no start: every step waits for another one. Add a start event.`,
      );
    else if (starts.length === 0)
      report(
        'warning',
        element,
        `“${name}” has no start event; it begins with every step that nothing leads to.`,
        scope.nodes.some((node) => node.element.type === 'bpmn:EndEvent') ? { constraints: ['EXT.097'] } : {},
      );
    for (const second of plain.slice(1))
      report(
        'warning',
        second.element,
        `“${name}” has several plain start events. It begins at the first, “${titleOf(plain[0]!.element)}”, unless the caller names another.`,
      );
  }
});
