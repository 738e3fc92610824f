import { definitionsOf } from '../events';
import { titleOf } from '../read';
import { rule } from './rule';

/** A process that is called begins at its plain start event (BPMN 2.0.2, 13.3.4). */
export const calledProcess = rule('called-process', ({ document, model }, report) => {
  for (const { element, process } of model.nodes.values()) {
    if (!model.executable.has(process) || element.type !== 'bpmn:CallActivity') continue;
    const called = String(element.attrs.calledElement ?? [element.refs.calledElement ?? []].flat()[0] ?? '');
    const scope = model.scopes.get(called) ?? model.scopes.get(called.slice(called.indexOf(':') + 1));
    const starts = scope?.nodes.filter((node) => node.element.type === 'bpmn:StartEvent') ?? [];
    if (
      !scope ||
      starts.length === 0 ||
      starts.some((node) => definitionsOf(document, node.element).length === 0)
    )
      continue;
    report(
      'warning',
      element,
      `“${titleOf(scope.element)}”, which “${titleOf(element)}” calls, only begins by its own events. Give it a plain start event too.`,
      { constraints: ['EXT.099'] },
    );
  }
});
