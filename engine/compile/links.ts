import type { DocElement } from './document';
import { definitionsOf } from './events';
import type { FlowModel, ScopeNode } from './flow-model';

/** The link of an event; undefined for all other events. */
export const linkOf = ({ document }: FlowModel, { element }: ScopeNode): DocElement | undefined =>
  definitionsOf(document, element).find(({ type }) => type === 'bpmn:LinkEventDefinition');

/** What a link is called; links of one name belong together unless they say otherwise. */
export const linkName = (link: DocElement): string => String(link.attrs.name ?? '').trim();

/** The links that a link names as its targets or sources. */
export function namedBy(link: DocElement, property: 'target' | 'source'): readonly string[] {
  const ids = link.refs[property] ?? [];
  return Array.isArray(ids) ? ids : [ids];
}

/** The catching links, of any level, that a throwing link leads to; none for every other event. */
export function linkTargets(model: FlowModel, node: ScopeNode): ScopeNode[] {
  const link = node.element.type === 'bpmn:IntermediateThrowEvent' ? linkOf(model, node) : undefined;
  if (!link) return [];
  const named = namedBy(link, 'target');
  return [...model.nodes.values()].filter((other) => {
    const target = other.element.type === 'bpmn:IntermediateCatchEvent' ? linkOf(model, other) : undefined;
    if (!target) return false;
    return named.length > 0 ? named.includes(target.id) : linkName(target) === linkName(link);
  });
}
