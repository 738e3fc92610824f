import { titleOf } from '../read';
import { rule } from './rule';

/** An ad-hoc sub-process holds activities that are done in any order, and no beginning or end (BPMN 2.0.2, 13.3.5). */
export const adHocContent = rule('ad-hoc-content', ({ model }, report) => {
  for (const node of model.nodes.values()) {
    const { element } = node;
    if (!model.executable.has(node.process) || element.type !== 'bpmn:AdHocSubProcess') continue;
    const inside = model.scopes.get(node.id)?.nodes ?? [];
    if (!inside.some((inner) => ACTIVITY.test(inner.element.type)))
      report('error', element, `“${titleOf(element)}” holds nothing to do. Put at least one step inside.`, {
        constraints: ['EXT.061'],
      });
    for (const inner of inside)
      if (/^bpmn:(?:Start|End)Event$/.test(inner.element.type))
        report(
          'warning',
          inner.element,
          `Steps of “${titleOf(element)}” are done in any order, so it has no beginning and no end. Delete this event.`,
          { constraints: ['EXT.062'] },
        );
  }
});

const ACTIVITY = /^bpmn:(?:\w*Task|SubProcess|AdHocSubProcess|Transaction|CallActivity)$/;
