import type { DocElement } from '../document';
import { isEvent } from '../events';
import { rule } from './rule';

/** Works, because a path that leads nowhere ends; but a reader can't tell it from a forgotten arrow. */
export const deadEnd = rule('dead-end', ({ document, model }, report) => {
  for (const node of model.nodes.values()) {
    const { element } = node;
    if (!model.executable.has(node.process) || node.outgoing.length > 0) continue;
    if (element.type === 'bpmn:EndEvent' || element.type === 'bpmn:BoundaryEvent') continue;
    // where steps are done in any order there are no end events
    if (model.scopes.get(node.scope)?.element.type === 'bpmn:AdHocSubProcess') continue;
    if (element.attrs.triggeredByEvent === true || element.attrs.isForCompensation === true) continue;
    if ((node.incoming.length === 0 && !isStart(element)) || isEvent(document, node, 'Link')) continue;
    report(
      'warning',
      element,
      'Nothing follows this step, so its path ends here. Add an end event to show that it is meant.',
      { constraints: constraintsOf(element) },
    );
  }
});

const isStart = ({ type }: DocElement): boolean => type === 'bpmn:StartEvent';

function constraintsOf(element: DocElement): string[] {
  if (isStart(element)) return ['EXT.101', 'EXT.151'];
  return element.type.startsWith('bpmn:Intermediate') ? ['EXT.116', 'EXT.151'] : ['EXT.151'];
}
