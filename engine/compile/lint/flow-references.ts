import type { DocElement } from '../document';
import { reference, titleOf } from '../read';
import { rule } from './rule';

/**
 * The file says of other steps which arrows lead to them, and of this one that none does. Arrows alone decide how the
 * process runs; other tools may read it differently. Files that list none at all are left in peace.
 */
export const flowReferences = rule('flow-references', ({ model }, report) => {
  const nodes = [...model.nodes.values()].filter((node) => model.executable.has(node.process));
  if (
    !nodes.some(({ element }) => listed(element, 'incoming').length + listed(element, 'outgoing').length > 0)
  )
    return;
  for (const { element, incoming } of nodes)
    for (const flow of incoming) {
      if (listed(element, 'incoming').includes(flow.id)) continue;
      const source = model.nodes.get(reference(flow, 'sourceRef') ?? '');
      report(
        'info',
        element,
        `The arrow from “${source ? titleOf(source.element) : flow.id}” leads here, but the file doesn't list it as incoming. Other tools may miss it; drawing it again mends the file.`,
        { constraints: element.type === 'bpmn:EndEvent' ? ['EXT.023', 'EXT.107'] : ['EXT.023'] },
      );
    }
});

const listed = (element: DocElement, property: string): readonly string[] => {
  const ids = element.refs[property] ?? [];
  return Array.isArray(ids) ? ids : [ids];
};
