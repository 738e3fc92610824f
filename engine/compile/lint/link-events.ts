import { isEvent } from '../events';
import type { FlowModel, ScopeNode } from '../flow-model';
import { linkName, linkOf, linkTargets, namedBy } from '../links';
import { titleOf } from '../read';
import { type Report, rule } from './rule';

/** Links jump within one process level: a throwing one needs exactly one that catches (BPMN 2.0.2, 10.5.5). */
export const linkEvents = rule('link-events', ({ document, model }, report) => {
  const links = [...model.nodes.values()].filter(
    (node) => model.executable.has(node.process) && isEvent(document, node, 'Link'),
  );
  for (const node of links) {
    const { element, incoming, outgoing } = node;
    if (element.type === 'bpmn:IntermediateThrowEvent') checkThrow(model, node, report);
    if (element.type === 'bpmn:IntermediateCatchEvent') checkCatch(model, links, node, report);
    if (incoming.length > 0 && outgoing.length > 0)
      report('error', element, 'A link either ends a path or begins one. Delete the arrows on one side.', {
        constraints: ['EXT.117'],
      });
  }
});

function checkThrow(model: FlowModel, node: ScopeNode, report: Report): void {
  const all = linkTargets(model, node);
  const near = all.filter((other) => other.scope === node.scope);
  if (near.length === 1) return;
  const name = nameOf(model, node);
  if (near.length > 1)
    report(
      'error',
      node.element,
      `The link “${name}” leads to ${near.length} others, so where to go on isn't clear. Leave one.`,
      {
        constraints: ['EXT.125'],
      },
    );
  else if (all.length > 0)
    report(
      'error',
      node.element,
      `The link “${name}” leads to another process or sub-process. Links only work within one level.`,
      {
        constraints: ['EXT.126'],
      },
    );
  else
    report(
      'error',
      node.element,
      `The link “${name}” leads nowhere, so the path ends here. Add a catching link of its name.`,
      {
        constraints: ['EXT.118'],
      },
    );
}

function checkCatch(model: FlowModel, links: ScopeNode[], node: ScopeNode, report: Report): void {
  const name = nameOf(model, node);
  const leading = links.filter((other) => linkTargets(model, other).includes(node));
  const named = namedBy(linkOf(model, node)!, 'source');
  const astray = links.find(
    (other) => named.includes(linkOf(model, other)?.id ?? '') && !leading.includes(other),
  );
  if (astray)
    report(
      'error',
      node.element,
      `The link “${name}” names “${titleOf(astray.element)}” as its source, which leads elsewhere. Make both agree.`,
      {
        constraints: ['EXT.118'],
      },
    );
  else if (leading.length === 0)
    report(
      'warning',
      node.element,
      `No link leads to “${name}”. Give a throwing link its name, or delete this one.`,
      {
        constraints: ['EXT.124'],
      },
    );
}

const nameOf = (model: FlowModel, node: ScopeNode): string => {
  const link = linkOf(model, node);
  return (link && linkName(link)) || titleOf(node.element);
};
